package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Interval;
import io.crmkit.metrics.IntervalMethod;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * One distinct time of a Kaplan-Meier curve: what was counted there, and the share that is left after it.
 *
 * <p>Definition: {@code survival} is the estimated share of units that have not reached the step by {@code time},
 * {@code time} included; {@code standardError} is Greenwood's.
 *
 * <ul>
 *   <li>Shape: a time, three counts, a share and its standard error; limits are asked for.
 *   <li>Unit: the time in the unit of the durations; the share and its error as ratios, not percent.
 *   <li>Range: times and counts from zero; the share from zero to one.
 *   <li>Nothing to divide by: where nothing is left ({@code survival} is zero) Greenwood's formula divides by zero, and
 *       standard error and limits are empty.
 *   <li>Errors: a share outside zero to one is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: {@link KaplanMeier}.
 *
 * @param time the time since entry
 * @param atRisk how many units were still open just before it
 * @param events how many reached the step at this time
 * @param censored how many were last seen open at this time
 * @param survival the share that has not reached the step by then
 * @param standardError Greenwood's standard error of that share; empty where the share is zero
 */
public record SurvivalStep(
        double time, long atRisk, long events, long censored, double survival, OptionalDouble standardError) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Checks the share.
     *
     * @throws IllegalArgumentException where {@code 0 <= survival <= 1} does not hold
     */
    public SurvivalStep {
        requireNonNull(standardError, "standardError");
        if (!(survival >= 0 && survival <= 1)) {
            throw new IllegalArgumentException("survival must be between 0 and 1: survival = " + survival);
        }
    }

    /**
     * Computes the limits of the share that is left.
     *
     * <p>Definition: the formula named at {@link IntervalMethod#GREENWOOD_PLAIN}, {@link IntervalMethod#GREENWOOD_LOG}
     * or {@link IntervalMethod#GREENWOOD_LOG_LOG}; pointwise, not for the curve as a whole.
     *
     * <ul>
     *   <li>Shape: one two-sided interval.
     *   <li>Unit: ratio, not percent.
     *   <li>Range: zero to one.
     *   <li>Nothing to divide by: empty where the share is zero, and on the log-log scale where it is one. On the other
     *       two a share of one has the limits one and one, as in R.
     *   <li>Errors: another method, or a level outside zero to one, is an {@link IllegalArgumentException}.
     * </ul>
     *
     * <p>Source: {@link IntervalMethod}, constant by constant.
     *
     * @param method the scale, one of the three named above
     * @param level the confidence level, strictly between zero and one
     * @return the limits, or empty where there are none
     * @throws IllegalArgumentException where the method is another one or the level is out of range
     */
    public Optional<Interval> limits(IntervalMethod method, double level) {
        double z = NORMAL.inverseSurvivalProbability((1 - LifeTable.requireLevel(level)) / 2);
        return switch (method) {
            case GREENWOOD_PLAIN -> ends(survival == 0, plain(-z), plain(z), level, method);
            case GREENWOOD_LOG -> ends(survival == 0, log(-z), log(z), level, method);
            case GREENWOOD_LOG_LOG -> ends(survival == 0 || survival == 1, logLog(z), logLog(-z), level, method);
            default -> throw new IllegalArgumentException("method must be for a curve: method = " + method);
        };
    }

    private static Optional<Interval> ends(
            boolean none, double lower, double upper, double level, IntervalMethod method) {
        return none ? Optional.empty() : Optional.of(new Interval(lower, upper, level, method));
    }

    private double plain(double z) {
        return Math.max(0, Math.min(1, survival + z * standardError.orElse(0)));
    }

    private double log(double z) {
        return Math.min(1, survival * Math.exp(z * standardError.orElse(0) / survival));
    }

    private double logLog(double z) {
        double spread = standardError.orElse(0) / survival / -Math.log(survival);
        return Math.pow(survival, Math.exp(z * spread));
    }
}
