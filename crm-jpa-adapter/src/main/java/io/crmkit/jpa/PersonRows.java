package io.crmkit.jpa;

import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.Revision;
import java.util.List;

/** People to rows and back. */
final class PersonRows {

    static final Mapping<Person, PersonId, PersonRow> MAPPING = new Mapping<>(
            PersonRow.class,
            "name",
            List.of(new Parts<>(PersonContactRow.class, row -> row.contactPoints)),
            PersonRow::new,
            PersonRows::fill,
            PersonRows::toDomain,
            PersonId::new);

    private PersonRows() {}

    private static void fill(Person person, PersonRow row) {
        row.fill(person.custom(), person.tags());
        row.fill(person.name(), person.email(), person.phone(), person.relationship());
        row.mergedInto = Ids.value(person.mergedInto());
        ContactColumns.fill(row.contactPoints, person.contactPoints(), PersonContactRow::new);
    }

    static Person toDomain(PersonRow row) {
        return new Person(
                new PersonId(row.id),
                new Revision(row.revision),
                row.name,
                ContactColumns.points(row.contactPoints),
                row.relationship(),
                Ids.of(row.mergedInto, PersonId::new),
                row.custom(),
                row.tags());
    }
}
