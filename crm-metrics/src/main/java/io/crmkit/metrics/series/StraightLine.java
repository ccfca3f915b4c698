package io.crmkit.metrics.series;

/** The least squares line through values at 0, 1, 2, … */
record StraightLine(double intercept, double slope) {

    static StraightLine through(double[] values) {
        int n = values.length;
        double middle = (n - 1) / 2.0;
        double mean = 0;
        double products = 0;
        for (int t = 0; t < n; t++) {
            mean += values[t] / n;
            products += (t - middle) * values[t];
        }
        double slope = n < 2 ? 0 : products / (n * ((double) n * n - 1) / 12);
        return new StraightLine(mean - slope * middle, slope);
    }

    double at(double time) {
        return intercept + slope * time;
    }
}
