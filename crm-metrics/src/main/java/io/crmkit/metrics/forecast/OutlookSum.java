package io.crmkit.metrics.forecast;

import io.crmkit.metrics.distribution.CountDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/* The equal mixture of what sellers and team may expect at each set of rates. */
final class OutlookSum {

    private final Map<String, List<CountDistribution>> sellers = new TreeMap<>();
    private final List<CountDistribution> team = new ArrayList<>();
    private double fromOpen;
    private double fromArrivals;

    OutlookSum(Collection<String> names) {
        names.forEach(name -> sellers.put(name, new ArrayList<>()));
    }

    void add(Map<String, ActivityForecast.SellerNode> nodes) {
        List<CountDistribution> parts = new ArrayList<>();
        nodes.forEach((name, node) -> {
            CountDistribution contracts = node.contracts();
            sellers.computeIfAbsent(name, unknown -> new ArrayList<>()).add(contracts);
            parts.add(contracts);
            fromOpen += node.fromOpen();
            fromArrivals += node.fromArrivals();
        });
        team.add(CountDistribution.sum(parts));
    }

    ActivityOutlook outlook() {
        Map<String, CountDistribution> mixed = new TreeMap<>();
        sellers.forEach((name, parts) -> mixed.put(name, mixture(parts)));
        return new ActivityOutlook(mixture(team), mixed, fromOpen / team.size(), fromArrivals / team.size());
    }

    private static CountDistribution mixture(List<CountDistribution> parts) {
        double[] weights = new double[parts.size()];
        Arrays.fill(weights, 1);
        return CountDistribution.mixture(weights, parts);
    }
}
