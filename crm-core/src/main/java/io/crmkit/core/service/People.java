package io.crmkit.core.service;

import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.Revision;
import java.util.Optional;

/** The people sold to. */
public final class People extends Records<Person, PersonId> {

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public People(Call call) {
        super(call, call.stores().people());
    }

    /**
     * Finds a person; one that was merged is found as the person it was merged into.
     *
     * @param id the identity, perhaps an old one
     * @return the record, or empty where it does not exist or belongs to another tenant
     */
    @Override
    public Optional<Person> find(PersonId id) {
        Optional<Person> found = super.find(id);
        PersonId into = found.map(Person::mergedInto).orElse(null);
        return into == null ? found : super.find(into);
    }

    /**
     * Adds a person.
     *
     * @param command what is known of the person
     * @return the person as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     */
    public Person add(AddPerson command) {
        AddPerson add = call().commands().check(command);
        return added(new Person(new PersonId(call().ids().next()), Revision.NONE, add.name(), add.email()));
    }
}
