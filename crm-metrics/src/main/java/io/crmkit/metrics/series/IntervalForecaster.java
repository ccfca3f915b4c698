package io.crmkit.metrics.series;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Caveat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A method with intervals from the errors it would have made before.
 *
 * <p>Definition: the method is tried out at up to 24 earlier times, evenly spread over the later part of the series, with
 * only the values known then. Its absolute errors {@code h} steps ahead, over {@code h^b} with the power {@code b}
 * between zero and one that fits them best, are pooled; with {@code K} times, their quantile at {@code level * (1 + 1 /
 * K)}, times {@code h^b}, is half the width at step {@code h}.
 *
 * <ul>
 *   <li>Shape: the forecast and a symmetric band for each level.
 *   <li>Unit: that of the series.
 *   <li>Range: finite numbers; the lower end may be below zero for counts, where zero is meant.
 *   <li>Nothing to divide by: no bands where no error was ever seen, that is for a single value or a series that was
 *       always forecast exactly, such as one that never varied: such a past says nothing of the errors to come.
 *   <li>Errors: those of {@link Forecaster#forecast}; a level that is not strictly between zero and one is an {@link
 *       IllegalArgumentException}.
 * </ul>
 *
 * <p>Where {@code level * (1 + 1 / K)} exceeds one, the times are too few for the level. Half the width is then the
 * greatest pooled error or, where that is more, the root of their mean square times the quantile of Student's
 * distribution with {@code K} degrees of freedom, and {@link Caveat#SMALL_SAMPLE} is raised.
 *
 * <p>What it is not: a promise. It holds as far as the errors to come are like those of the past. The form of the model is
 * chosen once, on the whole series, so that past errors are slightly too small. The errors of one time belong together,
 * which is why the times are counted and not the errors.
 *
 * <p>Source: Vovk, V., Gammerman, A. and Shafer, G. (2005), Algorithmic Learning in a Random World, for the level;
 * Hyndman and Athanasopoulos (2021), 5.10, for the origins.
 */
public final class IntervalForecaster {

    private final Forecaster method;

    private IntervalForecaster(Forecaster method) {
        this.method = requireNonNull(method, "method");
    }

    /**
     * Obtains the method with intervals.
     *
     * @param method the method
     * @return the method with intervals
     */
    public static IntervalForecaster of(Forecaster method) {
        return new IntervalForecaster(method);
    }

    /**
     * Computes the next values of a series with their bands.
     *
     * @param series the values known
     * @param horizon how many steps to forecast, positive
     * @param levels the share of values meant to lie inside, for each band
     * @return the forecast with its bands
     * @throws IllegalArgumentException where the series is empty, the horizon is not positive or a level is out of range
     */
    public IntervalForecast forecast(TimeSeries series, int horizon, double... levels) {
        for (double level : levels) {
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException("level must be strictly between 0 and 1: level = " + level);
            }
        }
        GuardedForecaster.caveats(series, horizon);
        Forecaster settled = method.settledOn(series);
        SeriesForecast forecast = settled.forecast(series, horizon);
        PastErrors errors = PastErrors.of(settled, series, horizon);
        if (!errors.anySeen()) {
            return new IntervalForecast(forecast, List.of(), errors.origins());
        }
        return new IntervalForecast(
                flagged(forecast, errors, levels),
                Arrays.stream(levels)
                        .mapToObj(level -> band(forecast, errors, level))
                        .toList(),
                errors.origins());
    }

    private static SeriesForecast flagged(SeriesForecast forecast, PastErrors errors, double[] levels) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        caveats.addAll(forecast.caveats());
        if (!Arrays.stream(levels).allMatch(errors::bear)) {
            caveats.add(Caveat.SMALL_SAMPLE);
        }
        return new SeriesForecast(forecast.method(), forecast.values(), caveats);
    }

    private static ForecastBand band(SeriesForecast forecast, PastErrors errors, double level) {
        double[] lower = forecast.toArray();
        double[] upper = forecast.toArray();
        for (int h = 0; h < lower.length; h++) {
            double half = errors.halfWidth(level, h + 1);
            lower[h] -= half;
            upper[h] += half;
        }
        return new ForecastBand(
                level,
                Arrays.stream(lower).boxed().toList(),
                Arrays.stream(upper).boxed().toList());
    }
}
