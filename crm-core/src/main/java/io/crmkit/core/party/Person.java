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
 * A person sold to: a contact.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the person's full name, 1 to 200 characters
 * @param contactPoints where the person can be reached: at most 50, first the one to try first
 * @param relationship how the person stands to the host's user
 * @param mergedInto the person this one was found to be, or null unless the state is {@link PartyState#MERGED}
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Person(
        PersonId id,
        Revision revision,
        String name,
        List<ContactPoint> contactPoints,
        Relationship relationship,
        @Nullable PersonId mergedInto,
        CustomFields custom,
        Set<String> tags)
        implements Noun<PersonId>, Extensible<Person> {

    /**
     * Makes a person.
     *
     * @throws IllegalArgumentException if a field breaks its rule
     */
    public Person {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(relationship, "relationship");
        requireNonNull(custom, "custom");
        contactPoints = Contacts.checked(contactPoints);
        tags = Text.tags("tags", tags);
        Text.required("name", name, 200);
        Contacts.requireMergedInto(relationship, mergedInto);
        if (id.equals(mergedInto)) {
            throw new IllegalArgumentException("mergedInto must not be the person itself: " + name);
        }
    }

    /**
     * Makes a person of whom no more is known than where to write to.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param name the person's full name, 1 to 200 characters
     * @param email the e-mail address, or null
     * @param custom what the host keeps besides
     * @param tags the host's tags
     * @throws IllegalArgumentException if a field breaks its rule
     */
    public Person(
            PersonId id,
            Revision revision,
            String name,
            @Nullable EmailAddress email,
            CustomFields custom,
            Set<String> tags) {
        this(id, revision, name, Contacts.of(email), Relationship.UNKNOWN, null, custom, tags);
    }

    /**
     * Makes a person without custom fields and tags, of whom no more is known than where to write to.
     *
     * @param id the identity
     * @param revision the revision this record was read at
     * @param name the person's full name, 1 to 200 characters
     * @param email the e-mail address, or null
     * @throws IllegalArgumentException if a field breaks its rule
     */
    public Person(PersonId id, Revision revision, String name, @Nullable EmailAddress email) {
        this(id, revision, name, email, CustomFields.NONE, Set.of());
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
    public Person withRevision(Revision next) {
        return new Person(id, next, name, contactPoints, relationship, mergedInto, custom, tags);
    }

    /**
     * Returns the same person under another name.
     *
     * @param other the name
     * @return a copy that differs in its name only
     */
    public Person withName(String other) {
        return new Person(id, revision, other, contactPoints, relationship, mergedInto, custom, tags);
    }

    /**
     * Returns the same person with other contact points.
     *
     * @param other the contact points
     * @return a copy that differs in its contact points only
     */
    public Person withContactPoints(List<ContactPoint> other) {
        return new Person(id, revision, name, other, relationship, mergedInto, custom, tags);
    }

    /**
     * Returns the same person in another relationship; no more merged into another where the state is active or archived.
     *
     * @param other the relationship
     * @return a copy that differs in its relationship
     */
    public Person withRelationship(Relationship other) {
        PersonId into = Contacts.outlivesMerging(other.state()) ? mergedInto : null;
        return new Person(id, revision, name, contactPoints, other, into, custom, tags);
    }

    /**
     * Returns the same person, found to be another.
     *
     * @param other the person that stands for both
     * @return a copy that differs in its state and in what it is merged into
     */
    public Person mergedInto(PersonId other) {
        Relationship merged = relationship.withState(PartyState.MERGED);
        return new Person(id, revision, name, contactPoints, merged, other, custom, tags);
    }

    @Override
    public Person withCustom(CustomFields other) {
        return new Person(id, revision, name, contactPoints, relationship, mergedInto, other, tags);
    }

    @Override
    public Person withTags(Set<String> other) {
        return new Person(id, revision, name, contactPoints, relationship, mergedInto, custom, other);
    }
}
