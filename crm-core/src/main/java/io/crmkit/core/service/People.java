package io.crmkit.core.service;

import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.Revision;

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
