package io.crmkit.metrics.backtest;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Scores of forecasts that are distributions, quantiles or intervals, each against one outcome; small is good. */
public final class DistributionScores {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double MASS_TOLERANCE = 1e-9;

    private DistributionScores() {}

    /**
     * Computes the continuous ranked probability score of a distribution of a count.
     *
     * <p>Definition: the sum over {@code k} of {@code (F(k) - [outcome <= k])^2}, with {@code F} the cumulative
     * probability.
     *
     * <ul>
     *   <li>Shape: one number.
     *   <li>Unit: that of the count; for a certain forecast the absolute error.
     *   <li>Range: zero upwards.
     *   <li>Nothing to divide by: an empty distribution is an {@link IllegalArgumentException}.
     *   <li>Errors: a negative outcome or mass, or masses that do not sum to one within 1e-9, are an {@link
     *       IllegalArgumentException}.
     * </ul>
     *
     * <p>Source: Epstein, E. S. (1969), Journal of Applied Meteorology 8, 985–987; Gneiting, T. and Raftery, A. E.
     * (2007), Strictly proper scoring rules, JASA 102, 359–378.
     *
     * @param masses the probabilities of 0, 1, 2, …
     * @param outcome the count that came
     * @return the score
     * @throws IllegalArgumentException where the masses are no distribution or the outcome is negative
     */
    public static double crpsOfCount(double[] masses, int outcome) {
        requireDistribution(masses);
        if (outcome < 0) {
            throw new IllegalArgumentException("outcome must not be negative: outcome = " + outcome);
        }
        double sum = 0;
        double below = 0;
        for (int k = 0; k < masses.length; k++) {
            below += masses[k];
            double error = below - (outcome <= k ? 1 : 0);
            sum += error * error;
        }
        return sum + Math.max(0, outcome - masses.length);
    }

    private static void requireDistribution(double[] masses) {
        Checks.requireSome("masses", masses.length);
        double sum = 0;
        for (int k = 0; k < masses.length; k++) {
            if (!(masses[k] >= 0)) {
                throw new IllegalArgumentException("masses must not be negative: masses[" + k + "] = " + masses[k]);
            }
            sum += masses[k];
        }
        if (!(Math.abs(sum - 1) <= MASS_TOLERANCE)) {
            throw new IllegalArgumentException("masses must sum to 1: sum = " + sum);
        }
    }

    /**
     * Computes the continuous ranked probability score of a sample, taken as the whole distribution.
     *
     * <p>Definition: {@code mean|x - outcome| - sum|x_i - x_j| / (2 m^2)} over all pairs of the {@code m} values.
     *
     * <ul>
     *   <li>Shape: one number.
     *   <li>Unit: that of the values.
     *   <li>Range: zero upwards.
     *   <li>Nothing to divide by: an empty sample is an {@link IllegalArgumentException}.
     *   <li>Errors: a value that is not finite is an {@link IllegalArgumentException}.
     * </ul>
     *
     * <p>Source: Gneiting and Raftery (2007).
     *
     * @param sample the values
     * @param outcome the value that came
     * @return the score
     * @throws IllegalArgumentException where the sample is empty or a value is not finite
     */
    public static double crpsOfSample(double[] sample, double outcome) {
        int m = Checks.requireSome("sample", sample.length);
        return meanDistance(sample, outcome) - sumOfGaps(sample) / ((double) m * m);
    }

    /**
     * Computes the fair score of a sample: what the distribution it was drawn from is expected to score.
     *
     * <p>Definition: as {@link #crpsOfSample}, with {@code 2 m (m - 1)} for {@code 2 m^2}.
     *
     * <ul>
     *   <li>Shape: one number.
     *   <li>Unit: that of the values.
     *   <li>Range: any; a lucky small sample scores below zero.
     *   <li>Nothing to divide by: fewer than two values are an {@link IllegalArgumentException}.
     *   <li>Errors: a value that is not finite is an {@link IllegalArgumentException}.
     * </ul>
     *
     * <p>Source: Ferro, C. A. T. (2014), Fair scores for ensemble forecasts, QJRMS 140, 1917–1923.
     *
     * @param sample the values, two or more
     * @param outcome the value that came
     * @return the score
     * @throws IllegalArgumentException where there are fewer than two values or a value is not finite
     */
    public static double fairCrpsOfSample(double[] sample, double outcome) {
        int m = sample.length;
        if (m < 2) {
            throw new IllegalArgumentException("sample must hold two values or more: sample = " + m);
        }
        return meanDistance(sample, outcome) - sumOfGaps(sample) / ((double) m * (m - 1));
    }

    private static double meanDistance(double[] sample, double outcome) {
        Checks.requireFinite("outcome", outcome);
        return Arrays.stream(Checks.requireFinite("sample", sample))
                        .map(x -> Math.abs(x - outcome))
                        .sum()
                / sample.length;
    }

