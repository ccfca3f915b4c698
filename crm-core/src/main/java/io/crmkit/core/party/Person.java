package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person sold to: a contact.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the person's full name, 1 to 200 characters
 * @param email the e-mail address, or null
 * @param custom what the host keeps besides
 * @param tags the host's tags: at most 100, each at most 60 characters; listed in ascending order
 */
public record Person(
        PersonId id,
        Revision revision,
        String name,
        @Nullable EmailAddress email,
        CustomFields custom,
        Set<String> tags)
        implements Noun<PersonId> {

    /**
     * Makes a person.
     *
     * @throws IllegalArgumentException if the name breaks its rule
     */
    public Person {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(custom, "custom");
        tags = Text.tags("tags", tags);
        Text.required("name", name, 200);
    }

    /**
     * Makes a person without custom fields and tags.
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

    @Override
    public String naturalKey() {
        return name;
    }

    @Override
    public Person withRevision(Revision next) {
        return new Person(id, next, name, email, custom, tags);
    }

    /**
     * Returns the same person with other custom fields.
     *
     * @param other the custom fields
     * @return a copy that differs in its custom fields only
     */
    public Person withCustom(CustomFields other) {
        return new Person(id, revision, name, email, other, tags);
    }

    /**
     * Returns the same person with other tags.
     *
     * @param other the tags
     * @return a copy that differs in its tags only
     */
    public Person withTags(Set<String> other) {
        return new Person(id, revision, name, email, custom, other);
    }
}
