package io.crmkit.metrics.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An exponential smoothing model fitted to a series.
 *
 * <p>Definition: weights and first states under which the series is likeliest, in the innovations state space form.
 * Weights are bounded: alpha between 0.0001 and 0.9999, beta below alpha, gamma below {@code 1 - alpha}, phi between 0.8
 * and 0.98.
 *
 * <ul>
 *   <li>Shape: a model, its weights, its likelihood, its fit to the series and its forecasts.
 *   <li>Unit: that of the series.
 *   <li>Range: finite numbers.
 *   <li>Nothing to divide by: a constant series has no likelihood and is refused here; {@link Forecaster#ets()} carries it
 *       on as it is.
 *   <li>Errors: a series too short for the number of weights and states, a multiplicative model for values that are not
 *       all positive, or a seasonal one for fewer than two seasons, is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: a causal account. It knows the past of one series and nothing else.
 *
 * <p>Source: Hyndman, R. J., Koehler, A. B., Ord, J. K. and Snyder, R. D. (2008), Forecasting with Exponential Smoothing:
 * The State Space Approach, Springer; choice by the corrected criterion: section 7.2; trends damped by default:
 * Gardner, E. S. and McKenzie, E. (1985), Forecasting trends in time series, Management Science 31, 1237–1246.
 */
public final class Ets {

    /** More states than these cannot be estimated from a series of business. */
    static final int LONGEST_SEASON = 24;

    private final TimeSeries series;
    private final EtsModel model;
    private final EtsVector vector;
    private final double[] point;

    private Ets(TimeSeries series, EtsModel model, EtsVector vector, double[] point) {
        this.series = series;
        this.model = model;
        this.vector = vector;
        this.point = point;
    }

    /**
     * Fits one model.
     *
     * @param series the series
     * @param model the form
     * @return the fitted model
     * @throws IllegalArgumentException where the series does not bear the model
     */
    public static Ets fit(TimeSeries series, EtsModel model) {
        requireFit(series, model);
        EtsSearch search = new EtsSearch(series, model);
        return new Ets(series, model, search.vector(), search.search());
    }

    /**
     * Fits all models that make sense for a series and keeps the one with the smallest corrected information criterion:
     * additive errors with an additive season or none, and for positive values multiplicative errors with any season,
     * each without trend and with a damped one. A trend that is not damped is not chosen, as it runs away over long
     * horizons; it can be asked for by {@link #fit(TimeSeries, EtsModel)}. Seasons longer than 24 steps are left out, and so is the season of a series with fewer than two.
     *
     * @param series the series
     * @return the best of the fitted models
     * @throws IllegalArgumentException where the series bears no model at all
     */
    public static Ets fit(TimeSeries series) {
        EtsModel least = EtsModel.of("ANN");
        Ets best = fit(series, least);
        for (EtsModel model : candidates(series)) {
            if (!model.equals(least) && misfit(series, model).isEmpty()) {
                Ets next = fit(series, model);
                best = next.aicc() < best.aicc() ? next : best;
            }
        }
        return best;
    }

    /** Fits this model to another stretch of the same series, from these weights and states on. */
    Ets refit(TimeSeries other) {
        if (other.equals(series)) {
            return this;
        }
        if (misfit(other, model).isPresent()) {
            return fit(other);
        }
        EtsSearch search = new EtsSearch(other, model);
        double[] start = vector.carryTo(search.vector(), point);
        return Double.isFinite(search.squares(start))
                ? new Ets(other, model, search.vector(), search.polish(start))
                : fit(other, model);
    }

    /** Obtains a pass of its own at the best point, not yet run. */
    private EtsRun ready() {
        EtsRun run = new EtsRun(model, series.season(), series.values());
        vector.set(run, point);
        return run;
    }

    private EtsRun done() {
        EtsRun run = ready();
        run.run();
        return run;
    }

    private static List<EtsModel> candidates(TimeSeries series) {
        List<EtsModel> models = new ArrayList<>();
        boolean seasonal =
                series.season() > 1 && series.season() <= LONGEST_SEASON && !GuardedForecaster.isSeasonLeftOut(series);
        for (EtsModel.ErrorType error : EtsModel.ErrorType.values()) {
            for (EtsModel.Trend trend : List.of(EtsModel.Trend.NONE, EtsModel.Trend.DAMPED)) {
                for (EtsModel.Season season : EtsModel.Season.values()) {
                    boolean fits = season == EtsModel.Season.NONE || seasonal;
                    boolean stable =
                            error == EtsModel.ErrorType.MULTIPLICATIVE || season != EtsModel.Season.MULTIPLICATIVE;
                    if (fits && stable) {
                        models.add(new EtsModel(error, trend, season));
                    }
                }
            }
        }
        return models;
    }

    private static void requireFit(TimeSeries series, EtsModel model) {
        misfit(series, model).ifPresent(message -> {
            throw new IllegalArgumentException(message);
        });
    }

    private static Optional<String> misfit(TimeSeries series, EtsModel model) {
        if (series.isConstant()) {
            return Optional.of("series must vary: " + series);
        }
        if (model.hasSeason() && (series.season() < 2 || GuardedForecaster.isSeasonLeftOut(series))) {
            return Optional.of("series must hold two seasons for " + model + ": " + series);
        }
        if (series.length() < parameters(series, model) + 2) {
            return Optional.of(
                    "series must hold " + (parameters(series, model) + 2) + " values for " + model + ": " + series);
        }
        double least = Arrays.stream(series.values()).min().orElseThrow();
        return model.needsPositiveValues() && least <= 0
                ? Optional.of("values must be positive for " + model + ": least value = " + least)
                : Optional.empty();
    }

    /** Counts weights, states and the variance. */
    private static int parameters(TimeSeries series, EtsModel model) {
        return new EtsVector(model, series.season(), 1).size() + 1;
    }

    /**
     * Tells the form.
     *
     * @return the model
     */
    public EtsModel model() {
        return model;
    }

    /**
     * Tells the weight of the newest error in the level.
     *
     * @return alpha
     */
    public double alpha() {
        return vector.alpha(point);
    }

    /**
     * Tells the weight of the newest error in the slope.
     *
     * @return beta, zero without a trend
     */
    public double beta() {
        return vector.beta(point);
    }

    /**
     * Tells the weight of the newest error in the season.
     *
     * @return gamma, zero without a season
     */
    public double gamma() {
        return vector.gamma(point);
    }

    /**
     * Tells how much of the slope is left after one step.
     *
     * @return phi, one where the trend is not damped
     */
    public double phi() {
        return vector.phi(point);
    }

    /**
     * Computes the log-likelihood, less a constant that depends on the length alone.
     *
     * <p>Definition: {@code -n / 2 * ln(sum of squared errors)}, and for multiplicative errors, taken relative to the
     * fitted values, less the sum of the logarithms of these.
     *
     * @return the log-likelihood at the best weights and states
     */
    public double logLikelihood() {
        EtsRun run = ready();
        return run.logLikelihood(run.run());
    }

    /**
     * Computes the corrected Akaike information criterion.
     *
     * <p>Definition: {@code -2 * log-likelihood + 2 k + 2 k (k + 1) / (n - k - 1)}, with {@code k} the number of weights
     * and states and one for the variance.
     *
     * <p>Source: Hurvich, C. M. and Tsai, C. L. (1989), Biometrika 76, 297–307.
     *
     * @return the criterion; comparable between models of the same series only
     */
    public double aicc() {
        double k = vector.size() + 1;
        return -2 * logLikelihood() + 2 * k + 2 * k * (k + 1) / (series.length() - k - 1);
    }

    /**
     * Lists what the model expected one step ahead within the series.
     *
     * @return one value for each of the series
     */
    public double[] fitted() {
        return done().fitted();
    }

    /**
     * Computes the next values.
     *
     * @param horizon how many, positive
     * @return the values, the next step first
     * @throws IllegalArgumentException where the horizon is not positive
     */
    public double[] forecast(int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon must be positive: horizon = " + horizon);
        }
        return done().forecast(horizon);
    }

    /**
     * Writes model and weights.
     *
     * @return for example {@code ETS(ANN), alpha 0.3}
     */
    @Override
    public String toString() {
        return "ETS(" + model + "), alpha " + alpha();
    }
}
