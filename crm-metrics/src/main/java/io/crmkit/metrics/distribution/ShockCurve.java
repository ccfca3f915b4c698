package io.crmkit.metrics.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/* The mean over shocks of the expansion of Edgeworth given the shock. */
final class ShockCurve implements SmoothCurve {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double FAR = 9;
    private static final double ROOT = 1 / Math.sqrt(2 * Math.PI);

    private final double share;
    private final double[] weights;
    private final double[] means;
    private final double[] deviations;
    private final double[] skewness;
    private final double[] kurtosis;

    ShockCurve(ShockScenarios scenarios, double largest) {
        int n = scenarios.weights.length;
        this.weights = scenarios.weights;
        this.means = new double[n];
        this.deviations = new double[n];
        this.skewness = new double[n];
        this.kurtosis = new double[n];
        this.share = largest / Math.sqrt(scenarios.variance());
        double least = Double.MIN_NORMAL + 1e-12 * scenarios.variance();
        for (int i = 0; i < n; i++) {
            double[] c = scenarios.cumulants[i];
            double variance = Math.max(least, c[1]);
            means[i] = c[0];
            deviations[i] = Math.sqrt(variance);
            // beyond these the expansion is not one any more; such shocks are rare, or estimate() refuses
            skewness[i] = Math.max(-1, Math.min(1, c[2] / (variance * deviations[i])));
            kurtosis[i] = Math.max(-1, Math.min(2, c[3] / (variance * variance)));
        }
    }

    /* The order of the first neglected terms, over all shocks, and of what one great opportunity adds to all of them. */
    double estimate() {
        double sum = share * share * share * share / 10;
        for (int i = 0; i < weights.length; i++) {
            double skew = Math.abs(skewness[i]);
            double square = kurtosis[i] * kurtosis[i];
            sum += weights[i] * ((skew * skew * skew + skew * Math.abs(kurtosis[i])) / 10 + square / 50);
        }
        return sum;
    }

    @Override
    public double cdf(double value) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double t = (value - means[i]) / deviations[i];
            if (t > FAR) {
                sum += weights[i];
            } else if (t > -FAR) {
                sum += weights[i] * given(t, skewness[i], kurtosis[i]);
            }
        }
        return sum;
    }

    private static double given(double t, double skew, double kurt) {
        double t2 = t * t;
        double correction =
                skew * (t2 - 1) / 6 + kurt * t * (t2 - 3) / 24 + skew * skew * t * (t2 * t2 - 10 * t2 + 15) / 72;
        double cdf = NORMAL.cumulativeProbability(t) - ROOT * Math.exp(-t2 / 2) * correction;
        return Math.max(0, Math.min(1, cdf));
    }

    /* Without the corrections: it only directs the search for a quantile. */
    @Override
    public double density(double value) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double t = (value - means[i]) / deviations[i];
            sum += Math.abs(t) < FAR ? weights[i] * ROOT * Math.exp(-t * t / 2) / deviations[i] : 0;
        }
        return sum;
    }
}
