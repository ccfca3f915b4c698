package io.crmkit.core.audience;

import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.team.SellerId;
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

    /** The e-mail address to write to: the first one that is active, else the first one. */
    public static final Field<Person, String> EMAIL = new Field<>(
            Person.class,
            "email",
            FieldType.TEXT,
            Codec.same(String.class),
            person -> person.email() == null ? null : person.email().value());

    /** The telephone number to call: the first one that is active, else the first one. */
    public static final Field<Person, String> PHONE = new Field<>(
            Person.class,
            "phone",
            FieldType.TEXT,
            Codec.same(String.class),
            person -> person.phone() == null ? null : person.phone().value());

    /** The seller in charge. */
    public static final Field<Person, SellerId> OWNER = new Field<>(
            Person.class,
            "owner",
            FieldType.ID,
            Codec.id(SellerId::new),
            person -> person.relationship().owner());

    /** How far towards being a customer. */
    public static final Field<Person, SalesStage> STAGE = new Field<>(
            Person.class,
            "stage",
            FieldType.CHOICE,
            Codec.constant(SalesStage.class),
            person -> person.relationship().stage());

    /** Where it came from. */
    public static final Field<Person, String> SOURCE = new Field<>(
            Person.class,
            "source",
            FieldType.TEXT,
            Codec.same(String.class),
            person -> person.relationship().source());

    /** Whether it is still worked with. */
    public static final Field<Person, PartyState> STATE = new Field<>(
            Person.class,
            "state",
            FieldType.CHOICE,
            Codec.constant(PartyState.class),
            person -> person.relationship().state());

    /** Which record stands for this one since they were merged. */
    public static final Field<Person, PersonId> MERGED_INTO =
            new Field<>(Person.class, "mergedInto", FieldType.ID, Codec.id(PersonId::new), Person::mergedInto);

    /** All of them, by name. */
    public static final Fields<Person> ALL = new Fields<>(
            Person.class,
            List.of(ID, NAME, EMAIL, PHONE, OWNER, STAGE, SOURCE, STATE, MERGED_INTO),
            Person::custom,
            Person::tags);

    private PersonFields() {}
}
