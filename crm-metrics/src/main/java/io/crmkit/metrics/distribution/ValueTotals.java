package io.crmkit.metrics.distribution;

/*
 * What is summed over opportunities: the first four cumulants, the greatest sum, the greatest single amount, the
 * lattice (greatest common divisor of the amounts), and the variance lost by replacing log-normal amounts.
 */
record ValueTotals(
        int count,
        double mean,
        double variance,
        double thirdCumulant,
        double fourthCumulant,
        double total,
        double largest,
        long lattice,
        double lostVariance) {

    static final ValueTotals NONE = new ValueTotals(0, 0, 0, 0, 0, 0, 0, 0, 0);

    static ValueTotals of(ValuePortfolio portfolio) {
        return new ValueTotalsSum(portfolio).totals();
    }

    ValueTotals plus(ValueTotals other) {
        return new ValueTotals(
                count + other.count,
                mean + other.mean,
                variance + other.variance,
                thirdCumulant + other.thirdCumulant,
                fourthCumulant + other.fourthCumulant,
                total + other.total,
                Math.max(largest, other.largest),
                commonDivisor(lattice, other.lattice),
                lostVariance + other.lostVariance);
    }

    static long commonDivisor(long a, long b) {
        long greater = a;
        long smaller = b;
        while (smaller != 0) {
            long rest = greater % smaller;
            greater = smaller;
            smaller = rest;
        }
        return greater;
    }

    double deviation() {
        return Math.sqrt(variance);
    }

    /* The step between possible sums; one where all are zero. */
    long step() {
        return Math.max(1, lattice);
    }

    /*
     * A distance from the mean that is exceeded with `probability` at most on either side.
     *
     * Bernstein's inequality: Boucheron, Lugosi and Massart (2013), Concentration Inequalities, section 2.8.
     */
    double reach(double probability) {
        return reach(probability, variance, largest);
    }

    static double reach(double probability, double variance, double largest) {
        double log = -Math.log(probability);
        double jump = log * largest / 3;
        return jump + Math.sqrt(jump * jump + 2 * log * variance);
    }

    /* Bernstein's bound on either tail beyond `distance` from the mean. */
    double tail(double distance) {
        double scale = 2 * (variance + largest * distance / 3);
        return scale == 0 ? 0 : Math.min(1, Math.exp(-distance * distance / scale));
    }
}
