package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * A person sold to: a contact.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param name the person's full name, 1 to 200 characters
 * @param email the e-mail address, or null
 */
public record Person(
        PersonId id,
        Revision revision,
        String name,
        @Nullable EmailAddress email) implements Noun<PersonId> {

    /**
     * Makes a person.
     *
     * @throws IllegalArgumentException if the name breaks its rule
     */
    public Person {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        Text.required("name", name, 200);
    }

    @Override
    public String naturalKey() {
        return name;
    }

    @Override
    public Person withRevision(Revision next) {
        return new Person(id, next, name, email);
    }
}
