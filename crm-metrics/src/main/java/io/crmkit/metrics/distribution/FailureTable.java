package io.crmkit.metrics.distribution;

import java.util.Arrays;

/* Failure probabilities by count, as far as they were asked for; beyond MOST they are not kept. */
final class FailureTable {

    private static final double UNKNOWN = -1;
    private static final int MOST = 1 << 22;

    private double[] values = {};

    double at(long count) {
        return count < values.length ? values[(int) count] : UNKNOWN;
    }

    double put(long count, double value) {
        if (count < MOST) {
            if (count >= values.length) {
                grow((int) count + 1);
            }
            values[(int) count] = value;
        }
        return value;
    }

    private void grow(int needed) {
        int former = values.length;
        values = Arrays.copyOf(values, Math.max(needed, Math.min(MOST, 2 * former)));
        Arrays.fill(values, former, values.length, UNKNOWN);
    }
}
