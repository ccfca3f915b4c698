package io.crmkit.metrics.distribution;

/*
 * Equally spaced shocks with the weights of the normal density: the trapezoidal rule, which for such smooth functions
 * converges faster than any power of the spacing (Trefethen and Weideman (2014), SIAM Review 56, 385–458).
 *
 * The spacing is so small that the mean moves by less than its own standard deviation from one to the next.
 */
final class ShockScenarios {

    static final double FARTHEST = 8;

    private static final int LEAST_POINTS = 24;
    private static final int MOST_POINTS = 300;
    private static final int MOST_SCENARIOS = 5000;
    private static final double SPACING = 0.7;
    private static final double WIDEST = 0.3;

    final double[] shocks;
    final double[] weights;
    final double[][] cumulants;

    private ShockScenarios(int count, double[] points, double[][] rows) {
        this.shocks = new double[count];
        this.weights = new double[count];
        this.cumulants = new double[count][];
        double spacing = 2 * FARTHEST / (count - 1);
        for (int i = 0; i < count; i++) {
            shocks[i] = -FARTHEST + i * spacing;
            weights[i] = spacing * Math.exp(-shocks[i] * shocks[i] / 2) / Math.sqrt(2 * Math.PI);
            cumulants[i] = Chebyshev.at(shocks[i], points, rows);
        }
    }

    static ShockScenarios of(RateGroups groups, double correlation) {
        double steepness = Math.sqrt(correlation / (1 - correlation));
        int count = (int) Math.min(MOST_POINTS, Math.max(LEAST_POINTS, Math.ceil(100 * steepness)));
        double[] points = Chebyshev.points(count, FARTHEST);
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = groups.cumulantsGiven(points[i]);
        }
        return new ShockScenarios(scenarios(points, rows, steepness), points, rows);
    }

    private static int scenarios(double[] points, double[][] rows, double steepness) {
        double spacing = Math.min(WIDEST, SPACING / (1 + steepness));
        for (int i = 1; i < points.length; i++) {
            double slope = Math.abs((rows[i][0] - rows[i - 1][0]) / (points[i] - points[i - 1]));
            double deviation = Math.sqrt(Math.max(rows[i][1], rows[i - 1][1]));
            if (Math.abs(points[i]) < 5 && slope > 0) {
                spacing = Math.min(spacing, SPACING * deviation / slope);
            }
        }
        return (int) Math.min(MOST_SCENARIOS, Math.ceil(2 * FARTHEST / spacing) + 1);
    }

    /* The variance inside the scenarios and between them. */
    double variance() {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * cumulants[i][0];
        }
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            double off = cumulants[i][0] - mean;
            variance += weights[i] * (cumulants[i][1] + off * off);
        }
        return variance;
    }
}
