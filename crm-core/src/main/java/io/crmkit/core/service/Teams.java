package io.crmkit.core.service;

import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Revision;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The teams sellers belong to. */
public final class Teams extends ExtensibleRecords<Team, TeamId> {

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Teams(Call call) {
        super(call, call.stores().teams());
    }

    /**
     * Adds a team.
     *
     * @param command what is known of the team
     * @return the team as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the parent or the leader does not exist
     */
    public Team add(AddTeam command) {
        AddTeam add = call().commands().check(command);
        requireParent(add.parent());
        requireLeader(add.leader());
        return added(new Team(
                new TeamId(call().ids().next()),
                Revision.NONE,
                add.name(),
                add.region(),
                add.parent(),
                add.leader(),
                CustomFields.NONE,
                Set.of()));
    }

    /**
     * Makes a team part of another.
     *
     * @param id the team
     * @param parent the team it is to be part of, or null for none
     * @param from the revision the caller has seen
     * @return the team as stored
     * @throws NotFoundException if one of the teams does not exist
     * @throws InvalidCommandException if the parent is the team itself, or part of it
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Team place(TeamId id, @Nullable TeamId parent, Revision from) {
        Team stored = current(id, from);
        requireParent(parent);
        requireNotBelow(stored, parent);
        return changed(stored, stored.withParent(parent));
    }

    /**
     * Makes a seller the leader of a team.
     *
     * @param id the team
     * @param leader the seller who is to lead it, or null for nobody
     * @param from the revision the caller has seen
     * @return the team as stored
     * @throws NotFoundException if the team or the seller does not exist
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Team appoint(TeamId id, @Nullable SellerId leader, Revision from) {
        Team stored = current(id, from);
        requireLeader(leader);
        return changed(stored, stored.withLeader(leader));
    }

    private void requireParent(@Nullable TeamId parent) {
        if (parent != null) {
            required(parent);
        }
    }

    private void requireLeader(@Nullable SellerId leader) {
        if (leader != null
                && call().stores().sellers().find(call().tenant(), leader).isEmpty()) {
            throw new NotFoundException(leader);
        }
    }

    private void requireNotBelow(Team team, @Nullable TeamId parent) {
        Set<TeamId> above = new HashSet<>();
        Optional<TeamId> next = Optional.ofNullable(parent);
        while (next.isPresent() && above.add(next.get())) {
            next = find(next.get()).map(Team::parent);
        }
        if (above.contains(team.id())) {
            throw call().commands()
                    .refused("PlaceTeam", "parent", parent, Rule.of("crmkit.teamBelow", "name", team.name()));
        }
    }
}
