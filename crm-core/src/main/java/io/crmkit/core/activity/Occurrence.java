package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That an activity was taken out of a series.
 *
 * @param series the series
 * @param at when it was to take place by the series' rule, wherever it was moved to since; kept to the microsecond
 */
public record Occurrence(ActivityId series, Instant at) {

    /** Makes it. */
    public Occurrence {
        requireNonNull(series, "series");
        at = requireNonNull(at, "at").truncatedTo(ChronoUnit.MICROS);
    }
}
