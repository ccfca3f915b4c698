package io.crmkit.core.service;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.value.Revision;

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
