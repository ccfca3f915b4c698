package io.crmkit.metrics.funnel;

import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Interval;
import io.crmkit.metrics.IntervalMethod;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How a cohort reaches a step, or drops out, with age when some of its units are still open: the Aalen-Johansen curves
 * of two competing outcomes.
 *
 * <p>Definition: at each distinct time a share {@code won / atRisk} of those still open reaches the step and a share
 * {@code lost / atRisk} drops out; {@code wonShare} is the sum over the times of what was still open times the first.
 * Won, lost and open make one at every age. Standard errors are of Greenwood's kind, and without delayed entry equal to
 * the infinitesimal jackknife of R's survival package.
 *
 * <ul>
 *   <li>Shape: one step per distinct time, ascending; a point is asked for at any horizon.
 *   <li>Unit: durations since entry in one unit of the caller's choice, such as days, the same for all units and
 *       horizons; shares as ratios, not percent.
 *   <li>Range: shares from zero to one; times from zero, where zero is an outcome at entry.
 *   <li>Nothing to divide by: no units give no steps, no points and no median.
 *   <li>Errors: a duration that is negative, infinite or not a number, or arrays of different lengths, are an {@link
 *       IllegalArgumentException}.
 * </ul>
 *
 * <p>Worked example: of four opportunities one is won at day 10, one lost at 20, one won at 30, one still open at 25.
 * By day 30 the estimate is {@code 1/4 + 3/4 · 2/3 · 1/1} = 0.75 won and 0.25 lost: whoever is open at day 25 is taken
 * to go as the one that was followed further. {@link KaplanMeier}, told that lost means open, would say
 * {@code 1 - 3/4 · 0} = 1.
 *
 * <p>What it is not: a forecast beyond the last observed time, or of units unlike those counted.
 *
 * <p>Source: Aalen, O. O. and Johansen, S. (1978), Scandinavian Journal of Statistics 5, 141–150.
 */
