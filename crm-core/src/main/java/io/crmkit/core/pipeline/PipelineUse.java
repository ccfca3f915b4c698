package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Text;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline is for.
 *
 * @param businessType the type of business, one of the host's, 1 to 100 characters, or null for any
 * @param teams the teams that use it, with all teams beneath them; none for every team; at most 100
 */
public record PipelineUse(@Nullable String businessType, Set<TeamId> teams) {

    /** For everything and everybody. */
    public static final PipelineUse ANY = new PipelineUse(null, Set.of());

    /**
     * Says what a pipeline is for.
     *
     * @throws IllegalArgumentException if the business type breaks its rule, or there are over 100 teams
     */
    public PipelineUse {
        Text.optional("businessType", businessType, 100);
        SortedSet<TeamId> sorted = new TreeSet<>(Comparator.comparing(TeamId::toString));
        for (TeamId team : requireNonNull(teams, "teams")) {
            sorted.add(requireNonNull(team, "teams"));
        }
        if (sorted.size() > 100) {
            throw new IllegalArgumentException("teams must be at most 100, not " + sorted.size());
        }
        teams = Collections.unmodifiableSortedSet(sorted);
    }

    /**
     * Tells whether a seller of some team may use it.
     *
     * @param line the seller's team, the team it is part of, and so on up
     * @return whether one of them is among the teams, or it is for every team
     */
    public boolean isFor(Collection<TeamId> line) {
        return teams.isEmpty() || line.stream().anyMatch(teams::contains);
    }
}
