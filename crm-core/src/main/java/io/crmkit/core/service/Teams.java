package io.crmkit.core.service;

import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Revision;

/** The teams sellers belong to. */
public final class Teams extends Records<Team, TeamId> {

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
     */
    public Team add(AddTeam command) {
        AddTeam add = call().commands().check(command);
        return added(new Team(new TeamId(call().ids().next()), Revision.NONE, add.name(), add.region()));
    }
}
