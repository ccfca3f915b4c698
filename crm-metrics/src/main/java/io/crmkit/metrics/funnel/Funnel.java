package io.crmkit.metrics.funnel;

import io.crmkit.metrics.Caveat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The named steps of a sale in their order, ready to read counts.
 *
 * <p>Definition: a step's count is divided by the previous step's; see {@link Definition} for the two ways to count.
 *
 * <ul>
 *   <li>Shape: n steps give a report of n - 1 conversions and one overall.
 *   <li>Unit: counts in, ratios out.
 *   <li>Range: see {@link Conversion}.
 *   <li>Nothing to divide by: a step counted zero gives an empty rate to the next.
 *   <li>Errors: fewer than two steps, a blank or repeated name, a number of counts that is not the number of steps, or
 *       a negative count are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: "How to use a CRM to organize the activities of sellers", section 1: 534 calls, 267 meetings, 67 quotes
 * and 17 contracts of one month.
 */
public final class Funnel {

    private static final double HIGH_OPEN_SHARE = 0.10;

    private final List<String> steps;

    private Funnel(List<String> steps) {
        this.steps = steps;
    }

    /**
     * Obtains a funnel from the names of its steps, first to last.
     *
     * @param steps at least two names, distinct and not blank
     * @return the funnel
     * @throws IllegalArgumentException where there are fewer than two, or one is blank or repeated
     */
    public static Funnel of(String... steps) {
        List<String> names = List.of(steps);
        if (names.size() < 2) {
            throw new IllegalArgumentException("steps must be at least two: steps = " + names);
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("steps must not be blank: steps = " + names);
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("steps must be distinct: " + name + " occurs twice in " + names);
            }
        }
        return new Funnel(names);
    }

    /**
     * Lists the names of the steps, first to last.
     *
     * @return the names, unmodifiable
     */
    public List<String> steps() {
        return steps;
    }

    /**
     * Reads what was counted at each step in one period, as {@link Definition#PERIOD_RATIO}.
     *
     * @param counts one count per step, in their order
     * @return the report
     * @throws IllegalArgumentException where there is not one count per step, or one is negative
     */
    public FunnelReport report(long... counts) {
        return reportOf(counts, Definition.PERIOD_RATIO, Set.of());
    }

    /**
     * Reads how many units of one cohort have reached each step so far, as {@link Definition#COHORT_SO_FAR}.
     *
     * @param counts one count per step, in their order, none greater than the one before
     * @return the report
     * @throws IllegalArgumentException where there is not one count per step, one is negative, or one exceeds the one
     *     before; the message names both steps
     */
    public FunnelReport reached(long... counts) {
        return reached(counts, 0);
    }

    /**
     * Reads how many units of one cohort have reached each step so far, knowing how many are still on their way.
     *
     * <p>When more than 0.10 of the first step's units are still open, every conversion of the report carries {@link
     * Caveat#CENSORED_SHARE_HIGH}. The rates themselves are not corrected for it.
     *
     * @param counts one count per step, in their order, none greater than the one before
     * @param stillOpen how many units of the cohort have neither reached the last step nor dropped out
     * @return the report
     * @throws IllegalArgumentException where there is not one count per step, one is negative, one exceeds the one
     *     before, or {@code stillOpen} is not between zero and the first count
     */
    public FunnelReport reached(long[] counts, long stillOpen) {
        FunnelReport settled = reportOf(counts, Definition.COHORT_SO_FAR, Set.of());
        long first = counts[0];
        if (stillOpen < 0 || stillOpen > first) {
            throw new IllegalArgumentException("stillOpen must be between 0 and the count of " + steps.get(0)
                    + ": stillOpen = " + stillOpen + ", " + steps.get(0) + " = " + first);
        }
        // with nobody in the cohort the share is not a number, and not high
        boolean high = (double) stillOpen / first > HIGH_OPEN_SHARE;
        return high ? reportOf(counts, Definition.COHORT_SO_FAR, Set.of(Caveat.CENSORED_SHARE_HIGH)) : settled;
    }

    private FunnelReport reportOf(long[] counts, Definition definition, Set<Caveat> further) {
        List<StepCount> counted = counted(counts);
        List<Conversion> conversions = new ArrayList<>();
        for (int i = 1; i < counted.size(); i++) {
            conversions.add(Conversion.between(counted.get(i - 1), counted.get(i), definition, further));
        }
        StepCount last = counted.get(counted.size() - 1);
        Conversion overall = Conversion.between(counted.get(0), last, definition, further);
        return new FunnelReport(counted, conversions, overall, definition);
    }

    private List<StepCount> counted(long[] counts) {
        if (counts.length != steps.size()) {
            throw new IllegalArgumentException(
                    "counts must be one per step: steps = " + steps + ", counts = " + counts.length);
        }
        List<StepCount> counted = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            counted.add(new StepCount(steps.get(i), counts[i]));
        }
        return counted;
    }
}
