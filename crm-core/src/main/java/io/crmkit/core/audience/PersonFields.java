package io.crmkit.core.audience;

import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.FieldType;
import java.util.List;

/** The fields of people. */
public final class PersonFields {

    /** The identity. */
    public static final Field<Person, PersonId> ID =
            new Field<>(Person.class, "id", FieldType.ID, Codec.id(PersonId::new), Person::id);

    /** The full name. */
    public static final Field<Person, String> NAME =
            new Field<>(Person.class, "name", FieldType.TEXT, Codec.same(String.class), Person::name);

    /** The e-mail address. */
    public static final Field<Person, String> EMAIL = new Field<>(
            Person.class,
            "email",
            FieldType.TEXT,
            Codec.same(String.class),
            person -> person.email() == null ? null : person.email().value());

    /** All of them, by name. */
    public static final Fields<Person> ALL =
            new Fields<>(Person.class, List.of(ID, NAME, EMAIL), Person::custom, Person::tags);

    private PersonFields() {}
}
