package io.crmkit.jpa;

import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Teams to rows and back. */
final class TeamRows {

    static final Mapping<Team, TeamId, TeamRow> MAPPING = new Mapping<>(
            TeamRow.class, "name", List.of(), TeamRow::new, TeamRows::fill, TeamRows::toDomain, TeamId::new);

    private TeamRows() {}

    private static void fill(Team team, TeamRow row) {
        row.fill(team.custom(), team.tags());
        row.name = team.name();
        row.nameFolded = Folding.folded(row.name);
        row.region = team.region();
        row.regionFolded = Folded.of(row.region);
        row.parent = Ids.value(team.parent());
        row.leader = Ids.value(team.leader());
    }

    static Team toDomain(TeamRow row) {
        return new Team(
                new TeamId(row.id),
                new Revision(row.revision),
                row.name,
                row.region,
                Ids.of(row.parent, TeamId::new),
                Ids.of(row.leader, SellerId::new),
                row.custom(),
                row.tags());
    }
}
