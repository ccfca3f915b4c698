package io.crmkit.metrics.series;

import java.util.Arrays;

/** The Theta method, see {@link Forecaster#theta()}. */
final class Theta {

    /** The quantile of the normal distribution at 0.95. */
    private static final double SIGNIFICANT = 1.6448536269514722;

    private static final double LEAST_FIGURE = 1e-4;

    private Theta() {}

    static double[] forecast(TimeSeries series, int horizon) {
        double[] figures = figures(series);
        double[] adjusted = series.values();
        for (int t = 0; t < adjusted.length; t++) {
            adjusted[t] /= figures[t % figures.length];
        }
        double[] ahead = withoutSeason(adjusted, horizon);
        for (int h = 0; h < horizon; h++) {
            ahead[h] *= figures[(adjusted.length + h) % figures.length];
        }
        return ahead;
    }

    private static double[] withoutSeason(double[] values, int horizon) {
        TimeSeries series = TimeSeries.of(1, values);
        if (series.isConstant()) {
            return SimpleMethods.naive(series, horizon);
        }
        Ets smoothing = Ets.fit(series, EtsModel.of("ANN"));
        double alpha = smoothing.alpha();
        double drift = StraightLine.through(values).slope() / 2;
        double behind = (1 - Math.pow(1 - alpha, values.length)) / alpha;
        double[] ahead = smoothing.forecast(horizon);
        for (int h = 0; h < horizon; h++) {
            ahead[h] += drift * (h + behind);
        }
        return ahead;
    }

    /** Computes the factors of the season; a single one where there is no season to take out. */
    private static double[] figures(TimeSeries series) {
        double[] none = {1};
        int season = series.season();
        if (season == 1 || series.length() <= 2 * season || !isSeasonal(series)) {
            return none;
        }
        double[] figures = SeasonFigures.multiplicative(series.values(), season);
        return Arrays.stream(figures).allMatch(figure -> Math.abs(figure) >= LEAST_FIGURE) ? figures : none;
    }

    /** Tests the autocorrelation at the lag of the season by Bartlett's formula. */
    private static boolean isSeasonal(TimeSeries series) {
        double[] values = series.values();
        double mean = Arrays.stream(values).average().orElseThrow();
        double[] centred = Arrays.stream(values).map(value -> value - mean).toArray();
        double squares = 0;
        for (int lag = 1; lag < series.season(); lag++) {
            squares += Math.pow(autocorrelation(centred, lag), 2);
        }
        double error = Math.sqrt((1 + 2 * squares) / values.length);
        return Math.abs(autocorrelation(centred, series.season())) / error > SIGNIFICANT;
    }

    private static double autocorrelation(double[] centred, int lag) {
        double sum = 0;
        double products = 0;
        for (int t = 0; t < centred.length; t++) {
            sum += centred[t] * centred[t];
            products += t < lag ? 0 : centred[t] * centred[t - lag];
        }
        return products / sum;
    }
}
