package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The days on which opportunities close, or are expected to.
 *
 * @param from the first day
 * @param until the day after the last one
 */
public record ClosePeriod(LocalDate from, LocalDate until) {

    /**
     * Makes a period.
     *
     * @throws IllegalArgumentException if it does not begin before it ends
     */
    public ClosePeriod {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from must be before until: from = " + from + ", until = " + until);
        }
    }

    /**
     * Tells whether a day is in the period.
     *
     * @param day the day
     * @return whether it is
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
