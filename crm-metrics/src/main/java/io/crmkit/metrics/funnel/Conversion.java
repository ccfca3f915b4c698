package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.Interval;
import io.crmkit.metrics.IntervalMethod;
import io.crmkit.metrics.Proportion;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The share of one step's activities that led to another step.
 *
 * <p>Definition: {@code numerator / denominator}; which counts these are says {@link Definition}.
 *
 * <ul>
 *   <li>Shape: one rate for a pair of steps, with both counts and its caveats.
 *   <li>Unit: ratio, not percent: 17 contracts from 67 quotes is 0.2537…
 *   <li>Range: zero upwards; above one is possible for {@link Definition#PERIOD_RATIO}, since counts of a period are
 *       not a cohort.
 *   <li>Nothing to divide by: rate and interval are empty when {@code denominator} is zero.
 *   <li>Errors: a negative count, or a cohort that grows, is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: "How to use a CRM to organize the activities of sellers", section 1; interval: {@link #interval(double)}.
 *
 * @param from the step divided by
 * @param to the step it is to lead to
 * @param numerator the count of {@code to}
 * @param denominator the count of {@code from}
 * @param definition what the two counts are
 * @param caveats why to read the rate with care, in the order of {@link Caveat}
 */
public record Conversion(
        String from, String to, long numerator, long denominator, Definition definition, Set<Caveat> caveats) {

    private static final double USUAL_LEVEL = 0.95;
    private static final long SMALL = 30;

    /**
     * Checks the counts and copies the caveats.
     *
     * @throws IllegalArgumentException where a count is negative, or a cohort's numerator exceeds its denominator
     */
    public Conversion {
        requireNonNull(definition, "definition");
        requireCount("numerator", numerator, requireNonNull(from, "from"), requireNonNull(to, "to"));
        requireCount("denominator", denominator, from, to);
        if (definition.isCohort() && numerator > denominator) {
            throw new IllegalArgumentException("a cohort must not grow from step to step: " + from + " = " + denominator
                    + ", " + to + " = " + numerator);
        }
        Set<Caveat> ordered = EnumSet.noneOf(Caveat.class);
        ordered.addAll(caveats);
        caveats = Collections.unmodifiableSet(ordered);
    }

    private static void requireCount(String name, long count, String from, String to) {
        if (count < 0) {
            throw new IllegalArgumentException(
                    name + " must not be negative: " + from + " to " + to + ", " + name + " = " + count);
        }
    }

    static Conversion between(StepCount from, StepCount to, Definition definition, Set<Caveat> further) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        caveats.addAll(further);
        if (from.count() < SMALL) {
            caveats.add(Caveat.SMALL_SAMPLE);
        }
        if (from.count() > 0 && to.count() > from.count()) {
            caveats.add(Caveat.RATIO_ABOVE_ONE);
        }
        return new Conversion(from.step(), to.step(), to.count(), from.count(), definition, caveats);
    }

    /**
     * Divides the numerator by the denominator.
     *
     * @return the rate from zero upwards, or empty when the denominator is zero
     */
    public OptionalDouble rate() {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }

    /**
     * Computes the 95 % interval, as {@link #interval(double)} does.
     *
     * @return the interval, or empty when the denominator is zero
     */
    public Optional<Interval> interval() {
        return interval(USUAL_LEVEL);
    }

    /**
     * Computes the interval of the underlying rate.
     *
     * <p>Definition: Wilson's interval of {@code numerator} of {@code denominator} while the numerator is not the
     * greater one, on the reading that each numerator unit stems from one denominator unit; otherwise the conditional
     * interval of the ratio of two Poisson counts. For a period ratio that reading is an assumption: where units of the
     * numerator stem from earlier periods, or one unit counts several times, Wilson's interval is too narrow.
     *
     * <ul>
     *   <li>Shape: one two-sided interval that names its method; crossing one changes the method, and the interval
     *       widens abruptly there.
     *   <li>Unit: ratio, not percent.
     *   <li>Range: zero to one for Wilson, zero upwards for two counts.
     *   <li>Nothing to divide by: empty when the denominator is zero.
     *   <li>Errors: a level outside zero to one is an {@link IllegalArgumentException}, with no denominator too.
     * </ul>
     *
     * <p>Source: {@link IntervalMethod#WILSON} and {@link IntervalMethod#TWO_POISSON}.
     *
     * @param level the confidence level, strictly between zero and one
     * @return the interval, or empty when the denominator is zero
     * @throws IllegalArgumentException where the level is out of range
     * @throws ArithmeticException where the numerator is the greater one and the sum of both exceeds a long
     */
    public Optional<Interval> interval(double level) {
        if (denominator == 0) {
            return Proportion.of(0, 0).interval(IntervalMethod.WILSON, level);
        }
        return numerator <= denominator
                ? Proportion.of(numerator, denominator).interval(IntervalMethod.WILSON, level)
                : Optional.of(CountRatio.interval(numerator, denominator, level));
    }

    /**
     * Explains rate and interval.
     *
     * @param level the confidence level, strictly between zero and one
     * @return both counts, the rate and the ends
     * @throws IllegalArgumentException where the level is out of range
     */
    public Explanation explain(double level) {
        return Explanation.of("conversion from " + from + " to " + to + ", "
                        + definition.name().toLowerCase(Locale.ROOT))
                .with("numerator: " + to, numerator)
                .with("denominator: " + from, denominator)
                .with("rate", rate())
                .with("rate", interval(level));
    }
}
