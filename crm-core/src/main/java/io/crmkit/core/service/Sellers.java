package io.crmkit.core.service;

import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Revision;

/** The people who sell. */
public final class Sellers extends ExtensibleRecords<Seller, SellerId> {

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Sellers(Call call) {
        super(call, call.stores().sellers());
    }

    /**
     * Adds a seller.
     *
     * @param command what is known of the seller
     * @return the seller as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     */
    public Seller add(AddSeller command) {
        AddSeller add = call().commands().check(command);
        return added(new Seller(new SellerId(call().ids().next()), Revision.NONE, add.name(), add.team()));
    }
}
