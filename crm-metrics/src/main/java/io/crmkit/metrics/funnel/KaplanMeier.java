package io.crmkit.metrics.funnel;

import io.crmkit.metrics.Interval;
import io.crmkit.metrics.IntervalMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a cohort reaches a step with age, when some of its units are still open: the Kaplan-Meier curve.
 *
 * <p>Definition: {@code S(t)} is the product of {@code 1 - events / atRisk} over all distinct times up to {@code t},
 * that time included; the conversion within {@code t} is {@code 1 - S(t)}. A unit last seen open at a time is at risk
 * at that time. Greenwood's standard error is {@code S} times the root of the sum of
 * {@code events / (atRisk · (atRisk - events))}.
 *
 * <ul>
 *   <li>Shape: one step per distinct time, ascending; a point is asked for at any horizon.
 *   <li>Unit: durations since entry in one unit of the caller's choice, such as days, the same for all units and
 *       horizons; shares as ratios, not percent.
 *   <li>Range: shares from zero to one; times from zero, where zero is an outcome at entry.
 *   <li>Nothing to divide by: no units give no steps, no points and no median. No events, or all units still open, give
 *       a conversion of zero at every horizon. Where all are gone, as for a single unit that converts, the conversion
 *       is one without standard error or interval. Nothing here is ever not-a-number.
 *   <li>Errors: a duration that is negative, infinite or not a number, or arrays of different lengths, are an {@link
 *       IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: a win rate where units can be lost. Who counts lost units as open overstates it; use {@link
 * CumulativeIncidence} there. It assumes that units still open will go as those of the same age did.
 *
 * <p>Source: Kaplan, E. L. and Meier, P. (1958), JASA 53, 457–481; Greenwood, M. (1926), as in R's survival package.
 */
public final class KaplanMeier {

    private static final double USUAL_LEVEL = 0.95;
    // a product of exact quotients that should be one half may miss it in the last digits
    private static final double HALF = 0.5 + 1e-12;

    private final LifeTable table;
    private final List<SurvivalStep> steps;

    private KaplanMeier(LifeTable table) {
        this.table = table;
        steps = List.copyOf(steps(table));
    }

    /**
     * Obtains the curve of a cohort, one entry of both arrays per unit, in any order.
     *
     * @param durations the time from entry to the event, or to when the unit was last seen
     * @param events whether the unit reached the step then; false means still open
     * @return the curve
     * @throws IllegalArgumentException where the arrays differ in length or a duration is not finite or is negative
     */
    public static KaplanMeier of(double[] durations, boolean[] events) {
        LifeTable.requireSameLength(durations, "events", events.length);
        return of(new double[durations.length], durations, events);
    }

    /**
     * Obtains the curve of units that were followed from different ages on, such as those of the last 30 days: a period
     * life table, which tells how units pass now and not how they passed when the oldest entered.
     *
     * <p>A unit counts as at risk after its age in {@code entries} and up to its duration (delayed entry, left
     * truncation). Where few are at risk at an early age the curve leaps there and stays low; look at {@link
     * SurvivalStep#atRisk()}.
     *
     * <p>Source: Brenner, H. and Gefeller, O. (1996), An alternative approach to monitoring cancer patient survival,
     * Cancer 78, 2004–2010.
     *
     * @param entries the age from which on a unit was followed; zero where from the start
     * @param durations the time from the unit's start, not from its entry, to the event or to when it was last seen
     * @param events whether the unit reached the step then; false means still open
     * @return the curve
     * @throws IllegalArgumentException where the arrays differ in length, a time is not finite or is negative, or a
     *     unit's entry is neither zero nor before its duration
     */
    public static KaplanMeier of(double[] entries, double[] durations, boolean[] events) {
        LifeTable.requireSameLength(durations, "events", events.length);
        Outcome[] outcomes = new Outcome[events.length];
        for (int i = 0; i < events.length; i++) {
            outcomes[i] = events[i] ? Outcome.WON : Outcome.OPEN;
        }
        return new KaplanMeier(LifeTable.of(entries, durations, outcomes));
    }

    private static List<SurvivalStep> steps(LifeTable table) {
        List<SurvivalStep> steps = new ArrayList<>();
        double survival = 1;
        double sum = 0;
        for (int i = 0; i < table.size(); i++) {
            long atRisk = table.atRisk(i);
            long events = table.count(i, Outcome.WON);
            survival *= (double) (atRisk - events) / atRisk;
            sum += events / ((double) atRisk * (atRisk - events));
            OptionalDouble error =
                    survival == 0 ? OptionalDouble.empty() : OptionalDouble.of(survival * Math.sqrt(sum));
            long censored = table.count(i, Outcome.OPEN);
            steps.add(new SurvivalStep(table.time(i), atRisk, events, censored, survival, error));
        }
        return steps;
    }

    /**
     * Lists the curve's steps.
     *
     * @return one step per distinct time, events or not, ascending, unmodifiable; empty without units
     */
    public List<SurvivalStep> steps() {
        return steps;
    }

    /**
     * Computes the conversion within a horizon with its 95 % log-log interval.
     *
     * @param horizon the time since entry, in the unit of the durations
     * @return the point, or empty without units
     * @throws IllegalArgumentException where the horizon is not finite or is negative
     */
    public Optional<CurvePoint> conversionAt(double horizon) {
        return conversionAt(horizon, IntervalMethod.GREENWOOD_LOG_LOG, USUAL_LEVEL);
    }

    /**
     * Computes the conversion within a horizon, {@code 1 - S(horizon)}.
     *
     * <p>Definition: as at the class; the interval's ends are one minus those of {@link SurvivalStep#limits}.
     *
     * <ul>
     *   <li>Shape: one point with counts, interval and caveats.
     *   <li>Unit: ratio, not percent.
     *   <li>Range: zero to one. Beyond the last observed time the last value is carried on and the point says {@link
     *       io.crmkit.metrics.Caveat#EXTRAPOLATED}; before the first it is zero.
     *   <li>Nothing to divide by: empty without units; see {@link CurvePoint} for missing intervals.
     *   <li>Errors: a horizon that is negative, infinite or not a number, a method that is not for a curve, or a level
     *       outside zero to one, is an {@link IllegalArgumentException}, without units too.
     * </ul>
     *
     * <p>Source: as at the class.
     *
     * @param horizon the time since entry, in the unit of the durations
     * @param method the scale of the interval, one of the three of Greenwood
     * @param level the confidence level, strictly between zero and one
     * @return the point, or empty without units
     * @throws IllegalArgumentException where the horizon, the method or the level is refused
     */
    public Optional<CurvePoint> conversionAt(double horizon, IntervalMethod method, double level) {
        double time = LifeTable.requireTime("horizon", horizon);
        SurvivalStep step = stepAt(time);
        Optional<Interval> interval = step.limits(method, level)
                .map(limits -> new Interval(1 - limits.upper(), 1 - limits.lower(), level, method));
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CurvePoint(
                time,
                table.units(),
                table.atRiskAt(time),
                table.censoredShare(time),
                1 - step.survival(),
                step.standardError(),
                interval,
                table.caveats(time)));
    }

    private SurvivalStep stepAt(double time) {
        int reached = table.reached(time);
        return reached == 0
                ? new SurvivalStep(0, table.units(), 0, 0, 1, OptionalDouble.of(0))
                : steps.get(reached - 1);
    }

    /**
     * Finds the time within which half of the cohort reaches the step.
     *
     * @return the first observed time at which {@code S} is at most one half, or empty where it never is
     */
    public OptionalDouble medianTime() {
        return steps.stream()
                .filter(step -> step.survival() <= HALF)
                .mapToDouble(SurvivalStep::time)
                .findFirst();
    }
}
