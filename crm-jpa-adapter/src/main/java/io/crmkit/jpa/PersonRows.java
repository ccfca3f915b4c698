package io.crmkit.jpa;

import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.util.List;

/** People to rows and back. */
final class PersonRows {

    static final Mapping<Person, PersonId, PersonRow> MAPPING = new Mapping<>(
            PersonRow.class, "name", List.of(), PersonRow::new, PersonRows::fill, PersonRows::toDomain, PersonId::new);

    private PersonRows() {}

    private static void fill(Person person, PersonRow row) {
        row.fill(person.custom(), person.tags());
        row.name = person.name();
        row.nameFolded = Folding.folded(row.name);
        row.email = person.email() == null ? null : person.email().value();
        row.emailFolded = Folded.of(row.email);
    }

    static Person toDomain(PersonRow row) {
        return new Person(
                new PersonId(row.id),
                new Revision(row.revision),
                row.name,
                row.email == null ? null : new EmailAddress(row.email),
                row.custom(),
                row.tags());
    }
}
