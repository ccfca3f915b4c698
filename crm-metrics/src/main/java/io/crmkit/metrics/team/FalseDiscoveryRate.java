package io.crmkit.metrics.team;

import java.util.Arrays;

/**
 * Keeps an error rate over many tests at once: among those called findings, the expected share of false ones.
 *
 * <p>Definition: with the p values in ascending order, the adjusted value of the i-th of m is the smallest of
 * {@code p(j) * m / j} over {@code j >= i}, at most one. Calling a finding whatever has an adjusted value of at most
 * {@code q} keeps the expected share of false findings at or below {@code q}.
 *
 * <ul>
 *   <li>Shape: one adjusted value per p value, in the order given.
 *   <li>Unit: probability.
 *   <li>Range: zero to one, never below the p value itself.
 *   <li>Nothing to divide by: no p values give no adjusted values.
 *   <li>Errors: a value outside zero to one, or not a number, is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: Benjamini, Y. and Hochberg, Y. (1995), Controlling the false discovery rate, JRSS B 57, 289–300.
 */
public final class FalseDiscoveryRate {

    private FalseDiscoveryRate() {}

    /**
     * Adjusts p values by the step-up procedure of Benjamini and Hochberg.
     *
     * @param values the p values, in any order
     * @return the adjusted values, in the order of the p values
     * @throws IllegalArgumentException where a value is outside zero to one or not a number
     */
    public static double[] benjaminiHochberg(double[] values) {
        double[] sorted = new double[values.length];
        for (int i = 0; i < sorted.length; i++) {
            requireProbability(values[i], i);
            sorted[i] = values[i] + 0.0; // a negative zero becomes zero, as the search tells them apart
        }
        Arrays.sort(sorted);
        double[] steps = steps(sorted);
        // ties share one adjusted value, so any of their ranks will do
        return Arrays.stream(values)
                .map(value -> steps[Arrays.binarySearch(sorted, value + 0.0)])
                .toArray();
    }

    private static double[] steps(double[] sorted) {
        double[] steps = new double[sorted.length];
        double smallest = 1;
        for (int i = sorted.length - 1; i >= 0; i--) {
            // rounding may bring the last quotient below the value itself
            smallest = Math.min(smallest, Math.max(sorted[i], sorted[i] * sorted.length / (i + 1)));
            steps[i] = smallest;
        }
        return steps;
    }

    private static void requireProbability(double value, int index) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("p value must be between 0 and 1: values[" + index + "] = " + value);
        }
    }
}
