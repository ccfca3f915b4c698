package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.distribution.CountDistribution;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many contracts to expect of a team and of each of its sellers, as whole distributions.
 *
 * @param team of the team as a whole; wider than the sum of independent sellers, as they share uncertain rates
 * @param sellers by seller
 * @param fromOpen the expected contracts of the team from what is on its way
 * @param fromArrivals the expected contracts of the team from what is still to be started
 */
public record ActivityOutlook(
        CountDistribution team, Map<String, CountDistribution> sellers, double fromOpen, double fromArrivals) {

    /** Copies the sellers, in the order of their names. */
    public ActivityOutlook {
        requireNonNull(team, "team");
        sellers = Collections.unmodifiableMap(new TreeMap<>(sellers));
    }

    /**
     * Explains the team's forecast.
     *
     * @param level the probability that the interval is to hold, strictly between zero and one
     * @return what comes from open units and from arrivals, the mean, the standard deviation and the interval
     * @throws IllegalArgumentException where the level is out of range
     */
    public Explanation explain(double level) {
        return Explanation.of("contracts of the team")
                .with("expected from open units", fromOpen)
                .with("expected from arrivals", fromArrivals)
                .with("expected", team.mean())
                .with("standard deviation", Math.sqrt(team.variance()))
                .with("lower", team.interval(level).lower())
                .with("upper", team.interval(level).upper());
    }
}
