package io.crmkit.core.insight;

import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.Facts.OpportunityCount;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.view.SellerFunnel;
import io.crmkit.core.view.TeamFunnel;
import io.crmkit.metrics.funnel.Funnel;
import io.crmkit.metrics.funnel.FunnelReport;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts by furthest stage and outcome, laid out as funnels: the open stages in order, then those won. */
final class OpportunityFunnelAnswer {

    private final Pipeline pipeline;
    private final List<Stage> steps;
    private final Funnel funnel;
    private final Directory directory;

    OpportunityFunnelAnswer(Pipeline pipeline, Directory directory) {
        this.pipeline = pipeline;
        this.steps = pipeline.stages().stream()
                .filter(stage -> stage.kind() == StageKind.OPEN)
                .toList();
        this.funnel = Funnel.of(Stream.concat(steps.stream().map(Stage::name), Stream.of(wonName(pipeline)))
                .toArray(String[]::new));
        this.directory = directory;
    }

    private static String wonName(Pipeline pipeline) {
        return pipeline.stages().stream()
                .filter(stage -> stage.kind() == StageKind.WON)
                .map(Stage::name)
                .findFirst()
                .orElse("Won");
    }

    /**
     * Lays out counts.
     *
     * @param counts those with a row for each seller
     * @param totals those of all sellers together
     */
    TeamFunnel of(List<OpportunityCount> counts, List<OpportunityCount> totals) {
        Tally all = new Tally();
        totals.stream().filter(this::isMine).forEach(all::add);
        Map<@Nullable SellerId, Tally> bySeller = new HashMap<>();
        counts.stream()
                .filter(this::isMine)
                .forEach(count -> bySeller.computeIfAbsent(count.owner(), seller -> new Tally())
                        .add(count));
        return new TeamFunnel(all.report(), sellers(bySeller));
    }

    private boolean isMine(OpportunityCount count) {
        return count.pipeline().equals(pipeline.id());
    }

    private List<SellerFunnel> sellers(Map<@Nullable SellerId, Tally> bySeller) {
        return bySeller.entrySet().stream()
                .map(entry -> new SellerFunnel(
                        entry.getKey(),
                        directory.name(entry.getKey()),
                        directory.team(entry.getKey()),
                        entry.getValue().report()))
                .sorted(Comparator.comparing(SellerFunnel::name))
                .toList();
    }

    /** How many reached each step. */
    private final class Tally {

        private final long[] reached = new long[steps.size() + 1];
        private long stillOpen;

        void add(OpportunityCount count) {
            int furthest = pipeline.order(count.reached());
            for (int step = 0; step < steps.size(); step++) {
                if (step == 0 || pipeline.order(steps.get(step).id()) <= furthest) {
                    reached[step] += count.count();
                }
            }
            if (count.outcome() == Outcome.WON) {
                reached[steps.size()] += count.count();
            } else if (count.outcome() == Outcome.OPEN) {
                stillOpen += count.count();
            }
        }

        FunnelReport report() {
            return funnel.reached(reached, stillOpen);
        }
    }
}
