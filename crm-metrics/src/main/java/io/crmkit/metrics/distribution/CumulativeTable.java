package io.crmkit.metrics.distribution;

/*
 * Masses with both cumulative sums, each taken from its own end, so that both tails keep their relative accuracy.
 */
final class CumulativeTable {

    private final Masses masses;
    private final double[] cdf;
    private final double[] survival;

    CumulativeTable(Masses masses) {
        this.masses = masses;
        this.survival = upwards(masses.values);
        this.cdf = downwards(masses.values, survival);
    }

    private static double[] upwards(double[] values) {
        double[] survival = new double[values.length];
        Sums above = new Sums();
        for (int i = values.length - 2; i >= 0; i--) {
            above.add(values[i + 1]);
            survival[i] = Math.min(1, above.value());
        }
        return survival;
    }

    private static double[] downwards(double[] values, double[] survival) {
        double[] cdf = new double[values.length];
        Sums below = new Sums();
        double former = 0;
        for (int i = 0; i < values.length; i++) {
            below.add(values[i]);
            double here = survival[i] < 0.5 ? 1 - survival[i] : below.value();
            former = Math.min(1, Math.max(former, here));
            cdf[i] = former;
        }
        return cdf;
    }

    Masses masses() {
        return masses;
    }

    double mass(long k) {
        return masses.at(k);
    }

    double cdf(long k) {
        if (k < masses.offset) {
            return 0;
        }
        return k >= masses.last() ? 1 : cdf[(int) (k - masses.offset)];
    }

    double survival(long k) {
        if (k < masses.offset) {
            return 1;
        }
        return k >= masses.last() ? 0 : survival[(int) (k - masses.offset)];
    }

    /* The least k with cdf(k) >= probability. */
    long quantile(double probability) {
        int low = 0;
        int high = masses.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cdf[middle] >= probability) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return masses.offset + low;
    }

    /* The least k with survival(k) <= probability. */
    long upperQuantile(double probability) {
        int low = 0;
        int high = masses.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (survival[middle] <= probability) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return masses.offset + low;
    }

    double mean() {
        return masses.offset + meanIndex();
    }

    private double meanIndex() {
        Sums sums = new Sums();
        for (int i = 0; i < masses.size(); i++) {
            sums.add(i * masses.values[i]);
        }
        return sums.value();
    }

    double variance() {
        double mean = meanIndex();
        Sums sums = new Sums();
        for (int i = 0; i < masses.size(); i++) {
            sums.add((i - mean) * (i - mean) * masses.values[i]);
        }
        return sums.value();
    }
}
