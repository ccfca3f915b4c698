package io.crmkit.metrics.series;

import java.util.Arrays;

/** The search for the weights and first states of a model under which a series is likeliest. */
final class EtsSearch {

    private static final int SIMPLEX_CALLS = 120;
    private static final int STEPS = 60;
    private static final double TOLERANCE = 1e-8;
    private static final double[] FIRST_ALPHAS = {0.005, 0.3, 0.9};
    /** First guesses of beta as a share of alpha, and gamma as a share of the rest. */
    private static final double[] FIRST_SHARES = {0.05, 0.8};

    private final EtsVector vector;
    private final EtsRun run;
    private final EtsModel model;
    private final TimeSeries series;
    private final double[] values;

    EtsSearch(TimeSeries series, EtsModel model) {
        this.series = series;
        this.model = model;
        this.values = series.values();
        this.vector = new EtsVector(model, series.season(), spread(values));
        this.run = new EtsRun(model, series.season(), values);
    }

    private static double spread(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double square = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        return square > 0 ? Math.sqrt(square) : 1;
    }

    EtsVector vector() {
        return vector;
    }

    /** Searches from several first guesses. */
    double[] search() {
        double[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (double alpha : FIRST_ALPHAS) {
            double[] guess = guess(alpha);
            for (double share : FIRST_SHARES) {
                double[] found = polish(simplex(vector.withWeights(guess, alpha, share)));
                double squares = squares(found);
                if (best.length == 0 || squares < least) {
                    best = found;
                    least = squares;
                }
            }
        }
        return best;
    }

    /** Searches nearby a point of the same model. */
    double[] polish(double[] start) {
        return LeastSquares.minimise(
                this::residuals, start, vector.lower(), vector.upper(), values.length, STEPS, TOLERANCE);
    }

    /** Moves the weights alone, the states staying as guessed. */
    private double[] simplex(double[] guess) {
        int n = vector.smoothing();
        double[] whole = guess.clone();
        double[] weights = NelderMead.minimise(
                point -> {
                    System.arraycopy(point, 0, whole, 0, n);
                    return squares(whole);
                },
                Arrays.copyOf(guess, n),
                Arrays.copyOf(vector.lower(), n),
                Arrays.copyOf(vector.upper(), n),
                SIMPLEX_CALLS);
        System.arraycopy(weights, 0, whole, 0, n);
        return whole;
    }

    double squares(double[] point) {
        vector.set(run, point);
        return run.run();
    }

    private double residuals(double[] point, double[] residuals) {
        double squares = squares(point);
        System.arraycopy(run.residuals(), 0, residuals, 0, residuals.length);
        return squares;
    }

    /** Guesses the first states by a straight line through the seasonally adjusted values. */
    private double[] guess(double alpha) {
        double[] seasonal = seasonal();
        double[] adjusted = adjusted(seasonal);
        int memory = memory(alpha);
        StraightLine line = StraightLine.through(Arrays.copyOf(adjusted, memory));
        double level = line.at(model.hasTrend() ? -1 : (memory - 1) / 2.0);
        if (model.needsPositiveValues() && level <= 0) {
            return vector.pack(Arrays.stream(adjusted).average().orElseThrow(), 0, seasonal);
        }
        return vector.pack(level, line.slope(), seasonal);
    }

    private double[] seasonal() {
        return switch (model.season()) {
            case NONE -> new double[1];
            case ADDITIVE -> SeasonFigures.additive(values, series.season());
            case MULTIPLICATIVE -> SeasonFigures.multiplicative(values, series.season());
        };
    }

    private double[] adjusted(double[] seasonal) {
        boolean ratio = model.season() == EtsModel.Season.MULTIPLICATIVE;
        double[] adjusted = values.clone();
        for (int t = 0; t < adjusted.length; t++) {
            double part = seasonal[t % seasonal.length];
            adjusted[t] = ratio ? adjusted[t] / part : adjusted[t] - part;
        }
        return adjusted;
    }

    /** How many values the first states are guessed from: with small weights they have to do for long. */
    private int memory(double alpha) {
        int season = series.season();
        return Math.min(values.length, Math.max(Math.max(10, 2 * season), (int) (1 / alpha)));
    }
}
