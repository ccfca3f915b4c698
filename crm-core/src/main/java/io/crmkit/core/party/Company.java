package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A company sold to: a customer, a prospect, or the branch of one.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the company's name, 1 to 200 characters
 * @param sector the line of business, or null
 * @param location where its office is, or null
 * @param parent the company it belongs to, or null
 * @param contactPoints where it can be reached: at most 50, first the one to try first
 * @param relationship how it stands to the host's user
 * @param mergedInto the company this one was found to be, or null unless the state is {@link PartyState#MERGED}
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Company(
        CompanyId id,
        Revision revision,
        String name,
        @Nullable String sector,
        @Nullable String location,
        @Nullable CompanyId parent,
        List<ContactPoint> contactPoints,
        Relationship relationship,
        @Nullable CompanyId mergedInto,
        CustomFields custom,
        Set<String> tags)
        implements Noun<CompanyId>, Extensible<Company> {

    /**
     * Makes a company.
     *
     * @throws IllegalArgumentException if a field breaks its rule, or the company is its own parent
     */
    public Company {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(relationship, "relationship");
        requireNonNull(custom, "custom");
        contactPoints = Contacts.checked(contactPoints);
        tags = Text.tags("tags", tags);
        Text.required("name", name, 200);
        Text.optional("sector", sector, 200);
        Text.optional("location", location, 200);
        Contacts.requireMergedInto(relationship, mergedInto);
        requireOther("parent", id, parent, name);
        requireOther("mergedInto", id, mergedInto, name);
    }

    private static void requireOther(String field, CompanyId id, @Nullable CompanyId other, String name) {
        if (id.equals(other)) {
            throw new IllegalArgumentException(field + " must not be the company itself: " + name);
        }
    }

    /**
     * Makes a company of which no more is known than what it is.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param name the company's name, 1 to 200 characters
     * @param sector the line of business, or null
     * @param location where its office is, or null
     * @param parent the company it belongs to, or null
     * @param custom what the host keeps besides
     * @param tags the host's tags
     * @throws IllegalArgumentException if a field breaks its rule
     */
    public Company(
            CompanyId id,
            Revision revision,
            String name,
            @Nullable String sector,
            @Nullable String location,
            @Nullable CompanyId parent,
            CustomFields custom,
            Set<String> tags) {
        this(id, revision, name, sector, location, parent, List.of(), Relationship.UNKNOWN, null, custom, tags);
    }

    /**
     * Makes a company without custom fields and tags, of which no more is known than what it is.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param name the company's name, 1 to 200 characters
     * @param sector the line of business, or null
     * @param location where its office is, or null
     * @param parent the company it belongs to, or null
     * @throws IllegalArgumentException if a field breaks its rule
     */
    public Company(
            CompanyId id,
            Revision revision,
            String name,
            @Nullable String sector,
            @Nullable String location,
            @Nullable CompanyId parent) {
        this(id, revision, name, sector, location, parent, CustomFields.NONE, Set.of());
    }

    /**
     * Makes a company that is not yet stored.
     *
     * @param id the identity
     * @param name the company's name
     * @return the company
     */
    public static Company named(CompanyId id, String name) {
        return new Company(id, Revision.NONE, name, null, null, null);
    }

    /**
     * Returns where to write to.
     *
     * @return the first e-mail address that may be used; where none may, the first; null where there is none
     */
    public @Nullable EmailAddress email() {
        return Contacts.email(contactPoints);
    }

    /**
     * Returns where to call.
     *
     * @return the first telephone number that may be used; where none may, the first; null where there is none
     */
    public @Nullable PhoneNumber phone() {
        return Contacts.phone(contactPoints);
    }

    @Override
    public String naturalKey() {
        return name;
    }

    @Override
    public Company withRevision(Revision next) {
        return new Company(
                id, next, name, sector, location, parent, contactPoints, relationship, mergedInto, custom, tags);
    }

    /**
     * Returns the same company under another name.
     *
     * @param other the name
     * @return a copy that differs in its name only
     */
    public Company withName(String other) {
        return new Company(
                id, revision, other, sector, location, parent, contactPoints, relationship, mergedInto, custom, tags);
    }

    /**
     * Returns the same company in another line of business.
     *
     * @param other the line of business, or null
     * @return a copy that differs in its sector only
     */
    public Company withSector(@Nullable String other) {
        return new Company(
                id, revision, name, other, location, parent, contactPoints, relationship, mergedInto, custom, tags);
    }

    /**
     * Returns the same company at another place.
     *
     * @param other where its office is, or null
     * @return a copy that differs in its location only
     */
    public Company withLocation(@Nullable String other) {
        return new Company(
                id, revision, name, sector, other, parent, contactPoints, relationship, mergedInto, custom, tags);
    }

    /**
     * Returns the same company under another parent.
     *
     * @param other the company it belongs to, or null
     * @return a copy that differs in its parent only
     */
    public Company withParent(@Nullable CompanyId other) {
        return new Company(
                id, revision, name, sector, location, other, contactPoints, relationship, mergedInto, custom, tags);
    }

    /**
     * Returns the same company with other contact points.
     *
     * @param other the contact points
     * @return a copy that differs in its contact points only
     */
    public Company withContactPoints(List<ContactPoint> other) {
        return new Company(id, revision, name, sector, location, parent, other, relationship, mergedInto, custom, tags);
    }

    /**
     * Returns the same company in another relationship; no more merged into another where the state is active or archived.
     *
     * @param other the relationship
     * @return a copy that differs in its relationship
     */
    public Company withRelationship(Relationship other) {
        CompanyId into = Contacts.outlivesMerging(other.state()) ? mergedInto : null;
        return new Company(id, revision, name, sector, location, parent, contactPoints, other, into, custom, tags);
    }

    /**
     * Returns the same company, found to be another.
     *
     * @param other the company that stands for both
     * @return a copy that differs in its state and in what it is merged into
     */
    public Company mergedInto(CompanyId other) {
        Relationship merged = relationship.withState(PartyState.MERGED);
        return new Company(id, revision, name, sector, location, parent, contactPoints, merged, other, custom, tags);
    }

    @Override
    public Company withCustom(CustomFields other) {
        return new Company(
                id, revision, name, sector, location, parent, contactPoints, relationship, mergedInto, other, tags);
    }

    @Override
    public Company withTags(Set<String> other) {
        return new Company(
                id, revision, name, sector, location, parent, contactPoints, relationship, mergedInto, custom, other);
    }
}
