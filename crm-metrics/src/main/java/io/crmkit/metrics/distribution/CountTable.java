package io.crmkit.metrics.distribution;

/* A count distribution as an exact table. */
final class CountTable implements CountDistribution {

    private final CumulativeTable table;
    private final double mean;
    private final double variance;
    private final Accuracy accuracy;

    CountTable(Masses masses, Accuracy accuracy) {
        this.table = new CumulativeTable(masses);
        this.mean = table.mean();
        this.variance = table.variance();
        this.accuracy = accuracy;
    }

    Masses masses() {
        return table.masses();
    }

    @Override
    public double pmf(long count) {
        return table.mass(count);
    }

    @Override
    public double cdf(long count) {
        return table.cdf(count);
    }

    @Override
    public double survival(long count) {
        return table.survival(count);
    }

    @Override
    public long quantile(double probability) {
        return table.quantile(Checks.inside("probability", probability));
    }

    @Override
    public PredictiveInterval interval(double level) {
        double tail = (1 - Checks.inside("level", level)) / 2;
        long lower = table.quantile(tail);
        long upper = Math.max(lower, table.upperQuantile(tail));
        double outside = table.cdf(lower - 1) + table.survival(upper);
        return new PredictiveInterval(lower, upper, level, 1 - outside);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double variance() {
        return variance;
    }

    @Override
    public Accuracy accuracy() {
        return accuracy;
    }

    @Override
    public String toString() {
        return "count distribution with mean " + mean + " and variance " + variance;
    }
}
