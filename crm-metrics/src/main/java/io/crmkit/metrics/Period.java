package io.crmkit.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A stretch of time, half-open: its first instant is in it, its end is not.
 *
 * @param from the first instant in it
 * @param until the first instant after it
 */
public record Period(Instant from, Instant until) {

    /**
     * Makes a period.
     *
     * @throws IllegalArgumentException if it ends before it begins, or at once
     */
    public Period {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from must be before until: from = " + from + ", until = " + until);
        }
    }

    /**
     * Returns whole days of a zone; a day there may have 23 or 25 hours.
     *
     * @param from the first day in it
     * @param until the first day after it
     * @param zone the zone in which days begin
     * @return the period
     * @throws IllegalArgumentException if it ends before it begins, or at once
     */
    public static Period days(LocalDate from, LocalDate until, ZoneId zone) {
        return new Period(
                from.atStartOfDay(zone).toInstant(), until.atStartOfDay(zone).toInstant());
    }

    /**
     * Returns a calendar month of a zone.
     *
     * @param month the month
     * @param zone the zone in which days begin
     * @return the period
     */
    public static Period month(YearMonth month, ZoneId zone) {
        return days(month.atDay(1), month.plusMonths(1).atDay(1), zone);
    }

    /**
     * Says whether an instant lies in the period.
     *
     * @param instant the instant
     * @return true from {@code from} on, false from {@code until} on
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
