package io.crmkit.core.audience;

import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.Suppression;
import io.crmkit.core.privacy.SuppressionId;
import io.crmkit.core.privacy.SuppressionReason;
import io.crmkit.core.value.FieldType;
import java.time.Instant;
import java.util.List;

/** The fields of suppressions. */
public final class SuppressionFields {

    /** The identity. */
    public static final Field<Suppression, SuppressionId> ID =
            new Field<>(Suppression.class, "id", FieldType.ID, Codec.id(SuppressionId::new), Suppression::id);

    /** The channel. */
    public static final Field<Suppression, Channel> CHANNEL = new Field<>(
            Suppression.class, "channel", FieldType.CHOICE, Codec.constant(Channel.class), Suppression::channel);

    /** The hash of the address. */
    public static final Field<Suppression, String> HASH =
            new Field<>(Suppression.class, "hash", FieldType.TEXT, Codec.same(String.class), Suppression::hash);

    /** Why. */
    public static final Field<Suppression, SuppressionReason> REASON = new Field<>(
            Suppression.class,
            "reason",
            FieldType.CHOICE,
            Codec.constant(SuppressionReason.class),
            Suppression::reason);

    /** Since when. */
    public static final Field<Suppression, Instant> SUPPRESSED_AT = new Field<>(
            Suppression.class, "suppressedAt", FieldType.INSTANT, Codec.same(Instant.class), Suppression::suppressedAt);

    /** All of them, by name. */
    public static final Fields<Suppression> ALL =
            new Fields<>(Suppression.class, List.of(ID, CHANNEL, HASH, REASON, SUPPRESSED_AT), null, null);

    private SuppressionFields() {}
}