public final class CumulativeIncidence {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double USUAL_LEVEL = 0.95;
    private static final IncidenceStep START = new IncidenceStep(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final LifeTable table;
    private final List<IncidenceStep> steps;
    private final boolean drifted;

    private CumulativeIncidence(LifeTable table, boolean drifted) {
        this.table = table;
        this.drifted = drifted;
        steps = List.copyOf(steps(table));
    }

    /**
     * Obtains the curves of a cohort, one entry of both arrays per unit, in any order.
     *
     * @param durations the time from entry to the outcome, or to when the unit was last seen
     * @param outcomes how the unit stood then
     * @return the curves
     * @throws IllegalArgumentException where the arrays differ in length or a duration is not finite or is negative
     */
    public static CumulativeIncidence of(double[] durations, Outcome[] outcomes) {
        return new CumulativeIncidence(LifeTable.of(durations, outcomes), false);
    }

    /**
     * Obtains the curves of units that were followed from different ages on, as {@link KaplanMeier#of(double[],
     * double[], boolean[])} does for one outcome.
     *
     * @param entries the age from which on a unit was followed; zero where from the start
     * @param durations the time from the unit's start, not from its entry, to the outcome or to when it was last seen
     * @param outcomes how the unit stood then
     * @return the curves
     * @throws IllegalArgumentException where the arrays differ in length, a time is not finite or is negative, or a
     *     unit's entry is neither zero nor before its duration
     */
    public static CumulativeIncidence of(double[] entries, double[] durations, Outcome[] outcomes) {
        return new CumulativeIncidence(LifeTable.of(entries, durations, outcomes), false);
    }

    static CumulativeIncidence of(LifeTable table, boolean drifted) {
        return new CumulativeIncidence(table, drifted);
    }

    private static List<IncidenceStep> steps(LifeTable table) {
        List<IncidenceStep> steps = new ArrayList<>();
        IncidenceSum wins = new IncidenceSum();
        IncidenceSum losses = new IncidenceSum();
        for (int i = 0; i < table.size(); i++) {
            long atRisk = table.atRisk(i);
            long won = table.count(i, Outcome.WON);
            long lost = table.count(i, Outcome.LOST);
            wins.add(atRisk, won, lost);
            losses.add(atRisk, lost, won);
            steps.add(new IncidenceStep(
                    table.time(i),
                    atRisk,
                    won,
                    lost,
                    table.count(i, Outcome.OPEN),
                    wins.share(),
                    losses.share(),
                    wins.error(),
                    losses.error()));
        }
        return steps;
    }

    /**
     * Lists the curves' steps.
     *
     * @return one step per distinct time, outcome or not, ascending, unmodifiable; empty without units
     */
    public List<IncidenceStep> steps() {
        return steps;
    }

    /**
     * Computes the conversion within a horizon with its 95 % interval.
     *
     * @param horizon the time since entry, in the unit of the durations
     * @return the point, or empty without units
     * @throws IllegalArgumentException where the horizon is not finite or is negative
     */
    public Optional<CurvePoint> conversionAt(double horizon) {
        return shareAt(Outcome.WON, horizon, USUAL_LEVEL);
    }

    /**
     * Computes the share with an outcome within a horizon.
     *
     * <p>Definition: as at the class; the interval is {@link IntervalMethod#INCIDENCE_LOG_LOG}.
     *
     * <ul>
     *   <li>Shape: one point with counts, interval and caveats.
     *   <li>Unit: ratio, not percent.
     *   <li>Range: zero to one. Beyond the last observed time the last value is carried on and the point says {@link
     *       io.crmkit.metrics.Caveat#EXTRAPOLATED}; before the first it is zero.
     *   <li>Nothing to divide by: empty without units; the interval is empty where the share is zero or one.
     *   <li>Errors: a horizon that is negative, infinite or not a number, the outcome {@link Outcome#OPEN}, or a level
     *       outside zero to one, is an {@link IllegalArgumentException}, without units too.
     * </ul>
     *
     * <p>Source: as at the class.
     *
     * @param outcome won or lost
     * @param horizon the time since entry, in the unit of the durations
     * @param level the confidence level, strictly between zero and one
     * @return the point, or empty without units
     * @throws IllegalArgumentException where an argument is refused
     */
    public Optional<CurvePoint> shareAt(Outcome outcome, double horizon, double level) {
        double time = LifeTable.requireTime("horizon", horizon);
        double z = NORMAL.inverseSurvivalProbability((1 - LifeTable.requireLevel(level)) / 2);
        boolean won = requireSettled(outcome) == Outcome.WON;
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        int reached = table.reached(time);
        IncidenceStep step = reached == 0 ? START : steps.get(reached - 1);
        double share = won ? step.wonShare() : step.lostShare();
        double error = won ? step.wonError() : step.lostError();
        return Optional.of(new CurvePoint(
                time,
                table.units(),
                table.atRiskAt(time),
                table.censoredShare(time),
                share,
                OptionalDouble.of(error),
                interval(share, z * error, level),
                caveats(time)));
    }

    private Set<Caveat> caveats(double time) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        caveats.addAll(table.caveats(time));
        if (drifted) {
            caveats.add(Caveat.DRIFT);
        }
        return caveats;
    }

    private static Optional<Interval> interval(double share, double reach, double level) {
        if (share == 0 || share == 1) {
            return Optional.empty();
        }
        double spread = reach / share / -Math.log(share);
        return Optional.of(new Interval(
                Math.pow(share, Math.exp(spread)),
                Math.pow(share, Math.exp(-spread)),
                level,
                IntervalMethod.INCIDENCE_LOG_LOG));
    }

    /**
     * Finds the time within which half of those who ever reach the step, as far as was observed, have reached it.
     *
     * <p>Definition: the first time at which {@code wonShare} is at least half of its last value. It is the median time
     * of the units that convert, not of all.
     *
     * @return the time, or empty where nobody reaches the step
     */
    public OptionalDouble medianTime() {
        double last = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).wonShare();
        // a sum that should be one half may miss it in the last digits
        return steps.stream()
                .filter(step -> last > 0 && step.wonShare() >= last / 2 * (1 - 1e-12))
                .mapToDouble(IncidenceStep::time)
                .findFirst();
    }

    private static Outcome requireSettled(Outcome outcome) {
        if (outcome == Outcome.OPEN) {
            throw new IllegalArgumentException("outcome must be WON or LOST: outcome = OPEN");
        }
        return outcome;
    }
}
