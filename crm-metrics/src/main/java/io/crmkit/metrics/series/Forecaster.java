package io.crmkit.metrics.series;

/**
 * A method that carries a series on.
 *
 * <p>Definition: each method of this interface names its own.
 *
 * <ul>
 *   <li>Shape: one value for each step of the horizon.
 *   <li>Unit: that of the series.
 *   <li>Range: finite numbers.
 *   <li>Nothing to divide by: an empty series is an {@link IllegalArgumentException}. With fewer than 8 values every
 *       method but those for intermittent series falls back on the last value; with fewer than two whole seasons the
 *       season is left out; a series that does not vary is carried on as it is. Each fallback is flagged in {@link
 *       SeriesForecast#caveats()}.
 *   <li>Errors: an empty series, a horizon that is not positive, or a negative value where demand is meant, is an {@link
 *       IllegalArgumentException}.
 * </ul>
 *
 * <p>A method is a pure function of the series: the same series gives the same forecast.
 */
public interface Forecaster {

    /**
     * Computes the next values of a series.
     *
     * @param series the values known
     * @param horizon how many steps to forecast, positive
     * @return the forecast
     * @throws IllegalArgumentException where the series is empty or the horizon is not positive
     */
    SeriesForecast forecast(TimeSeries series, int horizon);

    /**
     * Obtains a method that keeps the choices this one makes for a series, such as the form of the model, and only
     * estimates anew; it is faster over many origins.
     *
     * @param series the series to choose for
     * @return the method with its choices made; this one, where there are none
     */
    default Forecaster settledOn(TimeSeries series) {
        return this;
    }

    /**
     * Obtains the naive method.
     *
     * <p>Definition: the last value, for every step.
     *
     * <p>Source: Hyndman, R. J. and Athanasopoulos, G. (2021), Forecasting: Principles and Practice, 3rd ed., 5.2.
     *
     * @return the method
     */
    static Forecaster naive() {
        return new GuardedForecaster("naive", false, SimpleMethods::naive);
    }

    /**
     * Obtains the seasonal naive method.
     *
     * <p>Definition: the value of one season before, over and over; without a season the last value.
     *
     * <p>Source: Hyndman and Athanasopoulos (2021), 5.2.
     *
     * @return the method
     */
    static Forecaster seasonalNaive() {
        return new GuardedForecaster("seasonal naive", true, SimpleMethods::seasonalNaive);
    }

    /**
     * Obtains the drift method.
     *
     * <p>Definition: the straight line through the first and the last value.
     *
     * <p>Source: Hyndman and Athanasopoulos (2021), 5.2.
     *
     * @return the method
     */
    static Forecaster drift() {
        return new GuardedForecaster("drift", false, SimpleMethods::drift);
    }

    /**
     * Obtains the Theta method.
     *
     * <p>Definition: simple exponential smoothing of the seasonally adjusted series, plus half the slope of its straight
     * line. The season is multiplicative and taken out where the autocorrelation at its lag is significant at 90 %
     * (two-sided), every season figure is at least 1e-4 in size, and there are more than two seasons.
     *
     * <p>Source: Assimakopoulos, V. and Nikolopoulos, K. (2000), The theta model, International Journal of Forecasting
     * 16, 521–530; Hyndman, R. J. and Billah, B. (2003), Unmasking the Theta method, International Journal of Forecasting
     * 19, 287–290.
     *
     * @return the method
     */
    static Forecaster theta() {
        return new GuardedForecaster("Theta", true, Theta::forecast);
    }

    /**
     * Obtains exponential smoothing with the form chosen by the corrected information criterion: {@link
     * Ets#fit(TimeSeries)}.
     *
     * @return the method
     */
    static Forecaster ets() {
        return EtsForecaster.automatic();
    }

    /**
     * Obtains exponential smoothing of one form: {@link Ets#fit(TimeSeries, EtsModel)}.
     *
     * <p>Errors: where the series is long enough to go by and yet does not bear the model, such as a multiplicative one
     * for a value of zero, {@link #forecast} throws an {@link IllegalArgumentException}.
     *
     * @param model the form; its season is left out where the series has none or fewer than two of them
     * @return the method
     */
    static Forecaster ets(EtsModel model) {
        return EtsForecaster.of(model);
    }

    /**
     * Obtains the combination: the mean of {@link #theta()} and {@link #ets()}. It is the one to start with, as it is
     * more accurate than either on the 1,428 monthly series of the M3 competition.
     *
     * <p>Source: Bates, J. M. and Granger, C. W. J. (1969), The combination of forecasts, Operational Research Quarterly
     * 20, 451–468; Makridakis, S. et al. (2020), The M4 Competition, International Journal of Forecasting 36, 54–74.
     *
     * @return the method
     */
    static Forecaster combination() {
        return new CombinedForecaster(theta(), ets());
    }

    /**
     * Obtains Croston's method for intermittent demand.
     *
     * <p>Definition: the smoothed size of a demand over the smoothed interval between demands; both start at their first
     * value. The forecast is the mean per step, the same for every step; zero where there never was a demand. It does not
     * fall when demand stops.
     *
     * <p>Source: Croston, J. D. (1972), Operational Research Quarterly 23, 289–303.
     *
     * @param alpha the weight of the newest, strictly between zero and one; 0.1 is usual
     * @return the method
     * @throws IllegalArgumentException where alpha is out of range
     */
    static Forecaster croston(double alpha) {
        return Intermittent.croston(alpha);
    }

    /**
     * Obtains the approximation of Syntetos and Boylan: {@code 1 - alpha / 2} times {@link #croston}, which is too high
     * by about that much.
     *
     * <p>Source: Syntetos, A. A. and Boylan, J. E. (2005), International Journal of Forecasting 21, 303–314.
     *
     * @param alpha the weight of the newest, strictly between zero and one
     * @return the method
     * @throws IllegalArgumentException where alpha is out of range
     */
    static Forecaster sba(double alpha) {
        return Intermittent.sba(alpha);
    }

    /**
     * Obtains the method of Teunter, Syntetos and Babai, which falls towards zero when demand stops.
     *
     * <p>Definition: the smoothed size of a demand times the smoothed probability of one, the probability updated at
     * every step. The size starts at the first demand, the probability at one over the steps up to it.
     *
     * <p>Source: Teunter, R. H., Syntetos, A. A. and Babai, M. Z. (2011), Intermittent demand: linking forecasting to
     * inventory obsolescence, European Journal of Operational Research 214, 606–615.
     *
     * @param alpha the weight of the newest size, strictly between zero and one
     * @param beta the weight of the newest step in the probability, strictly between zero and one
     * @return the method
     * @throws IllegalArgumentException where a weight is out of range
     */
    static Forecaster tsb(double alpha, double beta) {
        return Intermittent.tsb(alpha, beta);
    }
}
