package io.crmkit.metrics.series;

import java.util.Arrays;

/**
 * The figures of a season by classical decomposition: by how much each part of it differs from the centred moving average
 * over one season.
 *
 * <p>Source: Kendall, M. and Stuart, A. (1983), The Advanced Theory of Statistics, vol. 3, 410–414.
 */
final class SeasonFigures {

    private SeasonFigures() {}

    /** Computes factors with a mean of one, the first for the first value; the values must be positive. */
    static double[] multiplicative(double[] values, int season) {
        double[] figures = figures(values, season, true);
        double mean = Arrays.stream(figures).average().orElseThrow();
        return Arrays.stream(figures).map(figure -> figure / mean).toArray();
    }

    /** Computes differences with a mean of zero, the first for the first value. */
    static double[] additive(double[] values, int season) {
        double[] figures = figures(values, season, false);
        double mean = Arrays.stream(figures).average().orElseThrow();
        return Arrays.stream(figures).map(figure -> figure - mean).toArray();
    }

    private static double[] figures(double[] values, int season, boolean ratio) {
        double[] sums = new double[season];
        int[] counts = new int[season];
        int half = season / 2;
        for (int t = half; t < values.length - half; t++) {
            double trend = centredMean(values, t, season);
            sums[t % season] += ratio ? values[t] / trend : values[t] - trend;
            counts[t % season]++;
        }
        double[] figures = new double[season];
        Arrays.setAll(figures, i -> sums[i] / counts[i]);
        return figures;
    }

    /** Averages over one season around a value; for an even season both ends count one half. */
    private static double centredMean(double[] values, int at, int season) {
        int half = season / 2;
        double sum = 0;
        for (int t = at - half; t <= at + half; t++) {
            boolean end = season % 2 == 0 && Math.abs(t - at) == half;
            sum += end ? values[t] / 2 : values[t];
        }
        return sum / season;
    }
}
