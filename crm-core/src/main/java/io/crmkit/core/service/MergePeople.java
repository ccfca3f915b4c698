package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.CustomFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Merging people. */
final class MergePeople extends MergeParty<Person, PersonId> {

    @Override
    DuplicateKind kind() {
        return DuplicateKind.PERSON;
    }

    @Override
    Store<Person, PersonId> store(Stores stores) {
        return stores.people();
    }

    @Override
    PersonId id(UUID value) {
        return new PersonId(value);
    }

    @Override
    List<MergeField<Person>> fields() {
        List<MergeField<Person>> fields = new ArrayList<>();
        fields.add(new MergeField<>("name", Person::name, (person, name) -> person.withName(requireNonNull(name))));
        fields.addAll(MergeRelationship.fields(Person::relationship, Person::withRelationship));
        return fields;
    }

    @Override
    List<ContactPoint> contactPoints(Person person) {
        return person.contactPoints();
    }

    @Override
    CustomFields custom(Person person) {
        return person.custom();
    }

    @Override
    Set<String> tags(Person person) {
        return person.tags();
    }

    @Override
    Person with(Person person, List<ContactPoint> contactPoints, CustomFields custom, Set<String> tags) {
        return person.withContactPoints(contactPoints).withCustom(custom).withTags(tags);
    }

    @Override
    PartyState state(Person person) {
        return person.relationship().state();
    }

    @Override
    @Nullable
    UUID mergedInto(Person person) {
        PersonId into = person.mergedInto();
        return into == null ? null : into.value();
    }

    @Override
    Person merged(Person person, @Nullable UUID into, PartyState state) {
        return new Person(
                person.id(),
                person.revision(),
                person.name(),
                person.contactPoints(),
                person.relationship().withState(state),
                into == null ? null : new PersonId(into),
                person.custom(),
                person.tags());
    }

    @Override
    List<MergeReference<?, ?>> references() {
        return MergeReferences.TO_PEOPLE;
    }
}
