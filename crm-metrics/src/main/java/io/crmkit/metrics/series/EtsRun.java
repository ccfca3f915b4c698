package io.crmkit.metrics.series;

/**
 * One pass of exponential smoothing over a series with given weights and first states.
 *
 * <p>The states move alike for additive and multiplicative errors, since the relative error times the forecast is the
 * plain one; only the residuals differ. Those of multiplicative errors are scaled by the geometric mean of the fitted
 * values, so that minus half the length times the logarithm of their sum of squares is the log-likelihood either way.
 *
 * <p>Source: Hyndman, R. J., Koehler, A. B., Ord, J. K. and Snyder, R. D. (2008), Forecasting with Exponential Smoothing,
 * tables 2.2 and 2.3, equation 5.3.
 */
final class EtsRun {

    private final EtsModel model;
    private final boolean factor;
    private final double[] values;
    private final double[] fitted;
    private final double[] residuals;
    private final double[] seasonal;
    private double alpha;
    private double beta;
    private double gamma;
    private double phi = 1;
    private double level;
    private double slope;

    EtsRun(EtsModel model, int season, double[] values) {
        this.model = model;
        this.factor = model.season() == EtsModel.Season.MULTIPLICATIVE;
        this.values = values;
        this.fitted = new double[values.length];
        this.residuals = new double[values.length];
        this.seasonal = new double[model.hasSeason() ? season : 1];
        seasonal[0] = factor ? 1 : 0;
    }

    void weights(double newAlpha, double newBeta, double newGamma, double newPhi) {
        alpha = newAlpha;
        beta = newBeta;
        gamma = newGamma;
        phi = newPhi;
    }

    /** Sets the states before the first value; the seasonal ones in order of time. */
    void states(double newLevel, double newSlope, double[] newSeasonal) {
        level = newLevel;
        slope = newSlope;
        System.arraycopy(newSeasonal, 0, seasonal, 0, newSeasonal.length);
    }

    /** Runs, and sums the squares of the residuals: infinite where a multiplicative model leaves the positive numbers. */
    double run() {
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            double error = step(t);
            if (!isFeasible(t)) {
                return Double.POSITIVE_INFINITY;
            }
            residuals[t] = error;
            squares += error * error;
        }
        return model.error() == EtsModel.ErrorType.MULTIPLICATIVE ? relativeSquares() : squares;
    }

    /** Makes the residuals relative, and scales them by the geometric mean of the fitted values. */
    private double relativeSquares() {
        double scale = geometricMean();
        double squares = 0;
        for (int t = 0; t < residuals.length; t++) {
            residuals[t] *= scale / fitted[t];
            squares += residuals[t] * residuals[t];
        }
        return squares;
    }

    /** Takes a logarithm only once a product of many values is about to leave the range of numbers. */
    private double geometricMean() {
        double logs = 0;
        double product = 1;
        for (double value : fitted) {
            product *= value;
            if (product > 1e200 || product < 1e-200) {
                logs += Math.log(product);
                product = 1;
            }
        }
        return Math.exp((logs + Math.log(product)) / fitted.length);
    }

    private double step(int t) {
        int part = t % seasonal.length;
        double damped = phi * slope;
        double base = level + damped;
        double season = seasonal[part];
        fitted[t] = factor ? base * season : base + season;
        double error = values[t] - fitted[t];
        double move = factor ? error / season : error;
        level = base + alpha * move;
        slope = damped + beta * move;
        seasonal[part] = season + gamma * (factor ? error / base : error);
        return error;
    }

    private boolean isFeasible(int t) {
        double here = fitted[t];
        return model.needsPositiveValues()
                ? here > 1e-100 && level > 0 && (!factor || seasonal[t % seasonal.length] > 0) && here < 1e100
                : Math.abs(here) < 1e100;
    }

    /** Carries the states on. */
    double[] forecast(int horizon) {
        double[] ahead = new double[horizon];
        double trend = 0;
        double power = phi;
        for (int h = 0; h < horizon; h++) {
            trend += power * slope;
            power *= phi;
            double season = seasonal[(values.length + h) % seasonal.length];
            ahead[h] = factor ? (level + trend) * season : level + trend + season;
        }
        return ahead;
    }

    double[] fitted() {
        return fitted.clone();
    }

    /** The residuals of the last run, not copied. */
    double[] residuals() {
        return residuals;
    }

    double logLikelihood(double squares) {
        return -0.5 * values.length * Math.log(squares);
    }
}
