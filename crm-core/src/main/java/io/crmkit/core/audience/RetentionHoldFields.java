package io.crmkit.core.audience;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.privacy.RetentionHoldId;
import io.crmkit.core.value.FieldType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The fields of retention holds. */
public final class RetentionHoldFields {

    /** The identity. */
    public static final Field<RetentionHold, RetentionHoldId> ID =
            new Field<>(RetentionHold.class, "id", FieldType.ID, Codec.id(RetentionHoldId::new), RetentionHold::id);

    /** Whose data. */
    public static final Field<RetentionHold, PersonId> PERSON =
            new Field<>(RetentionHold.class, "person", FieldType.ID, Codec.id(PersonId::new), RetentionHold::person);

    /** What demands it. */
    public static final Field<RetentionHold, String> REASON =
            new Field<>(RetentionHold.class, "reason", FieldType.TEXT, Codec.same(String.class), RetentionHold::reason);

    /** The first day on which it is no longer in force. */
    public static final Field<RetentionHold, LocalDate> UNTIL = new Field<>(
            RetentionHold.class, "until", FieldType.DATE, Codec.same(LocalDate.class), RetentionHold::until);

    /** When it was placed. */
    public static final Field<RetentionHold, Instant> PLACED_AT = new Field<>(
            RetentionHold.class, "placedAt", FieldType.INSTANT, Codec.same(Instant.class), RetentionHold::placedAt);

    /** All of them, by name. */
    public static final Fields<RetentionHold> ALL =
            new Fields<>(RetentionHold.class, List.of(ID, PERSON, REASON, UNTIL, PLACED_AT), null, null);

    private RetentionHoldFields() {}
}
