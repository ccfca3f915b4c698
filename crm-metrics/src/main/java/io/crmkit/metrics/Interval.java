package io.crmkit.metrics;

import static java.util.Objects.requireNonNull;

/**
 * A two-sided confidence interval, both ends included.
 *
 * <p>Definition: the values that the counts leave plausible at {@code level}, by {@code method}.
 *
 * <ul>
 *   <li>Shape: two ends, the level and the method that made them.
 *   <li>Unit: that of the estimated figure; for a rate a ratio, not percent.
 *   <li>Range: zero to one for a proportion or a curve, zero upwards for {@link IntervalMethod#TWO_POISSON}, minus one to
 *       one for {@link IntervalMethod#NEWCOMBE}.
 *   <li>Nothing to divide by: there is no interval then; the metric answers empty.
 *   <li>Errors: ends out of order or not a number, or a level outside zero to one, are an {@link
 *       IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: see {@link IntervalMethod}.
 *
 * @param lower the lower end
 * @param upper the upper end, not below {@code lower}
 * @param level the confidence level, strictly between zero and one
 * @param method the formula used
 */
public record Interval(double lower, double upper, double level, IntervalMethod method) {

    /**
     * Checks the order of the ends and the level.
     *
     * @throws IllegalArgumentException where {@code lower <= upper} does not hold or the level is out of range
     */
    public Interval {
        requireNonNull(method, "method");
        requireLevel(level);
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "lower must not be above upper: lower = " + lower + ", upper = " + upper);
        }
    }

    /**
     * Answers whether {@code value} lies between the ends, ends included.
     *
     * @param value the value asked for; not-a-number is in no interval
     * @return whether the interval holds it
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be strictly between 0 and 1: level = " + level);
        }
        return level;
    }
}
