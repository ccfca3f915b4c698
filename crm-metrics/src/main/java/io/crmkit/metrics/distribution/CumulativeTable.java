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
        this.cdf = new double[masses.size()];
        this.survival = new double[masses.size()];
        sumFromBothEnds(masses.values);
        takeUpperHalfFromAbove();
    }

    private void sumFromBothEnds(double[] values) {
        Sums below = new Sums();
        Sums above = new Sums();
        int last = values.length - 1;
        for (int i = 0; i <= last; i++) {
            below.add(values[i]);
            cdf[i] = Math.min(1, below.value());
            survival[last - i] = Math.min(1, above.value());
            above.add(values[last - i]);
        }
    }

    /* Where less than half is above, that is the more accurate side; at the change the order is kept. */
    private void takeUpperHalfFromAbove() {
        int from = 0;
        while (survival[from] >= 0.5) {
            from++;
        }
        double least = from == 0 ? 0 : cdf[from - 1];
        for (int i = from; i < cdf.length; i++) {
            cdf[i] = Math.max(least, 1 - survival[i]);
        }
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
