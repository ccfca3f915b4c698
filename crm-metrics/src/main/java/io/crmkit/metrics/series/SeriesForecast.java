package io.crmkit.metrics.series;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Caveat;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The values that a method expects next.
 *
 * <p>Definition: one value for each step after the last of the series.
 *
 * <ul>
 *   <li>Shape: as many values as the horizon asked for.
 *   <li>Unit: that of the series.
 *   <li>Range: any finite numbers; a forecast of counts may be a fraction, and below zero where the trend leads there.
 *   <li>Nothing to divide by: see {@link Forecaster}.
 *   <li>Errors: a value that is not finite is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: certain; {@link IntervalForecaster} says how far off it may be.
 *
 * <p>Source: {@link Forecaster}, method by method.
 *
 * @param method the method that made the values, such as {@code Theta}; a fallback is named as such
 * @param values the values, the next step first
 * @param caveats why to read the values with care: {@link Caveat#SMALL_SAMPLE} for a series of fewer than 8 values,
 *     {@link Caveat#WINDOW_SHORT} where a season was left out because the series has fewer than two of them or does not
 *     vary at all, {@link Caveat#EXTRAPOLATED} where the horizon is longer than half the series
 */
public record SeriesForecast(String method, List<Double> values, Set<Caveat> caveats) {

    /**
     * Copies the values and caveats.
     *
     * @throws IllegalArgumentException where a value is not finite
     */
    public SeriesForecast {
        requireNonNull(method, "method");
        values = List.copyOf(values);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("values must be finite: values = " + values);
            }
        }
        Set<Caveat> ordered = EnumSet.noneOf(Caveat.class);
        ordered.addAll(caveats);
        caveats = Collections.unmodifiableSet(ordered);
    }

    static SeriesForecast of(String method, double[] values, Set<Caveat> caveats) {
        return new SeriesForecast(method, Arrays.stream(values).boxed().toList(), caveats);
    }

    double[] toArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
