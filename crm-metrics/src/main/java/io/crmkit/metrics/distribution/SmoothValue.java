package io.crmkit.metrics.distribution;

import java.util.OptionalDouble;

/* A value distribution read off a smooth curve at the middle between two possible sums. */
final class SmoothValue implements ValueDistribution {

    private static final int MOST_STEPS = 200;

    private final SmoothCurve curve;
    private final ValueTotals totals;
    private final double variance;
    private final Accuracy accuracy;

    SmoothValue(SmoothCurve curve, ValueTotals totals, Accuracy accuracy) {
        this(curve, totals, totals.variance(), accuracy);
    }

    SmoothValue(SmoothCurve curve, ValueTotals totals, double variance, Accuracy accuracy) {
        this.curve = curve;
        this.totals = totals;
        this.variance = variance;
        this.accuracy = accuracy;
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
        double middle = (double) (value - value % totals.step()) + totals.step() / 2.0;
        return Math.max(0, Math.min(1, curve.cdf(middle)));
    }

    @Override
    public double survival(long value) {
        return 1 - cdf(value);
    }

    @Override
    public long quantile(double probability) {
        Checks.inside("probability", probability);
        long step = totals.step();
        long highest = (long) Math.ceil(totals.total());
        double middle = solve(probability);
        long value = step * (long) Math.max(0, Math.ceil((middle - step / 2.0) / step));
        value = Math.min(value, highest);
        for (int i = 0; i < MOST_STEPS && value >= step && cdf(value - step) >= probability; i++) {
            value -= step;
        }
        for (int i = 0; i < MOST_STEPS && value < highest && cdf(value) < probability; i++) {
            value = Math.min(highest, value + step);
        }
        return value;
    }

    /* Newton's method, kept inside a bracket. */
    private double solve(double probability) {
        double low = 0;
        double high = totals.total();
        double at = Math.max(low, Math.min(high, totals.mean()));
        for (int i = 0; i < MOST_STEPS && high - low > totals.step() / 1e3; i++) {
            double off = curve.cdf(at) - probability;
            if (off >= 0) {
                high = at;
            } else {
                low = at;
            }
            double next = at - off / curve.density(at);
            if (Math.abs(next - at) < totals.step() / 1e3) {
                return next;
            }
            at = next > low && next < high ? next : low + (high - low) / 2;
        }
        return high;
    }

    @Override
    public double mean() {
        return totals.mean();
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
        return "value distribution with mean " + mean() + " and variance " + variance;
    }
}
