package io.crmkit.metrics.series;

import java.util.List;

/**
 * The ends between which coming values are to lie with a given probability, each step for itself.
 *
 * @param level the share of values meant to lie inside
 * @param lower the lower ends, the next step first
 * @param upper the upper ends, the next step first
 */
public record ForecastBand(double level, List<Double> lower, List<Double> upper) {

    /** Copies the ends. */
    public ForecastBand {
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
    }
}
