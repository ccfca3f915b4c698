package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineUseException;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which teams use which pipelines. */
final class PipelineTeams {

    private final Call call;

    PipelineTeams(Call call) {
        this.call = requireNonNull(call, "call");
    }

    /** Refuses a pipeline to sellers of other teams; what is nobody's may stand in any. */
    void requireUsed(Pipeline pipeline, @Nullable SellerId owner) {
        if (owner != null
                && !pipeline.use().teams().isEmpty()
                && !pipeline.use().isFor(line(owner))) {
            throw new PipelineUseException(pipeline, owner);
        }
    }

    /** The seller's team, the team it is part of, and so on up. */
    Set<TeamId> line(SellerId seller) {
        Set<TeamId> line = new LinkedHashSet<>();
        TeamId team = call.stores()
                .sellers()
                .find(call.tenant(), seller)
                .map(Seller::team)
                .orElse(null);
        while (team != null && line.add(team)) {
            team = call.stores()
                    .teams()
                    .find(call.tenant(), team)
                    .map(Team::parent)
                    .orElse(null);
        }
        return line;
    }
}
