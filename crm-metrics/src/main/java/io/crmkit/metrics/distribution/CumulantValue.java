package io.crmkit.metrics.distribution;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/*
 * The expansion of Cornish and Fisher around the normal distribution: the value at the normal score z is
 *
 *   m + s (z + g1 (z² - 1) / 6 + g2 (z³ - 3 z) / 24 - g1² (2 z³ - 5 z) / 36)
 *
 * It is used where this cubic grows, for |z| up to REACH at least, and held at its ends beyond.
 */
final class CumulantValue implements ValueDistribution {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double REACH = 4;
    private static final int BISECTIONS = 60;

    private final ValueTotals totals;
    private final double skewness;
    private final double kurtosis;

    CumulantValue(ValueTotals totals) {
        this.totals = totals;
        double variance = totals.variance();
        this.skewness = totals.thirdCumulant() / (variance * Math.sqrt(variance));
        this.kurtosis = totals.fourthCumulant() / (variance * variance);
        requireGrowth();
    }

    private void requireGrowth() {
        for (double z : new double[] {-REACH, REACH, turn()}) {
            if (!(Math.abs(z) > REACH || slope(z) > 0)) {
                throw new IllegalArgumentException("the portfolio must be near to normal for an expansion by cumulants:"
                        + " skewness = " + skewness + ", excess kurtosis = " + kurtosis);
            }
        }
    }

    /* Where the slope, a parabola, is least or greatest. */
    private double turn() {
        double curvature = kurtosis / 4 - skewness * skewness / 3;
        return curvature == 0 ? Double.POSITIVE_INFINITY : -skewness / 3 / curvature;
    }

    private double slope(double z) {
        return 1 + skewness * z / 3 + kurtosis * (z * z - 1) / 8 - skewness * skewness * (6 * z * z - 5) / 36;
    }

    private double value(double z) {
        double expansion = z
                + skewness * (z * z - 1) / 6
                + kurtosis * (z * z * z - 3 * z) / 24
                - skewness * skewness * (2 * z * z * z - 5 * z) / 36;
        return totals.mean() + totals.deviation() * expansion;
    }

    @Override
    public OptionalDouble pmf(long value) {
        return OptionalDouble.empty();
    }

    @Override
    public double cdf(long value) {
        if (value < 0) {
            return 0;
        }
        if (value >= totals.total()) {
            return 1;
        }
        long step = totals.step();
        return NORMAL.cumulativeProbability(score((double) (value - value % step) + step / 2.0));
    }

    private double score(double value) {
        double low = -REACH;
        double high = REACH;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (value(middle) <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public double survival(long value) {
        return 1 - cdf(value);
    }

    @Override
    public long quantile(double probability) {
        double z = NORMAL.inverseCumulativeProbability(Checks.inside("probability", probability));
        double middle = value(Math.max(-REACH, Math.min(REACH, z)));
        long step = totals.step();
        double lattice = Math.ceil((middle - step / 2.0) / step);
        return Math.min((long) Math.ceil(totals.total()), step * (long) Math.max(0, lattice));
    }

    @Override
    public double mean() {
        return totals.mean();
    }

    @Override
    public double variance() {
        return totals.variance();
    }

    /* The next terms are of the order of the skewness cubed and of skewness times kurtosis. */
    @Override
    public Accuracy accuracy() {
        double skew = Math.abs(skewness);
        double next = (skew * skew * skew + skew * Math.abs(kurtosis)) / 10 + kurtosis * kurtosis / 50;
        double error = Math.min(1, next + 2 * NORMAL.cumulativeProbability(-REACH));
        return new Accuracy(Computation.CUMULANT_EXPANSION, error, Math.sqrt(totals.lostVariance()), false);
    }

    @Override
    public String toString() {
        return "value distribution with mean " + mean() + " and variance " + variance();
    }
}
