package io.crmkit.core.service;

import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Revision;
import java.util.Set;

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
        new Mentions().add(add.team()).require(call());
        return added(new Seller(
                new SellerId(call().ids().next()),
                Revision.NONE,
                add.name(),
                add.team(),
                add.zone(),
                CustomFields.NONE,
                Set.of()));
    }

    /**
     * Changes what is known of a seller.
     *
     * @param id the seller
     * @param command what the record is to say
     * @param from the revision the caller has seen
     * @return the seller as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws io.crmkit.core.value.NotFoundException if the seller or the team does not exist
     * @throws io.crmkit.core.port.StaleRevisionException if somebody else changed it since
     */
    public Seller change(SellerId id, ChangeSeller command, Revision from) {
        ChangeSeller change = call().commands().check(command);
        Seller stored = current(id, from);
        TeamId team = change.team();
        new Mentions().add(team).except(new Mentions().add(stored.team())).require(call());
        return changed(
                stored, new Seller(id, from, change.name(), team, change.zone(), stored.custom(), stored.tags()));
    }
}
