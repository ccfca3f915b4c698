package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.value.Revision;
import java.util.List;
import java.util.Optional;

/** The people sold to. */
public final class People extends ExtensibleRecords<Person, PersonId> {

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
        return added(made(call().commands().check(command)));
    }

    /**
     * Adds many people at once, which costs a fraction of adding them one by one: they are written by the thousand, and so
     * is the journal.
     *
     * @param command what is known of each
     * @return the people as stored, in the same order
     * @throws io.crmkit.core.value.InvalidCommandException if a field of any of them breaks its rule; all are named, by
     *     their place in the list from 0, and nothing is stored
     */
    public List<Person> add(AddPeople command) {
        return added(call().commands().check(command).people().stream()
                .map(this::made)
                .toList());
    }

    private Person made(AddPerson add) {
        return new Person(
                new PersonId(call().ids().next()),
                Revision.NONE,
                add.name(),
                add.contactPoints(),
                add.relation().in(PartyState.ACTIVE),
                null,
                add.custom(),
                add.tags());
    }

    /**
     * Changes what is known of a person.
     *
     * @param id the person
     * @param command what the record is to say
     * @param from the revision the caller has seen
     * @return the person as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule; all of them are named
     * @throws io.crmkit.core.value.NotFoundException if the person does not exist
     * @throws io.crmkit.core.port.StaleRevisionException if somebody else changed the record since
     * @throws io.crmkit.core.party.PartyStateException if the record was merged or erased
     */
    public Person change(PersonId id, ChangePerson command, Revision from) {
        ChangePerson change = call().commands().check(command);
        Person stored = current(id, from);
        return changed(
                stored,
                stored.withName(change.name())
                        .withContactPoints(change.contactPoints())
                        .withRelationship(
                                change.relation().in(stored.relationship().state()))
                        .withCustom(change.custom())
                        .withTags(change.tags()));
    }

    /**
     * Says whether an address may be used, at every contact point that has it.
     *
     * @param id the person
     * @param point a contact point with the address, whatever its label and status
     * @param status whether the address may be used
     * @param from the revision the caller has seen
     * @return the person as stored
     * @throws io.crmkit.core.value.InvalidCommandException if the person has no such address
     * @throws io.crmkit.core.value.NotFoundException if the person does not exist
     * @throws io.crmkit.core.port.StaleRevisionException if somebody else changed the record since
     * @throws io.crmkit.core.party.PartyStateException if the record was merged or erased
     */
    public Person setStatus(PersonId id, ContactPoint point, ContactStatus status, Revision from) {
        Person stored = current(id, from);
        return changed(
                stored,
                stored.withContactPoints(
                        PartyRules.withStatus(call().commands(), stored.contactPoints(), point, status)));
    }

    /**
     * Puts a person's record away.
     *
     * @param id the person
     * @param from the revision the caller has seen
     * @return the person as stored
     * @throws io.crmkit.core.value.NotFoundException if the person does not exist
     * @throws io.crmkit.core.port.StaleRevisionException if somebody else changed the record since
     * @throws io.crmkit.core.party.PartyStateException if the record was merged or erased
     */
    public Person archive(PersonId id, Revision from) {
        return put(id, PartyState.ARCHIVED, from);
    }

    /**
     * Takes a person's record into use again.
     *
     * @param id the person
     * @param from the revision the caller has seen
     * @return the person as stored
     * @throws io.crmkit.core.value.NotFoundException if the person does not exist
     * @throws io.crmkit.core.port.StaleRevisionException if somebody else changed the record since
     * @throws io.crmkit.core.party.PartyStateException if the record was merged or erased
     */
    public Person restore(PersonId id, Revision from) {
        return put(id, PartyState.ACTIVE, from);
    }

    private Person put(PersonId id, PartyState state, Revision from) {
        Person stored = current(id, from);
        return changed(stored, stored.withRelationship(stored.relationship().withState(state)));
    }

    @Override
    Person current(PersonId id, Revision from) {
        Person stored = required(id);
        PartyRules.requireCurrent(stored, stored.relationship(), requireNonNull(from, "from"));
        return stored;
    }
}
