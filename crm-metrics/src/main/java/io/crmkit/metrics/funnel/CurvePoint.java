package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.Interval;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The share of a cohort that reaches a step within a horizon, with what is needed to judge it.
 *
 * <p>Definition: {@code rate} is one minus the Kaplan-Meier share at {@code horizon}, the horizon included.
 *
 * <ul>
 *   <li>Shape: one rate with its standard error, interval, counts and caveats.
 *   <li>Unit: the horizon in the unit of the durations; rates as ratios, not percent.
 *   <li>Range: zero to one.
 *   <li>Nothing to divide by: {@link KaplanMeier#conversionAt(double)} answers no point without units. Standard error
 *       and interval are empty where the rate is one; the log-log interval is empty where the rate is zero, too.
 *   <li>Errors: a rate outside zero to one is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: {@link KaplanMeier}.
 *
 * @param horizon the time since entry
 * @param units how many units the curve is made from
 * @param atRisk how many of them were followed up to the horizon and still open just before it
 * @param censoredShare the share of all units that were last seen open before the horizon: what became of them by then
 *     is unknown
 * @param rate the share that reaches the step within the horizon
 * @param standardError Greenwood's standard error of the rate, empty where the rate is one
 * @param interval the interval of the rate, empty where the formula has none
 * @param caveats why to read the rate with care, in the order of {@link Caveat}
 */
public record CurvePoint(
        double horizon,
        long units,
        long atRisk,
        double censoredShare,
        double rate,
        OptionalDouble standardError,
        Optional<Interval> interval,
        Set<Caveat> caveats) {

    /**
     * Checks the rate and copies the caveats.
     *
     * @throws IllegalArgumentException where {@code 0 <= rate <= 1} does not hold
     */
    public CurvePoint {
        requireNonNull(standardError, "standardError");
        requireNonNull(interval, "interval");
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be between 0 and 1: rate = " + rate);
        }
        Set<Caveat> ordered = EnumSet.noneOf(Caveat.class);
        ordered.addAll(caveats);
        caveats = Collections.unmodifiableSet(ordered);
    }

    /**
     * Explains the rate.
     *
     * @return the horizon, the counts, the rate, its standard error and the ends of its interval
     */
    public Explanation explain() {
        return Explanation.of("share within the horizon")
                .with("horizon", horizon)
                .with("units", units)
                .with("at risk at the horizon", atRisk)
                .with("censored share before the horizon", censoredShare)
                .with("rate", rate)
                .with("standard error", standardError)
                .with("rate", interval);
    }
}
