package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That an activity was moved in time. Who moved it, when, and from where to where each time, the journal tells by the
 * changes of its field {@code at}.
 *
 * @param times how often, 1 or more
 * @param firstAt when it was to take place at first; kept to the microsecond
 */
public record Rescheduling(int times, Instant firstAt) {

    /**
     * Makes it.
     *
     * @throws IllegalArgumentException if it was never moved
     */
    public Rescheduling {
        if (times < 1) {
            throw new IllegalArgumentException("times must be 1 or more: " + times);
        }
        firstAt = requireNonNull(firstAt, "firstAt").truncatedTo(ChronoUnit.MICROS);
    }

    Rescheduling again() {
        return new Rescheduling(times + 1, firstAt);
    }
}
