package io.crmkit.metrics.funnel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The steps that lead to a contract, in order: calls, meetings, quotes, contracts.
 *
 * <p>The month of the article, as a worked example: 534 calls, 267 meetings, 67 quotes and 17 contracts give 50.00 %
 * (95 % interval 45.8 to 54.2), 25.09 % (20.3 to 30.6) and 25.37 % (16.5 to 36.9); one contract to 31.4 calls overall.
 */
public final class Funnel {

    private final List<String> steps;

    private Funnel(List<String> steps) {
        this.steps = steps;
    }

    /**
     * Names the steps.
     *
     * @param steps the names, first step first: at least two, all different, none blank
     * @return the funnel
     * @throws IllegalArgumentException if there are fewer than two, or one is blank or repeated
     */
    public static Funnel of(String... steps) {
        if (steps.length < 2) {
            throw new IllegalArgumentException("a funnel must have at least two steps: " + List.of(steps));
        }
        Set<String> seen = new HashSet<>();
        for (String step : steps) {
            if (step.isBlank() || !seen.add(step)) {
                throw new IllegalArgumentException("steps must be named and differ: '" + step + "'");
            }
        }
        return new Funnel(List.of(steps));
    }

    /**
     * Returns the steps.
     *
     * @return the names, first step first
     */
    public List<String> steps() {
        return steps;
    }

    /**
     * Sets the counts of one period beside each other ({@link Definition#PERIOD_RATIO}).
     *
     * @param counts how many took each step in the period, one count per step
     * @return the counts and the conversions between them
     * @throws IllegalArgumentException if there is not one count per step, or one is negative
     */
    public FunnelReport report(long... counts) {
        return reported(counts, Definition.PERIOD_RATIO, 0);
    }

    /**
     * Says how far units came, when none is still under way ({@link Definition#COHORT_SO_FAR}).
     *
     * @param counts how many reached each step, one count per step, none above the one before it
     * @return the counts and the conversions between them
     * @throws IllegalArgumentException if there is not one count per step, one is negative, or one is above the one
     *     before it
     */
    public FunnelReport reached(long... counts) {
        return reached(counts, 0);
    }

    /**
     * Says how far units came so far ({@link Definition#COHORT_SO_FAR}).
     *
     * @param counts how many reached each step, one count per step, none above the one before it
     * @param stillOpen how many of the first step's are still under way, 0 to the first count
     * @return the counts and the conversions between them; when more than one in ten is under way, each carries
     *     {@link io.crmkit.metrics.Caveat#CENSORED_SHARE_HIGH}
     * @throws IllegalArgumentException if a count is out of its range
     */
    public FunnelReport reached(long[] counts, long stillOpen) {
        requireCounts(counts);
        if (stillOpen < 0 || stillOpen > counts[0]) {
            throw new IllegalArgumentException("stillOpen must be between 0 and the first step's count: stillOpen = "
                    + stillOpen + ", " + steps.get(0) + " = " + counts[0]);
        }
        return reported(counts, Definition.COHORT_SO_FAR, counts[0] == 0 ? 0 : (double) stillOpen / counts[0]);
    }

    private FunnelReport reported(long[] counts, Definition definition, double openShare) {
        requireCounts(counts);
        int last = steps.size() - 1;
        return new FunnelReport(
                IntStream.rangeClosed(0, last)
                        .mapToObj(i -> new StepCount(steps.get(i), counts[i]))
                        .toList(),
                IntStream.range(0, last)
                        .mapToObj(i -> conversion(counts, i, i + 1, definition, openShare))
                        .toList(),
                conversion(counts, 0, last, definition, openShare),
                definition);
    }

    private Conversion conversion(long[] counts, int from, int to, Definition definition, double openShare) {
        return new Conversion(
                steps.get(from),
                steps.get(to),
                counts[to],
                counts[from],
                definition,
                Caveats.of(counts[to], counts[from], openShare));
    }

    private void requireCounts(long[] counts) {
        if (counts.length != steps.size()) {
            throw new IllegalArgumentException(
                    "there must be one count per step: " + steps.size() + " steps, " + counts.length + " counts");
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) {
                throw new IllegalArgumentException(
                        "count of '" + steps.get(i) + "' must not be negative: " + counts[i]);
            }
        }
    }
}
