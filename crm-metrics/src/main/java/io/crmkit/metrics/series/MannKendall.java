package io.crmkit.metrics.series;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The test that values in order of time have no trend: rises less falls over all pairs. */
record MannKendall(long score, double deviation, double pValue) {

    private static final int LONGEST_EXACT = 30;

    static MannKendall of(double[] values) {
        long score = 0;
        for (int j = 1; j < values.length; j++) {
            for (int i = 0; i < j; i++) {
                score += (long) Math.signum(values[j] - values[i]);
            }
        }
        long ties = tied(values);
        long n = values.length;
        double deviation = Math.sqrt((n * (n - 1) * (2 * n + 5) - ties) / 18.0);
        boolean exact = ties == 0 && n <= LONGEST_EXACT;
        return new MannKendall(
                score, deviation, exact ? exact(values.length, Math.abs(score)) : normal(score, deviation));
    }

    private static long tied(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        long sum = 0;
        int from = 0;
        while (from < sorted.length) {
            int until = from;
            while (until < sorted.length && sorted[until] == sorted[from]) {
                until++;
            }
            long size = (long) until - from;
            sum += size * (size - 1) * (2 * size + 5);
            from = until;
        }
        return sum;
    }

    private static double normal(long score, double deviation) {
        if (score == 0) {
            return 1;
        }
        double z = (Math.abs(score) - 1) / deviation;
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));
    }

    /** Sums the orders of n values with a score at least as high; the number of falls is spread as that of inversions. */
    private static double exact(int n, long score) {
        double[] shares = {1};
        for (int size = 2; size <= n; size++) {
            double[] next = new double[size * (size - 1) / 2 + 1];
            for (int falls = 0; falls < shares.length; falls++) {
                for (int more = 0; more < size; more++) {
                    next[falls + more] += shares[falls] / size;
                }
            }
            shares = next;
        }
        int most = (int) ((shares.length - 1 - score) / 2);
        double tail = Arrays.stream(shares, 0, most + 1).sum();
        return Math.min(1, 2 * tail);
    }
}
