package io.crmkit.metrics.series;

import java.util.Arrays;

/**
 * How weights and first states of a model lie in one vector: alpha, beta as a share of alpha, gamma as a share of
 * {@code 1 - alpha}, phi, level, slope, and the seasonal states in order of time but for the last, which follows from
 * their mean. In units of the series' spread, so that all numbers are of about one size.
 */
final class EtsVector {

    private static final double LEAST = 1e-4;
    private static final double LEAST_PHI = 0.8;
    private static final double MOST_PHI = 0.98;
    private static final double FIRST_PHI = 0.97;

    private final EtsModel model;
    private final int season;
    private final double unit;
    private final int smoothing;
    private final int size;

    EtsVector(EtsModel model, int season, double unit) {
        this.model = model;
        this.season = season;
        this.unit = unit;
        this.smoothing = 1 + (model.hasTrend() ? 1 : 0) + (model.hasSeason() ? 1 : 0) + (model.isDamped() ? 1 : 0);
        this.size = smoothing + 1 + (model.hasTrend() ? 1 : 0) + (model.hasSeason() ? season - 1 : 0);
    }

    int size() {
        return size;
    }

    /** How many of the first numbers are weights. */
    int smoothing() {
        return smoothing;
    }

    double[] lower() {
        double[] lower = new double[size];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(lower, 0, smoothing, LEAST);
        if (model.isDamped()) {
            lower[smoothing - 1] = LEAST_PHI;
        }
        return lower;
    }

    double[] upper() {
        double[] upper = new double[size];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        Arrays.fill(upper, 0, smoothing, 1 - LEAST);
        if (model.isDamped()) {
            upper[smoothing - 1] = MOST_PHI;
        }
        return upper;
    }

    /** Replaces the weights: beta and gamma each by the same share of what they may be. */
    double[] withWeights(double[] vector, double alpha, double share) {
        double[] changed = vector.clone();
        changed[0] = alpha;
        Arrays.fill(changed, 1, smoothing, share);
        if (model.isDamped()) {
            changed[smoothing - 1] = FIRST_PHI;
        }
        return changed;
    }

    /** Packs states, with the weights left at zero; seasonal states in order of time. */
    double[] pack(double level, double slope, double[] seasonal) {
        double[] vector = new double[size];
        vector[smoothing] = level / unit;
        if (model.hasTrend()) {
            vector[smoothing + 1] = slope / unit;
        }
        for (int i = 0; model.hasSeason() && i < season - 1; i++) {
            vector[size - season + 1 + i] = seasonal[i] / seasonalUnit();
        }
        return vector;
    }

    private double seasonalUnit() {
        return model.season() == EtsModel.Season.MULTIPLICATIVE ? 1 : unit;
    }

    double alpha(double[] vector) {
        return vector[0];
    }

    double beta(double[] vector) {
        return model.hasTrend() ? vector[0] * vector[1] : 0;
    }

    double gamma(double[] vector) {
        return model.hasSeason() ? (1 - vector[0]) * vector[model.hasTrend() ? 2 : 1] : 0;
    }

    double phi(double[] vector) {
        return model.isDamped() ? vector[smoothing - 1] : 1;
    }

    double level(double[] vector) {
        return vector[smoothing] * unit;
    }

    double slope(double[] vector) {
        return model.hasTrend() ? vector[smoothing + 1] * unit : 0;
    }

    double[] seasonal(double[] vector) {
        if (!model.hasSeason()) {
            return new double[0];
        }
        double[] seasonal = new double[season];
        double rest = model.season() == EtsModel.Season.MULTIPLICATIVE ? season : 0;
        for (int i = 0; i < season - 1; i++) {
            seasonal[i] = vector[size - season + 1 + i] * seasonalUnit();
            rest -= seasonal[i];
        }
        seasonal[season - 1] = rest;
        return seasonal;
    }

    /** Writes a point of this layout in the units of another one of the same model. */
    double[] carryTo(EtsVector other, double[] vector) {
        double[] carried = vector.clone();
        int scaled = model.season() == EtsModel.Season.MULTIPLICATIVE ? size - season + 1 : size;
        for (int i = smoothing; i < scaled; i++) {
            carried[i] *= unit / other.unit;
        }
        return carried;
    }

    void set(EtsRun run, double[] vector) {
        run.weights(alpha(vector), beta(vector), gamma(vector), phi(vector));
        run.states(level(vector), slope(vector), seasonal(vector));
    }
}
