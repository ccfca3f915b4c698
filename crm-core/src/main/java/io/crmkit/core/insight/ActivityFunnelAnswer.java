package io.crmkit.core.insight;

import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.port.Facts.ActivityCount;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.view.SellerFunnel;
import io.crmkit.core.view.TeamFunnel;
import io.crmkit.metrics.funnel.Funnel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts by seller and type, laid out as funnels. */
final class ActivityFunnelAnswer {

    private final List<ActivityType> steps;
    private final Funnel funnel;
    private final Directory directory;

    ActivityFunnelAnswer(List<ActivityType> steps, Directory directory) {
        this.steps = List.copyOf(steps);
        this.funnel = Funnel.of(steps.stream().map(ActivityType::code).toArray(String[]::new));
        this.directory = directory;
    }

    /**
     * Lays out counts.
     *
     * @param counts those with a row for each seller
     * @param totals those of all sellers together
     */
    TeamFunnel of(List<ActivityCount> counts, List<ActivityCount> totals) {
        long[] all = new long[steps.size()];
        totals.forEach(count -> add(count, all));
        Map<@Nullable SellerId, long[]> bySeller = new HashMap<>();
        for (ActivityCount count : counts) {
            if (steps.contains(count.type())) {
                add(count, bySeller.computeIfAbsent(count.seller(), seller -> new long[steps.size()]));
            }
        }
        return new TeamFunnel(funnel.report(all), sellers(bySeller));
    }

    private void add(ActivityCount count, long[] to) {
        int step = steps.indexOf(count.type());
        if (step >= 0) {
            to[step] += count.count();
        }
    }

    private List<SellerFunnel> sellers(Map<@Nullable SellerId, long[]> bySeller) {
        return bySeller.entrySet().stream()
                .map(entry -> new SellerFunnel(
                        entry.getKey(),
                        directory.name(entry.getKey()),
                        directory.team(entry.getKey()),
                        funnel.report(entry.getValue())))
                .sorted(Comparator.comparing(SellerFunnel::name))
                .toList();
    }
}
