package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Interval;
import io.crmkit.metrics.IntervalMethod;
import io.crmkit.metrics.Proportion;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The conversion from one step to a later one.
 *
 * <p>Definition: {@code numerator / denominator}, counted as {@link Definition} says.
 * <ul>
 *   <li>Shape: both counts, the definition, and what to keep in mind.
 *   <li>Unit: ratio, not percent: 17 contracts from 67 quotes is 0.2537...
 *   <li>Range: 0 to 1 for a cohort; 0 upwards for a period ratio.
 *   <li>Nothing to divide by: rate and interval are empty.
 *   <li>Interval: Wilson's while the numerator is at most the denominator, which takes each unit above the line to stem
 *       from one below it; that of two Poisson counts above.
 * </ul>
 *
 * <p>Source: "How to use a CRM to organize the activities of sellers", section 1.
 *
 * @param from the step below the line
 * @param to the step above the line
 * @param numerator how many took the later step
 * @param denominator how many took the earlier step
 * @param definition what is divided by what
 * @param caveats what to keep in mind, in the order of {@link Caveat}
 */
public record Conversion(
        String from, String to, long numerator, long denominator, Definition definition, Set<Caveat> caveats) {

    /**
     * Makes a conversion.
     *
     * @throws IllegalArgumentException if a count is negative, or a cohort's numerator is above its denominator
     */
    public Conversion {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(definition, "definition");
        if (numerator < 0 || denominator < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: " + to + " = " + numerator + ", " + from + " = " + denominator);
        }
        if (definition == Definition.COHORT_SO_FAR && numerator > denominator) {
            throw new IllegalArgumentException(
                    "no more can have reached '" + to + "' than '" + from + "': " + numerator + " and " + denominator);
        }
        caveats = Caveats.ordered(caveats);
    }

    /**
     * Returns the rate.
     *
     * @return {@code numerator / denominator}, or empty where there is nothing to divide by
     */
    public OptionalDouble rate() {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }

    /**
     * Returns the 95 % interval of the rate.
     *
     * @return the interval, or empty where there is nothing to divide by
     */
    public Optional<Interval> interval() {
        return interval(0.95);
    }

    /**
     * Returns the interval of the rate.
     *
     * @param level the confidence level, above 0 and below 1
     * @return the interval, or empty where there is nothing to divide by
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Optional<Interval> interval(double level) {
        if (numerator <= denominator) {
            return Proportion.of(numerator, denominator).interval(IntervalMethod.WILSON, level);
        }
        return denominator == 0 ? Optional.empty() : Optional.of(IntervalMethod.ofRatio(numerator, denominator, level));
    }

    @Override
    public String toString() {
        return from + " to " + to + ": " + numerator + " of " + denominator;
    }
}
