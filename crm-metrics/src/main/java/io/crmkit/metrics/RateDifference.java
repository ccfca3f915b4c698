package io.crmkit.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By how much one rate exceeds another: this quarter's over the last one's, one seller's over a colleague's.
 *
 * <p>Definition: {@code first.rate() - second.rate()}, of two proportions that share no trial.
 *
 * <ul>
 *   <li>Shape: two proportions; the difference and its interval are asked for.
 *   <li>Unit: ratio; a difference of 0.05 is five percentage points.
 *   <li>Range: minus one to one.
 *   <li>Nothing to divide by: where either has no trial, difference and interval are empty.
 *   <li>Errors: none beyond those of {@link Proportion}.
 * </ul>
 *
 * <p>Worked example: 17 of 67 against 67 of 267 is 0.28 points, and the interval from -0.103 to 0.126 says that it may
 * as well be ten points the other way.
 *
 * <p>Source: {@link IntervalMethod#NEWCOMBE}.
 *
 * @param first the proportion that is looked at
 * @param second the proportion that it is compared with
 */
public record RateDifference(Proportion first, Proportion second) {

    /** Checks that both are there. */
    public RateDifference {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
    }

    /**
     * Subtracts the second rate from the first.
     *
     * @return the difference from minus one to one, or empty where either has no trial
     */
    public OptionalDouble value() {
        if (hasNothingToDivideBy()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(first.rate().orElseThrow() - second.rate().orElseThrow());
    }

    /**
     * Computes the interval of the difference between the underlying rates.
     *
     * @param level the confidence level, strictly between zero and one
     * @return the interval, or empty where either has no trial
     * @throws IllegalArgumentException where the level is out of range, without trials too
     */
    public Optional<Interval> interval(double level) {
        Optional<Interval> one = first.interval(IntervalMethod.WILSON, level);
        Optional<Interval> other = second.interval(IntervalMethod.WILSON, level);
        return one.flatMap(mine -> other.map(theirs -> newcombe(mine, theirs)));
    }

    /**
     * Explains difference and interval.
     *
     * @param level the confidence level, strictly between zero and one
     * @return both rates with the ends of their Wilson intervals, the difference and its ends
     * @throws IllegalArgumentException where the level is out of range
     */
    public Explanation explain(double level) {
        return Explanation.of("rate of " + first + " less rate of " + second)
                .with("first rate", first.rate())
                .with("first rate", first.interval(IntervalMethod.WILSON, level))
                .with("second rate", second.rate())
                .with("second rate", second.interval(IntervalMethod.WILSON, level))
                .with("difference", value())
                .with("difference", interval(level));
    }

    private Interval newcombe(Interval one, Interval other) {
        double rate = first.rate().orElseThrow();
        double base = second.rate().orElseThrow();
        double down = Math.hypot(rate - one.lower(), other.upper() - base);
        double up = Math.hypot(one.upper() - rate, base - other.lower());
        double difference = rate - base;
        return new Interval(
                Math.max(-1, difference - down), Math.min(1, difference + up), one.level(), IntervalMethod.NEWCOMBE);
    }

    private boolean hasNothingToDivideBy() {
        return first.trials() == 0 || second.trials() == 0;
    }
}
