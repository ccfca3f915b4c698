package io.crmkit.core.service;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.value.Revision;
import java.util.Optional;

/** The companies sold to. */
public final class Companies extends Records<Company, CompanyId> {

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
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     */
    public Company add(AddCompany command) {
        AddCompany add = call().commands().check(command);
        CompanyId id = new CompanyId(call().ids().next());
        return added(new Company(id, Revision.NONE, add.name(), add.sector(), add.location(), add.parent()));
    }
}
