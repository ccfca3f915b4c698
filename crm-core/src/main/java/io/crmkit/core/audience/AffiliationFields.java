package io.crmkit.core.audience;

import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.AffiliationId;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.FieldType;
import java.time.LocalDate;
import java.util.List;

/** The fields of affiliations. */
public final class AffiliationFields {

    /** The identity. */
    public static final Field<Affiliation, AffiliationId> ID =
            new Field<>(Affiliation.class, "id", FieldType.ID, Codec.id(AffiliationId::new), Affiliation::id);

    /** Who belongs to the company. */
    public static final Field<Affiliation, PersonId> PERSON =
            new Field<>(Affiliation.class, "person", FieldType.ID, Codec.id(PersonId::new), Affiliation::person);

    /** Where the person belongs to. */
    public static final Field<Affiliation, CompanyId> COMPANY =
            new Field<>(Affiliation.class, "company", FieldType.ID, Codec.id(CompanyId::new), Affiliation::company);

    /** What the person is there. */
    public static final Field<Affiliation, String> ROLE =
            new Field<>(Affiliation.class, "role", FieldType.TEXT, Codec.same(String.class), Affiliation::role);

    /** The first day. */
    public static final Field<Affiliation, LocalDate> FROM =
            new Field<>(Affiliation.class, "from", FieldType.DATE, Codec.same(LocalDate.class), Affiliation::from);

    /** The first day it is no longer so. */
    public static final Field<Affiliation, LocalDate> UNTIL =
            new Field<>(Affiliation.class, "until", FieldType.DATE, Codec.same(LocalDate.class), Affiliation::until);

    /** Whether it is the person's first one. */
    public static final Field<Affiliation, Boolean> PRIMARY = new Field<>(
            Affiliation.class, "primary", FieldType.BOOLEAN, Codec.same(Boolean.class), Affiliation::primary);

    /** All of them, by name. */
    public static final Fields<Affiliation> ALL = new Fields<>(
            Affiliation.class,
            List.of(ID, PERSON, COMPANY, ROLE, FROM, UNTIL, PRIMARY),
            Affiliation::custom,
            Affiliation::tags);

    private AffiliationFields() {}

    /**
     * Asks for the affiliations that were so on a day.
     *
     * @param day the day
     * @return the criterion
     */
    public static Criterion<Affiliation> on(LocalDate day) {
        Criterion<Affiliation> begun = FROM.atMost(day).or(FROM.isSet().not());
        return begun.and(UNTIL.greater(day).or(UNTIL.isSet().not()));
    }
}
