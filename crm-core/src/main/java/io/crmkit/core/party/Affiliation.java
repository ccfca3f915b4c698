package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a person belongs to a company, in a role, for a time.
 *
 * <p>Definition: one role of one person at one company, from one day until another. Who moves on has two: one that ended,
 * one that began.
 *
 * <ul>
 *   <li>Shape: two identities, a role, two days, a mark.
 *   <li>Range: a person may have several at a time, at one company in different roles, or at several.
 *   <li>Errors: a role that is blank, over 200 characters long or holds control characters; an end that is not after the
 *       beginning.
 * </ul>
 *
 * <p>What it is not: what a person does in a negotiation, such as to decide; that is of the opportunity.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param person who belongs to the company
 * @param company where the person belongs to
 * @param role what the person is there, such as {@code head of purchasing}, 1 to 200 characters, or null
 * @param from the first day, or null where nobody knows since when
 * @param until the first day it is no longer so, or null while it is
 * @param primary whether it is the person's first one, where there are several at a time
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Affiliation(
        AffiliationId id,
        Revision revision,
        PersonId person,
        CompanyId company,
        @Nullable String role,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean primary,
        CustomFields custom,
        Set<String> tags)
        implements Noun<AffiliationId>, Extensible<Affiliation> {

    /**
     * Makes an affiliation.
     *
     * @throws IllegalArgumentException if the role breaks its rule, or {@code until} is not after {@code from}
     */
    public Affiliation {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(custom, "custom");
        tags = Text.tags("tags", tags);
        requireNonNull(person, "person");
        requireNonNull(company, "company");
        Text.optional("role", role, 200);
        Tenure.requireAfter(from, until);
    }

    /**
     * Returns from when until when.
     *
     * @return the two days
     */
    public Tenure tenure() {
        return new Tenure(from, until);
    }

    /**
     * Makes an affiliation without custom fields and tags.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param person who belongs to the company
     * @param company where the person belongs to
     * @param role what the person is there, 1 to 200 characters, or null
     * @param from the first day, or null where nobody knows since when
     * @param until the first day it is no longer so, or null while it is
     * @param primary whether it is the person's first one, where there are several at a time
     * @throws IllegalArgumentException if a field breaks its rule
     */
    public Affiliation(
            AffiliationId id,
            Revision revision,
            PersonId person,
            CompanyId company,
            @Nullable String role,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean primary) {
        this(id, revision, person, company, role, from, until, primary, CustomFields.NONE, Set.of());
    }

    @Override
    public @Nullable String naturalKey() {
        return role;
    }

    @Override
    public Affiliation withRevision(Revision next) {
        return new Affiliation(id, next, person, company, role, from, until, primary, custom, tags);
    }

    /**
     * Returns the same affiliation of another person.
     *
     * @param other the person
     * @return a copy that differs in its person only
     */
    public Affiliation withPerson(PersonId other) {
        return new Affiliation(id, revision, other, company, role, from, until, primary, custom, tags);
    }

    /**
     * Returns the same affiliation with another company.
     *
     * @param other the company
     * @return a copy that differs in its company only
     */
    public Affiliation withCompany(CompanyId other) {
        return new Affiliation(id, revision, person, other, role, from, until, primary, custom, tags);
    }

    /**
     * Returns the same affiliation with another end.
     *
     * @param day the first day it is no longer so, or null while it is
     * @return a copy that differs in its end only
     * @throws IllegalArgumentException if the day is not after the beginning
     */
    public Affiliation withUntil(@Nullable LocalDate day) {
        return new Affiliation(id, revision, person, company, role, from, day, primary, custom, tags);
    }

    /**
     * Returns the same affiliation, as the person's first one or not.
     *
     * @param first whether it is
     * @return a copy that differs in its mark only
     */
    public Affiliation withPrimary(boolean first) {
        return new Affiliation(id, revision, person, company, role, from, until, first, custom, tags);
    }

    @Override
    public Affiliation withCustom(CustomFields other) {
        return new Affiliation(id, revision, person, company, role, from, until, primary, other, tags);
    }

    @Override
    public Affiliation withTags(Set<String> other) {
        return new Affiliation(id, revision, person, company, role, from, until, primary, custom, other);
    }
}