    /** The sum of |x_i - x_j| over the pairs i < j. */
    private static double sumOfGaps(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = 1; i < sorted.length; i++) {
            sum += (sorted[i] - sorted[i - 1]) * i * (sorted.length - i);
        }
        return sum;
    }

    /**
     * Computes the continuous ranked probability score of a normal distribution.
     *
     * <p>Definition: {@code sd * (z * (2 Φ(z) - 1) + 2 φ(z) - 1 / sqrt(π))} with {@code z = (outcome - mean) / sd}.
     *
     * <ul>
     *   <li>Shape: one number.
     *   <li>Unit: that of the outcome.
     *   <li>Range: zero upwards.
     *   <li>Nothing to divide by: a standard deviation of zero is an {@link IllegalArgumentException}.
     *   <li>Errors: a standard deviation that is not positive, or a value that is not finite, is an {@link
     *       IllegalArgumentException}.
     * </ul>
     *
     * <p>Source: Gneiting, T. et al. (2005), Monthly Weather Review 133, 1098–1118.
     *
     * @param mean the mean
     * @param sd the standard deviation, positive
     * @param outcome the value that came
     * @return the score
     * @throws IllegalArgumentException where the standard deviation is not positive or a value is not finite
     */
    public static double crpsOfNormal(double mean, double sd, double outcome) {
        Checks.requireFinite("mean", mean);
        Checks.requireFinite("outcome", outcome);
        if (!(Checks.requireFinite("sd", sd) > 0)) {
            throw new IllegalArgumentException("sd must be positive: sd = " + sd);
        }
        double z = (outcome - mean) / sd;
        double inside = NORMAL.cumulativeProbability(z) - NORMAL.survivalProbability(z);
        return sd * (z * inside + 2 * NORMAL.density(z) - 1 / Math.sqrt(Math.PI));
    }

    /**
     * Computes the pinball loss of a quantile.
     *
     * <p>Definition: {@code probability * (outcome - quantile)} for an outcome above, {@code (1 - probability) *
     * (quantile - outcome)} for one below.
     *
     * <ul>
     *   <li>Shape: one number.
     *   <li>Unit: that of the outcome.
     *   <li>Range: zero upwards.
     *   <li>Nothing to divide by: no division.
     *   <li>Errors: a probability that is not strictly between zero and one, or a value that is not finite, is an {@link
     *       IllegalArgumentException}.
     * </ul>
     *
     * <p>Source: Koenker, R. and Bassett, G. (1978), Regression quantiles, Econometrica 46, 33–50.
     *
     * @param probability the probability of the quantile
     * @param quantile the forecast
     * @param outcome the value that came
     * @return the loss
     * @throws IllegalArgumentException where the probability is out of range or a value is not finite
     */
    public static double pinball(double probability, double quantile, double outcome) {
        Checks.requireInside("probability", probability);
        Checks.requireFinite("quantile", quantile);
        double above = Checks.requireFinite("outcome", outcome) - quantile;
        return Math.max(probability * above, (probability - 1) * above);
    }

    /**
     * Computes the score of a central interval.
     *
     * <p>Definition: {@code (upper - lower) + 2 / (1 - level) * miss}, with {@code miss} how far the outcome lies outside.
     *
     * <ul>
     *   <li>Shape: one number.
     *   <li>Unit: that of the outcome.
     *   <li>Range: zero upwards.
     *   <li>Nothing to divide by: no division by data.
     *   <li>Errors: a level that is not strictly between zero and one, ends out of order, or a value that is not finite,
     *       is an {@link IllegalArgumentException}.
     * </ul>
     *
     * <p>Source: Gneiting and Raftery (2007), section 6.2.
     *
     * @param level the share of outcomes meant to lie inside
     * @param lower the lower end
     * @param upper the upper end
     * @param outcome the value that came
     * @return the score
     * @throws IllegalArgumentException where an argument is out of range
     */
    public static double intervalScore(double level, double lower, double upper, double outcome) {
        Checks.requireInside("level", level);
        requireOrder(lower, upper);
        Checks.requireFinite("outcome", outcome);
        double miss = Math.max(0, Math.max(lower - outcome, outcome - upper));
        return upper - lower + 2 / (1 - level) * miss;
    }

    /**
     * Computes the share of outcomes that lie in their intervals, ends included.
     *
     * <ul>
     *   <li>Shape: one number; good is what the level of the intervals says, more is too wide.
     *   <li>Unit: ratio, not percent.
     *   <li>Range: zero to one.
     *   <li>Nothing to divide by: no outcome is an {@link IllegalArgumentException}.
     *   <li>Errors: arrays of different lengths, ends out of order, or a value that is not finite, are an {@link
     *       IllegalArgumentException}.
     * </ul>
     *
     * <p>Source: Christoffersen, P. F. (1998), Evaluating interval forecasts, International Economic Review 39, 841–862.
     *
     * @param lower the lower ends
     * @param upper the upper ends
     * @param outcomes the values that came
     * @return the share inside
     * @throws IllegalArgumentException where the arrays do not fit each other
     */
    public static double coverage(double[] lower, double[] upper, double[] outcomes) {
        Checks.requireSameLength("outcomes", outcomes, "lower", lower);
        Checks.requireSameLength("outcomes", outcomes, "upper", upper);
        int inside = 0;
        for (int i = 0; i < outcomes.length; i++) {
            requireOrder(lower[i], upper[i]);
            inside += lower[i] <= outcomes[i] && outcomes[i] <= upper[i] ? 1 : 0;
        }
        return inside / (double) outcomes.length;
    }

    private static void requireOrder(double lower, double upper) {
        Checks.requireFinite("lower", lower);
        if (!(lower <= Checks.requireFinite("upper", upper))) {
            throw new IllegalArgumentException(
                    "lower must not be above upper: lower = " + lower + ", upper = " + upper);
        }
    }
}
