package io.crmkit.metrics.series;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A forecast with its bands.
 *
 * @param forecast the values expected, with their caveats
 * @param bands one band for each level asked for, in that order; none where no error was ever seen
 * @param origins at how many earlier times the method was tried out
 */
public record IntervalForecast(SeriesForecast forecast, List<ForecastBand> bands, int origins) {

    /** Copies the bands. */
    public IntervalForecast {
        requireNonNull(forecast, "forecast");
        bands = List.copyOf(bands);
    }
}
