package io.crmkit.metrics.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/** The absolute errors of a method at earlier times, brought to one size by a power of the steps ahead. */
final class PastErrors {

    private static final int MOST_ORIGINS = 24;

    private final int origins;
    private final double power;
    private final double[] pooled;

    private PastErrors(List<double[]> errors) {
        origins = errors.size();
        power = power(errors);
        pooled = errors.stream()
                .flatMapToDouble(ahead -> {
                    double[] scaled = ahead.clone();
                    Arrays.setAll(scaled, h -> scaled[h] / Math.pow(h + 1.0, power));
                    return Arrays.stream(scaled);
                })
                .sorted()
                .toArray();
    }

    static PastErrors of(Forecaster method, TimeSeries series, int horizon) {
        List<double[]> errors = new ArrayList<>();
        int last = series.length() - 1;
        int first = Math.min(firstOrigin(series), last);
        int count = Math.min(MOST_ORIGINS, last - first + 1);
        for (int k = 0; k < count && last > 0; k++) {
            int origin = count == 1 ? last : last - (int) Math.round((double) k * (last - first) / (count - 1));
            errors.add(errors(method, series, origin, horizon));
        }
        return new PastErrors(errors);
    }

    /** Two seasons and one value, or a third of the series where that is more, but no more than half of it. */
    private static int firstOrigin(TimeSeries series) {
        int n = series.length();
        return Math.max(1, Math.min(n / 2, Math.max(2 * series.season() + 1, n / 3)));
    }

    private static double[] errors(Forecaster method, TimeSeries series, int origin, int horizon) {
        int steps = Math.min(horizon, series.length() - origin);
        double[] errors = method.forecast(series.first(origin), steps).toArray();
        Arrays.setAll(errors, h -> Math.abs(series.value(origin + h) - errors[h]));
        return errors;
    }

    /** Fits the logarithm of the root mean square by that of the steps, each step weighted by its number of errors. */
    private static double power(List<double[]> errors) {
        int horizon = errors.stream().mapToInt(ahead -> ahead.length).max().orElse(0);
        WeightedSlope fit = new WeightedSlope();
        for (int step = 1; step <= horizon; step++) {
            double squares = 0;
            int count = 0;
            for (double[] ahead : errors) {
                if (ahead.length >= step) {
                    squares += ahead[step - 1] * ahead[step - 1];
                    count++;
                }
            }
            if (squares > 0) {
                fit.add(count, Math.log(step), Math.log(squares / count) / 2);
            }
        }
        return Math.max(0, Math.min(1, fit.slope()));
    }

    int origins() {
        return origins;
    }

    boolean anySeen() {
        return pooled.length > 0 && pooled[pooled.length - 1] > 0;
    }

    /** Answers whether there are origins enough for a level. */
    boolean bear(double level) {
        return level * (1 + 1.0 / origins) <= 1;
    }

    double halfWidth(double level, int step) {
        return Math.pow(step, power) * (bear(level) ? quantile(level * (1 + 1.0 / origins)) : wide(level));
    }

    private double wide(double level) {
        double square = Arrays.stream(pooled).map(e -> e * e).average().orElse(0);
        double student = TDistribution.of(origins).inverseSurvivalProbability((1 - level) / 2);
        return Math.max(quantile(1), student * Math.sqrt(square));
    }

    private double quantile(double probability) {
        double at = probability * (pooled.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, pooled.length - 1);
        return pooled[below] + (at - below) * (pooled[above] - pooled[below]);
    }

    /** The slope of a weighted least squares line, zero where all points stand above each other. */
    private static final class WeightedSlope {

        private double weights;
        private double meanX;
        private double meanY;
        private double squares;
        private double products;

        void add(double weight, double x, double y) {
            weights += weight;
            double dx = x - meanX;
            meanX += weight / weights * dx;
            meanY += weight / weights * (y - meanY);
            squares += weight * dx * (x - meanX);
            products += weight * dx * (y - meanY);
        }

        double slope() {
            return squares > 0 ? products / squares : 0;
        }
    }
}
