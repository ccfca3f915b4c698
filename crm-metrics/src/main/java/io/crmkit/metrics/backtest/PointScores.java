package io.crmkit.metrics.backtest;

import java.util.OptionalDouble;

/** Scores of forecasts that are single values, each forecast beside the value that came; small is good. */
public final class PointScores {

    private PointScores() {}

    /**
     * Computes the mean error, that is the bias.
     *
     * <p>Definition: the mean of {@code actual - forecast}.
     *
     * <ul>
     *   <li>Shape: one number; above zero the forecast was too low.
     *   <li>Unit: that of the values.
     *   <li>Range: any.
     *   <li>Nothing to divide by: no value is an {@link IllegalArgumentException}.
     *   <li>Errors: arrays of different lengths, or a value that is not finite, are an {@link IllegalArgumentException}.
     * </ul>
     *
     * <p>Source: Hyndman, R. J. and Koehler, A. B. (2006), Another look at measures of forecast accuracy, International
     * Journal of Forecasting 22, 679–688.
     *
     * @param actual the values that came
     * @param forecast the forecasts
     * @return the mean error
     * @throws IllegalArgumentException where the arrays do not fit each other
     */
    public static double meanError(double[] actual, double[] forecast) {
        return mean(actual, forecast, (a, f) -> a - f);
    }

    /**
     * Computes the mean absolute error.
     *
     * <p>Definition: the mean of {@code |actual - forecast|}; shape, errors and source as at {@link #meanError}, zero
     * upwards.
     *
     * @param actual the values that came
     * @param forecast the forecasts
     * @return the mean absolute error
     * @throws IllegalArgumentException where the arrays do not fit each other
     */
    public static double meanAbsoluteError(double[] actual, double[] forecast) {
        return mean(actual, forecast, (a, f) -> Math.abs(a - f));
    }

    /**
     * Computes the root of the mean squared error.
     *
     * <p>Definition: {@code sqrt(mean((actual - forecast)^2))}; shape, errors and source as at {@link #meanError}, zero
     * upwards.
     *
     * @param actual the values that came
     * @param forecast the forecasts
     * @return the root of the mean squared error
     * @throws IllegalArgumentException where the arrays do not fit each other
     */
    public static double rootMeanSquaredError(double[] actual, double[] forecast) {
        return Math.sqrt(mean(actual, forecast, (a, f) -> (a - f) * (a - f)));
    }

    /**
     * Computes the mean absolute percentage error.
     *
     * <p>Definition: the mean of {@code 100 |actual - forecast| / |actual|}.
     *
     * <ul>
     *   <li>Shape: one number.
     *   <li>Unit: percent.
     *   <li>Range: zero upwards.
     *   <li>Nothing to divide by: an actual value of zero is refused, as the measure is not defined there.
     *   <li>Errors: a zero among the actual values, no value, arrays of different lengths, or a value that is not
     *       finite, are an {@link IllegalArgumentException}.
     * </ul>
     *
     * <p>What it is not: even-handed. A forecast too low costs 100 at most, one too high any amount; for counts of
     * contracts use {@link #mase}.
     *
     * <p>Source: Hyndman and Koehler (2006).
     *
     * @param actual the values that came, none of them zero
     * @param forecast the forecasts
     * @return the mean absolute percentage error
     * @throws IllegalArgumentException where an actual value is zero, or the arrays do not fit each other
     */
    public static double mape(double[] actual, double[] forecast) {
        for (int i = 0; i < actual.length; i++) {
            if (actual[i] == 0) {
                throw new IllegalArgumentException(
                        "actual must not be zero for a percentage error: actual[" + i + "] = 0.0; use mase");
            }
        }
        return mean(actual, forecast, (a, f) -> 100 * Math.abs((a - f) / a));
    }

    /**
     * Computes the symmetric mean absolute percentage error of the M competitions.
     *
     * <p>Definition: the mean of {@code 200 |actual - forecast| / (|actual| + |forecast|)}.
     *
     * <ul>
     *   <li>Shape: one number.
     *   <li>Unit: percent.
     *   <li>Range: 0 to 200.
     *   <li>Nothing to divide by: where actual and forecast are both zero the forecast was right and the term is zero.
     *   <li>Errors: no value, arrays of different lengths, or a value that is not finite, are an {@link
     *       IllegalArgumentException}.
     * </ul>
     *
     * <p>What it is not: meaningful near zero; any forecast other than zero of an actual zero costs 200.
     *
     * <p>Source: Makridakis, S. and Hibon, M. (2000), The M3-Competition, International Journal of Forecasting 16,
     * 451–476.
     *
     * @param actual the values that came
     * @param forecast the forecasts
     * @return the symmetric mean absolute percentage error
     * @throws IllegalArgumentException where the arrays do not fit each other
     */
    public static double smape(double[] actual, double[] forecast) {
        return mean(actual, forecast, (a, f) -> a == f ? 0 : 200 * Math.abs(a - f) / (Math.abs(a) + Math.abs(f)));
    }

    /**
     * Computes the mean absolute scaled error.
     *
     * <p>Definition: the mean absolute error over the mean of {@code |history[i] - history[i - season]|}.
     *
     * <ul>
     *   <li>Shape: one number; below one the forecast does better than the seasonal naive one did, one step ahead,
     *       within the history.
     *   <li>Unit: ratio.
     *   <li>Range: zero upwards.
     *   <li>Nothing to divide by: empty where the history is no longer than a season, or repeats itself exactly.
     *   <li>Errors: a season that is not positive, no value, arrays of different lengths, or a value that is not finite,
     *       are an {@link IllegalArgumentException}.
     * </ul>
     *
     * <p>Source: Hyndman and Koehler (2006).
     *
     * @param history the values known before the forecast, oldest first
     * @param season how many values make a season; one for none
     * @param actual the values that came
     * @param forecast the forecasts
     * @return the scaled error, or empty
     * @throws IllegalArgumentException where an argument is out of range
     */
    public static OptionalDouble mase(double[] history, int season, double[] actual, double[] forecast) {
        Checks.requirePositive("season", season);
        Checks.requireFinite("history", history);
        double error = meanAbsoluteError(actual, forecast);
        double sum = 0;
        for (int i = season; i < history.length; i++) {
            sum += Math.abs(history[i] - history[i - season]);
        }
        return sum > 0 ? OptionalDouble.of(error / (sum / (history.length - season))) : OptionalDouble.empty();
    }

    private static double mean(double[] actual, double[] forecast, Loss loss) {
        Checks.requireSameLength("actual", actual, "forecast", forecast);
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += loss.of(actual[i], forecast[i]);
        }
        return sum / actual.length;
    }

    private interface Loss {
        double of(double actual, double forecast);
    }
}
