package io.crmkit.metrics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Successes out of trials, kept as the two counts and never as their quotient alone.
 *
 * <p>Definition: {@code successes / trials}, where every success is one of the trials.
 *
 * <ul>
 *   <li>Shape: two counts; the rate and its interval are asked for.
 *   <li>Unit: ratio, not percent: 17 contracts from 67 quotes is 0.2537…
 *   <li>Range: zero to one, both included.
 *   <li>Nothing to divide by: {@code 0 of 0} is a value; its rate and its intervals are empty.
 *   <li>Errors: a negative count, or more successes than trials, is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: the counts are the caller's; interval: Wilson, E. B. (1927), JASA 22, 209–212, and {@link IntervalMethod}.
 *
 * @param successes how many trials succeeded
 * @param trials how many trials there were
 */
public record Proportion(long successes, long trials) {

    private static final double USUAL_LEVEL = 0.95;

    /**
     * Checks the two counts.
     *
     * @throws IllegalArgumentException where {@code 0 <= successes <= trials} does not hold
     */
    public Proportion {
        if (trials < 0) {
            throw new IllegalArgumentException("trials must not be negative: trials = " + trials);
        }
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "successes must be between 0 and trials: successes = " + successes + ", trials = " + trials);
        }
    }

    /**
     * Obtains a proportion from its two counts.
     *
     * @param successes how many trials succeeded
     * @param trials how many trials there were
     * @return the proportion
     * @throws IllegalArgumentException where {@code 0 <= successes <= trials} does not hold
     */
    public static Proportion of(long successes, long trials) {
        return new Proportion(successes, trials);
    }

    /**
     * Divides successes by trials.
     *
     * @return the rate from zero to one, or empty for {@code 0 of 0}
     */
    public OptionalDouble rate() {
        return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successes / trials);
    }

    /**
     * Computes the interval of the underlying rate.
     *
     * <p>Definition: the ends named at each constant of {@link IntervalMethod}.
     *
     * <ul>
     *   <li>Shape: one two-sided interval with equal tails.
     *   <li>Unit: ratio, not percent.
     *   <li>Range: zero to one; exactly zero below at no success, exactly one above at no failure.
     *   <li>Nothing to divide by: empty for {@code 0 of 0}.
     *   <li>Errors: a level outside zero to one, and a method that is not for one proportion, such as {@link
     *       IntervalMethod#TWO_POISSON}, are an {@link IllegalArgumentException}, for {@code 0 of 0} too.
     * </ul>
     *
     * <p>Source: {@link IntervalMethod}, constant by constant.
     *
     * @param method the formula
     * @param level the confidence level, strictly between zero and one
     * @return the interval, or empty for {@code 0 of 0}
     * @throws IllegalArgumentException where the level is out of range or the method is not for one proportion
     */
    public Optional<Interval> interval(IntervalMethod method, double level) {
        return ends(method, (1 - Interval.requireLevel(level)) / 2)
                .map(ends -> new Interval(ends.lower(), ends.upper(), level, method));
    }

    /**
     * Computes the one-sided lower bound of the underlying rate: with confidence {@code level} it is no lower.
     *
     * <p>Definition: the lower end of the formula with all of {@code 1 - level} in the lower tail, so that the 0.975
     * bound is the lower end of the 0.95 interval.
     *
     * @param method the formula, as for {@link #interval(IntervalMethod, double)}
     * @param level the confidence level, strictly between zero and one
     * @return the bound from zero to one, or empty for {@code 0 of 0}
     * @throws IllegalArgumentException where the level is out of range or the method is not for one proportion
     */
    public OptionalDouble lowerBound(IntervalMethod method, double level) {
        Optional<BinomialEnds> ends = ends(method, 1 - Interval.requireLevel(level));
        return ends.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ends.get().lower());
    }

    /**
     * Computes the one-sided upper bound of the underlying rate: with confidence {@code level} it is no higher.
     *
     * <p>Definition: as {@link #lowerBound}, mirrored.
     *
     * @param method the formula, as for {@link #interval(IntervalMethod, double)}
     * @param level the confidence level, strictly between zero and one
     * @return the bound from zero to one, or empty for {@code 0 of 0}
     * @throws IllegalArgumentException where the level is out of range or the method is not for one proportion
     */
    public OptionalDouble upperBound(IntervalMethod method, double level) {
        Optional<BinomialEnds> ends = ends(method, 1 - Interval.requireLevel(level));
        return ends.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ends.get().upper());
    }

    private Optional<BinomialEnds> ends(IntervalMethod method, double tail) {
        if (!method.isForOneProportion()) {
            throw new IllegalArgumentException("method must be for one proportion: method = " + method);
        }
        return trials == 0 ? Optional.empty() : Optional.of(BinomialEnds.of(method, successes, trials, tail));
    }

    /**
     * Computes the 95 % Wilson interval of the underlying rate.
     *
     * @return the interval, or empty for {@code 0 of 0}
     */
    public Optional<Interval> wilson() {
        return interval(IntervalMethod.WILSON, USUAL_LEVEL);
    }

    /**
     * Explains rate and interval.
     *
     * @param method the formula, as for {@link #interval(IntervalMethod, double)}
     * @param level the confidence level, strictly between zero and one
     * @return both counts, the rate and the ends
     * @throws IllegalArgumentException where the level is out of range or the method is not for one proportion
     */
    public Explanation explain(IntervalMethod method, double level) {
        return Explanation.of("rate of " + this)
                .with("successes", successes)
                .with("trials", trials)
                .with("rate", rate())
                .with("rate", interval(method, level));
    }

    /**
     * Pools this proportion with another one: successes with successes, trials with trials.
     *
     * @param other the other proportion, of other trials
     * @return the pooled proportion
     * @throws ArithmeticException where a sum exceeds a long
     */
    public Proportion plus(Proportion other) {
        return new Proportion(Math.addExact(successes, other.successes), Math.addExact(trials, other.trials));
    }

    /**
     * Writes the two counts as one says them.
     *
     * @return for example {@code 17 of 67}
     */
    @Override
    public String toString() {
        return successes + " of " + trials;
    }
}
