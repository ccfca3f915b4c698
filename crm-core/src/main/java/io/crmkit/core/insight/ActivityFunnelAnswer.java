package io.crmkit.core.insight;

import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.port.Facts.ActivityCount;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.view.SellerFunnel;
import io.crmkit.core.view.TeamFunnel;
import io.crmkit.metrics.funnel.Funnel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts by seller and type, laid out as funnels. */
final class ActivityFunnelAnswer {

    private final List<ActivityType> steps;
    private final Funnel funnel;
    private final Map<ActivityType, ActivityTypeDefinition> types;
    private final Directory directory;

    ActivityFunnelAnswer(
            List<ActivityType> steps, Map<ActivityType, ActivityTypeDefinition> types, Directory directory) {
        this.steps = List.copyOf(steps);
        this.funnel = Funnel.of(steps.stream().map(ActivityType::code).toArray(String[]::new));
        this.types = types;
        this.directory = directory;
    }

    /**
     * Lays out counts.
     *
     * @param counts those with a row for each seller
     * @param totals those of all sellers together
     */
    TeamFunnel of(List<ActivityCount> counts, List<ActivityCount> totals) {
        Share[] all = nothing();
        totals.forEach(count -> add(count, all));
        Map<@Nullable SellerId, Share[]> bySeller = new HashMap<>();
        for (ActivityCount count : counts) {
            if (step(count) >= 0) {
                add(count, bySeller.computeIfAbsent(count.seller(), seller -> nothing()));
            }
        }
        return new TeamFunnel(funnel.report(rounded(all)), sellers(bySeller));
    }

    private Share[] nothing() {
        Share[] nothing = new Share[steps.size()];
        Arrays.fill(nothing, Share.NONE);
        return nothing;
    }

    private static long[] rounded(Share[] shares) {
        return Arrays.stream(shares).mapToLong(Share::rounded).toArray();
    }

    private int step(ActivityCount count) {
        ActivityTypeDefinition type = types.get(count.type());
        return steps.indexOf(type == null ? count.type() : type.step());
    }

    private void add(ActivityCount count, Share[] to) {
        int step = step(count);
        if (step >= 0) {
            to[step] = to[step].plus(count.count(), count.shares());
        }
    }

    private List<SellerFunnel> sellers(Map<@Nullable SellerId, Share[]> bySeller) {
        return bySeller.entrySet().stream()
                .map(entry -> new SellerFunnel(
                        entry.getKey(),
                        directory.name(entry.getKey()),
                        directory.team(entry.getKey()),
                        funnel.report(rounded(entry.getValue()))))
                .sorted(Comparator.comparing(SellerFunnel::name))
                .toList();
    }
}
