package io.crmkit.metrics.distribution;

import java.util.Arrays;

/* The tables of the named count distributions. */
final class CountTables {

    private static final int LEAF = 64;
    private static final int ONE_BY_ONE = 4096;
    private static final double NEGLIGIBLE = 1e-80;

    private CountTables() {}

    static Masses binomial(long trials, double rate) {
        if (rate == 0 || trials == 0) {
            return Masses.point(0);
        }
        if (rate == 1) {
            return Masses.point(trials);
        }
        double odds = rate / (1 - rate);
        long mode = Math.min(trials, (long) ((trials + 1.0) * rate));
        return Masses.fromRatios(mode, 0, trials, Masses.TINY, k -> odds * (trials - k) / (k + 1));
    }

    static Masses betaBinomial(long trials, double alpha, double beta) {
        if (trials == 0) {
            return Masses.point(0);
        }
        boolean highInside = alpha > 1 && beta > 1;
        double mode = highInside ? trials * ((alpha - 1) / (alpha - 1 + (beta - 1))) : alpha > beta ? trials : 0;
        double floor = highInside ? Masses.TINY : 0;
        return Masses.fromRatios(
                Math.min(trials, (long) mode),
                0,
                trials,
                floor,
                k -> (trials - k) * (alpha + k) / ((k + 1) * (beta + (trials - k - 1))));
    }

    static Masses poisson(double mean) {
        if (mean == 0) {
            return Masses.point(0);
        }
        return Masses.fromRatios((long) mean, 0, Long.MAX_VALUE, Masses.TINY, k -> mean / (k + 1));
    }

    static Masses negativeBinomial(double mean, double size) {
        if (mean == 0) {
            return Masses.point(0);
        }
        double failure = mean / (size + mean);
        long mode = size > 1 ? (long) (mean * (1 - 1 / size)) : 0;
        return Masses.fromRatios(mode, 0, Long.MAX_VALUE, Masses.TINY, k -> failure * ((k + size) / (k + 1)));
    }

    static Masses poissonBinomial(double[] rates) {
        if (rates.length <= ONE_BY_ONE) {
            return oneByOne(rates, 0, rates.length);
        }
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        return halved(sorted, 0, sorted.length);
    }

    private static Masses oneByOne(double[] rates, int from, int to) {
        double[] masses = new double[to - from + 1];
        masses[0] = 1;
        for (int i = from; i < to; i++) {
            addUnit(masses, i - from + 1, rates[i]);
        }
        return new Masses(0, masses);
    }

    private static void addUnit(double[] masses, int size, double rate) {
        double failure = 1 - rate;
        for (int k = size; k > 0; k--) {
            masses[k] = failure * masses[k] + rate * masses[k - 1];
        }
        masses[0] *= failure;
    }

    private static Masses halved(double[] sorted, int from, int to) {
        if (sorted[from] == sorted[to - 1]) {
            return binomial(to - from, sorted[from]).trimmed(NEGLIGIBLE);
        }
        if (to - from <= LEAF) {
            return oneByOne(sorted, from, to);
        }
        int middle = (from + to) >>> 1;
        return halved(sorted, from, middle).convolve(halved(sorted, middle, to)).trimmed(NEGLIGIBLE);
    }
}
