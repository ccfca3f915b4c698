package io.crmkit.metrics.series;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What a figure was on a day.
 *
 * @param day the day
 * @param value the figure, finite
 */
public record Reading(LocalDate day, double value) {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException where the value is not finite
     */
    public Reading {
        requireNonNull(day, "day");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite: value = " + value + ", day = " + day);
        }
    }
}
