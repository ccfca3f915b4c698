package io.crmkit.metrics.distribution;

import java.util.OptionalDouble;

/* A value distribution as a table over cells. */
final class GridValue implements ValueDistribution {

    private final CumulativeTable table;
    private final long width;
    private final double mean;
    private final double variance;
    private final Accuracy accuracy;

    GridValue(Masses masses, long width, ValueTotals totals, Accuracy accuracy) {
        this(masses, width, totals.mean(), totals.variance(), accuracy);
    }

    GridValue(Masses masses, long width, double mean, double variance, Accuracy accuracy) {
        this.table = new CumulativeTable(masses);
        this.width = width;
        this.mean = mean;
        this.variance = variance;
        this.accuracy = accuracy;
    }

    @Override
    public OptionalDouble pmf(long value) {
        return OptionalDouble.of(value % width == 0 ? table.mass(value / width) : 0);
    }

    @Override
    public double cdf(long value) {
        return table.cdf(Math.floorDiv(value, width));
    }

    @Override
    public double survival(long value) {
        return table.survival(Math.floorDiv(value, width));
    }

    @Override
    public long quantile(double probability) {
        return width * table.quantile(Checks.inside("probability", probability));
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
        return "value distribution with mean " + mean + " and variance " + variance;
    }
}
