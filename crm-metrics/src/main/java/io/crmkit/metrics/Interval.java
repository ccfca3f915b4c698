package io.crmkit.metrics;

import static java.util.Objects.requireNonNull;

/**
 * Where a rate is believed to lie.
 *
 * @param lower the lower limit
 * @param upper the upper limit, at least the lower
 * @param level the confidence level, above 0 and below 1: 0.95 for 95 %
 * @param method how the limits were computed
 */
public record Interval(double lower, double upper, double level, IntervalMethod method) {

    /**
     * Makes an interval.
     *
     * @throws IllegalArgumentException if a limit is not a number, the limits are the wrong way round, or the level is
     *     not between 0 and 1
     */
    public Interval {
        requireLevel(level);
        requireNonNull(method, "method");
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "lower must not be above upper: lower = " + lower + ", upper = " + upper);
        }
    }

    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be above 0 and below 1: " + level);
        }
    }

    /**
     * Says whether a rate lies within the limits, themselves included.
     *
     * @param rate the rate
     * @return true within, false outside and for NaN
     */
    public boolean contains(double rate) {
        return lower <= rate && rate <= upper;
    }
}
