package io.crmkit.core.audience;

import io.crmkit.core.party.PersonId;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.Consent;
import io.crmkit.core.privacy.ConsentId;
import io.crmkit.core.privacy.ConsentState;
import io.crmkit.core.privacy.LawfulBasis;
import io.crmkit.core.value.FieldType;
import java.time.Instant;
import java.util.List;

/** The fields of consents. */
public final class ConsentFields {

    /** The identity. */
    public static final Field<Consent, ConsentId> ID =
            new Field<>(Consent.class, "id", FieldType.ID, Codec.id(ConsentId::new), Consent::id);

    /** The person. */
    public static final Field<Consent, PersonId> PERSON = new Field<>(
            Consent.class,
            "person",
            FieldType.ID,
            Codec.id(PersonId::new),
            consent -> consent.scope().person());

    /** The channel. */
    public static final Field<Consent, Channel> CHANNEL = new Field<>(
            Consent.class,
            "channel",
            FieldType.CHOICE,
            Codec.constant(Channel.class),
            consent -> consent.scope().channel());

    /** The purpose. */
    public static final Field<Consent, String> PURPOSE = new Field<>(
            Consent.class,
            "purpose",
            FieldType.TEXT,
            Codec.same(String.class),
            consent -> consent.scope().purpose());

    /** The lawful basis. */
    public static final Field<Consent, LawfulBasis> BASIS =
            new Field<>(Consent.class, "basis", FieldType.CHOICE, Codec.constant(LawfulBasis.class), Consent::basis);

    /** Where it stands. */
    public static final Field<Consent, ConsentState> STATE =
            new Field<>(Consent.class, "state", FieldType.CHOICE, Codec.constant(ConsentState.class), Consent::state);

    /** From when on an answer comes too late. */
    public static final Field<Consent, Instant> CONFIRM_BY = new Field<>(
            Consent.class,
            "confirmBy",
            FieldType.INSTANT,
            Codec.same(Instant.class),
            consent -> consent.times().confirmBy());

    /** When it was given. */
    public static final Field<Consent, Instant> GIVEN_AT = new Field<>(
            Consent.class,
            "givenAt",
            FieldType.INSTANT,
            Codec.same(Instant.class),
            consent -> consent.times().givenAt());

    /** When it was withdrawn. */
    public static final Field<Consent, Instant> WITHDRAWN_AT = new Field<>(
            Consent.class,
            "withdrawnAt",
            FieldType.INSTANT,
            Codec.same(Instant.class),
            consent -> consent.times().withdrawnAt());

    /** From when on it is no longer valid. */
    public static final Field<Consent, Instant> VALID_UNTIL = new Field<>(
            Consent.class,
            "validUntil",
            FieldType.INSTANT,
            Codec.same(Instant.class),
            consent -> consent.times().validUntil());

    /** All of them, by name. */
    public static final Fields<Consent> ALL = new Fields<>(
            Consent.class,
            List.of(ID, PERSON, CHANNEL, PURPOSE, BASIS, STATE, CONFIRM_BY, GIVEN_AT, WITHDRAWN_AT, VALID_UNTIL),
            null,
            null);

    private ConsentFields() {}
}
