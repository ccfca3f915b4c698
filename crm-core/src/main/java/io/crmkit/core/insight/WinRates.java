package io.crmkit.core.insight;

import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.port.Facts.OpportunityCount;
import io.crmkit.core.team.SellerId;
import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.team.ControlChart;
import io.crmkit.metrics.team.SellerCount;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Won out of decided: opportunities still open are in neither count. */
final class WinRates {

    static final String OTHERS = "(others)";

    private static final Proportion NONE = Proportion.of(0, 0);

    private WinRates() {}

    static Proportion history(PipelineId pipeline, List<OpportunityCount> counts) {
        return counts.stream()
                .filter(count -> count.pipeline().equals(pipeline))
                .map(WinRates::decided)
                .reduce(NONE, Proportion::plus);
    }

    static ControlChart of(
            PipelineId pipeline, List<OpportunityCount> counts, List<OpportunityCount> totals, Directory directory) {
        Map<SellerId, Proportion> bySeller = new HashMap<>();
        for (OpportunityCount count : counts) {
            SellerId owner = count.owner();
            if (owner != null && count.pipeline().equals(pipeline)) {
                bySeller.merge(owner, decided(count), Proportion::plus);
            }
        }
        Stream<SellerCount> sellers = bySeller.entrySet().stream()
                .map(entry -> new SellerCount(directory.name(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(SellerCount::seller));
        return ControlChart.of(Stream.concat(sellers, others(history(pipeline, counts), history(pipeline, totals)))
                .toList());
    }

    /* what the totals hold beyond the rows that may be seen, so that the chart's rate is the team's; they are counted one
     * after the other, and a deal may be decided in between */
    private static Stream<SellerCount> others(Proportion seen, Proportion all) {
        long trials = Math.max(0, all.trials() - seen.trials());
        long successes = Math.min(trials, Math.max(0, all.successes() - seen.successes()));
        return trials == 0 ? Stream.empty() : Stream.of(new SellerCount(OTHERS, Proportion.of(successes, trials)));
    }

    private static Proportion decided(OpportunityCount count) {
        return switch (count.outcome()) {
            case WON -> Proportion.of(count.count(), count.count());
            case LOST -> Proportion.of(0, count.count());
            case OPEN -> NONE;
        };
    }
}
