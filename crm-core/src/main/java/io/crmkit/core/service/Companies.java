package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The companies sold to. */
public final class Companies extends ExtensibleRecords<Company, CompanyId> {

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Companies(Call call) {
        super(call, call.stores().companies());
    }

    /**
     * Finds a company; one that was merged is found as the company it was merged into.
     *
     * @param id the identity, perhaps an old one
     * @return the record, or empty where it does not exist or belongs to another tenant
     */
    @Override
    public Optional<Company> find(CompanyId id) {
        Optional<Company> found = super.find(id);
        CompanyId into = found.map(Company::mergedInto).orElse(null);
        return into == null ? found : super.find(into);
    }

    /**
     * Adds a company.
     *
     * @param command what is known of it
     * @return the company as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule, or the parent was merged or erased
     * @throws io.crmkit.core.value.NotFoundException if the parent does not exist
     */
    public Company add(AddCompany command) {
        AddCompany add = call().commands().check(command);
        tree().requireInUse("AddCompany", add.parent());
        return added(made(add));
    }

    /**
     * Adds many companies at once, which costs a fraction of adding them one by one: they are written by the thousand, and
     * so is the journal. Each parent they name is read once.
     *
     * @param command what is known of each
     * @return the companies as stored, in the same order
     * @throws io.crmkit.core.value.InvalidCommandException if a field of any of them breaks its rule; all are named, by
     *     their place in the list from 0, and nothing is stored; or if a parent does not exist or is not in use
     */
    public List<Company> add(AddCompanies command) {
        List<AddCompany> all = call().commands().check(command).companies();
        tree().requireInUse(
                        "AddCompanies",
                        all.stream()
                                .map(AddCompany::parent)
                                .filter(Objects::nonNull)
                                .toList());
        return added(all.stream().map(this::made).toList());
    }

    private Company made(AddCompany add) {
        return new Company(
                new CompanyId(call().ids().next()),
                Revision.NONE,
                add.name(),
                add.sector(),
                add.location(),
                add.parent(),
                add.contactPoints(),
                add.relation().in(PartyState.ACTIVE),
                null,
                add.custom(),
                add.tags());
    }

    /**
     * Changes what is known of a company.
     *
     * @param id the company
     * @param command what the record is to say
     * @param from the revision the caller has seen
     * @return the company as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule (all of them are named), or
     *     the parent is the company itself or a branch of it, or was merged or erased
     * @throws io.crmkit.core.value.NotFoundException if the company or the parent does not exist
     * @throws io.crmkit.core.port.StaleRevisionException if somebody else changed the record since
     * @throws io.crmkit.core.party.PartyStateException if the record was merged or erased
     */
    public Company change(CompanyId id, ChangeCompany command, Revision from) {
        ChangeCompany change = call().commands().check(command);
        Company stored = current(id, from);
        if (!Objects.equals(change.parent(), stored.parent())) {
            tree().requireNoCycle(stored, change.parent());
        }
        return changed(stored, rewritten(stored, change));
    }

    private static Company rewritten(Company stored, ChangeCompany change) {
        return stored.withName(change.name())
                .withSector(change.sector())
                .withLocation(change.location())
                .withParent(change.parent())
                .withContactPoints(change.contactPoints())
                .withRelationship(change.relation().in(stored.relationship().state()))
                .withCustom(change.custom())
                .withTags(change.tags());
    }

    /**
     * Says whether an address may be used, at every contact point that has it.
     *
     * @param id the company
     * @param point a contact point with the address, whatever its label and status
     * @param status whether the address may be used
     * @param from the revision the caller has seen
     * @return the company as stored
     * @throws io.crmkit.core.value.InvalidCommandException if the company has no such address
     * @throws io.crmkit.core.value.NotFoundException if the company does not exist
     * @throws io.crmkit.core.port.StaleRevisionException if somebody else changed the record since
     * @throws io.crmkit.core.party.PartyStateException if the record was merged or erased
     */
    public Company setStatus(CompanyId id, ContactPoint point, ContactStatus status, Revision from) {
        Company stored = current(id, from);
        return changed(
                stored,
                stored.withContactPoints(
                        PartyRules.withStatus(call().commands(), stored.contactPoints(), point, status)));
    }

    /**
     * Puts a company's record away.
     *
     * @param id the company
     * @param from the revision the caller has seen
     * @return the company as stored
     * @throws io.crmkit.core.value.NotFoundException if the company does not exist
     * @throws io.crmkit.core.port.StaleRevisionException if somebody else changed the record since
     * @throws io.crmkit.core.party.PartyStateException if the record was merged or erased
     */
    public Company archive(CompanyId id, Revision from) {
        return put(id, PartyState.ARCHIVED, from);
    }

    /**
     * Takes a company's record into use again.
     *
     * @param id the company
     * @param from the revision the caller has seen
     * @return the company as stored
     * @throws io.crmkit.core.value.NotFoundException if the company does not exist
     * @throws io.crmkit.core.port.StaleRevisionException if somebody else changed the record since
     * @throws io.crmkit.core.party.PartyStateException if the record was merged or erased
     */
    public Company restore(CompanyId id, Revision from) {
        return put(id, PartyState.ACTIVE, from);
    }

    /**
     * Lists the branches of a company: those whose parent it is.
     *
     * @param id the company
     * @param request how many, and after which
     * @return the page, by ascending identity
     */
    public Page<Company> branches(CompanyId id, PageRequest request) {
        return select(CompanyFields.PARENT.is(id), request);
    }

    /**
     * Lists whom a company belongs to.
     *
     * @param id the company
     * @return its parent, the parent's parent and so on
     * @throws io.crmkit.core.value.NotFoundException if the company does not exist
     */
    public List<Company> ancestors(CompanyId id) {
        return tree().ancestors(required(id));
    }

    /**
     * Lists what belongs to a company, at whatever distance.
     *
     * @param id the company
     * @return the company, its branches, their branches and so on, each once
     * @throws io.crmkit.core.value.NotFoundException if the company does not exist
     */
    public List<Company> tree(CompanyId id) {
        return tree().below(required(id));
    }

    private CompanyTree tree() {
        return new CompanyTree(call());
    }

    private Company put(CompanyId id, PartyState state, Revision from) {
        Company stored = current(id, from);
        return changed(stored, stored.withRelationship(stored.relationship().withState(state)));
    }

    @Override
    Company current(CompanyId id, Revision from) {
        Company stored = required(id);
        PartyRules.requireCurrent(stored, stored.relationship(), requireNonNull(from, "from"));
        return stored;
    }
}
