package io.crmkit.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A stretch of time that holds its first instant and not its last, so that neighbours share no fact.
 *
 * <p>Days and months are those of a zone: a day there may have 23 or 25 hours, and a period made of days starts and
 * ends at the zone's own start of day.
 *
 * @param from the first instant inside
 * @param until the first instant after, later than {@code from}
 */
public record Period(Instant from, Instant until) {

    /**
     * Checks the order of the two instants.
     *
     * @throws IllegalArgumentException where {@code from} is not before {@code until}
     */
    public Period {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from must be before until: from = " + from + ", until = " + until);
        }
    }

    /**
     * Obtains the period of whole days in a zone.
     *
     * @param from the first day inside
     * @param until the first day after
     * @param zone whose days are meant
     * @return the period from start of day to start of day
     * @throws IllegalArgumentException where {@code from} is not before {@code until}
     */
    public static Period days(LocalDate from, LocalDate until, ZoneId zone) {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from must be before until: from = " + from + ", until = " + until);
        }
        return new Period(
                from.atStartOfDay(zone).toInstant(), until.atStartOfDay(zone).toInstant());
    }

    /**
     * Obtains the period of one calendar month in a zone.
     *
     * @param month the month
     * @param zone whose month is meant
     * @return the period from the start of its first day to the start of the next month
     */
    public static Period month(YearMonth month, ZoneId zone) {
        return days(month.atDay(1), month.plusMonths(1).atDay(1), zone);
    }

    /**
     * Answers whether {@code at} lies inside.
     *
     * @param at the instant asked for
     * @return whether it is not before {@code from} and before {@code until}
     */
    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
