package io.crmkit.metrics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Some out of all: 17 of 67 quotes became contracts.
 *
 * <p>Definition: {@code successes / trials}, where each success is one of the trials.
 * <ul>
 *   <li>Shape: the two counts are kept, so that a rate never travels without its evidence.
 *   <li>Unit: ratio, not percent: 17 of 67 is 0.2537...
 *   <li>Range: 0 to 1.
 *   <li>Nothing to divide by: 0 of 0 is a value; its rate and its interval are empty.
 *   <li>Errors: a count below 0, or more successes than trials, is an {@link IllegalArgumentException}.
 * </ul>
 *
 * @param successes how many, 0 to {@code trials}
 * @param trials out of how many, 0 upwards
 */
public record Proportion(long successes, long trials) {

    /**
     * Makes a proportion.
     *
     * @throws IllegalArgumentException if a count is negative or there are more successes than trials
     */
    public Proportion {
        if (trials < 0) {
            throw new IllegalArgumentException("trials must not be negative: " + trials);
        }
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "successes must be between 0 and trials: successes = " + successes + ", trials = " + trials);
        }
    }

    /**
     * Makes a proportion.
     *
     * @param successes how many
     * @param trials out of how many
     * @return the proportion
     * @throws IllegalArgumentException if a count is negative or there are more successes than trials
     */
    public static Proportion of(long successes, long trials) {
        return new Proportion(successes, trials);
    }

    /**
     * Returns the share.
     *
     * @return {@code successes / trials}, or empty for 0 of 0
     */
    public OptionalDouble rate() {
        return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successes / trials);
    }

    /**
     * Returns the interval in which the rate behind these counts is believed to lie.
     *
     * @param method how it is computed; any but {@link IntervalMethod#TWO_POISSON}
     * @param level the confidence level, above 0 and below 1
     * @return the two-sided interval, or empty for 0 of 0
     * @throws IllegalArgumentException if the level or the method does not fit
     */
    public Optional<Interval> interval(IntervalMethod method, double level) {
        Interval.requireLevel(level);
        return trials == 0 ? Optional.empty() : Optional.of(method.of(successes, trials, level));
    }

    /**
     * Returns the interval shown unless another is asked for: Wilson's, at 95 %.
     *
     * @return the interval, or empty for 0 of 0
     */
    public Optional<Interval> wilson() {
        return interval(IntervalMethod.WILSON, 0.95);
    }

    /**
     * Pools two proportions of different trials.
     *
     * @param other the other proportion
     * @return the sums of both counts
     * @throws ArithmeticException if a sum exceeds a long
     */
    public Proportion plus(Proportion other) {
        return new Proportion(Math.addExact(successes, other.successes), Math.addExact(trials, other.trials));
    }

    @Override
    public String toString() {
        return successes + " of " + trials;
    }
}
