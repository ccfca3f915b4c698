package io.crmkit.core.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of time that holds its first instant and not its last, so that one may begin when another ends.
 *
 * <p>It is empty where both are the same: a zone that moves across the date line skips a day, and that day holds nothing.
 *
 * @param from the first instant inside
 * @param until the first instant after, not before {@code from}
 */
public record TimeRange(Instant from, Instant until) {

    /**
     * Makes a range.
     *
     * @throws IllegalArgumentException if {@code until} is before {@code from}
     */
    public TimeRange {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until must not be before from: from = " + from + ", until = " + until);
        }
    }

    /**
     * Obtains the range of whole days in a zone, where a day may have 23 or 25 hours, or none.
     *
     * @param from the first day inside
     * @param until the first day after, not before {@code from}
     * @param zone whose days are meant
     * @return the range from start of day to start of day
     * @throws IllegalArgumentException if {@code until} is before {@code from}
     */
    public static TimeRange days(LocalDate from, LocalDate until, ZoneId zone) {
        return new TimeRange(start(from, zone), start(until, zone));
    }

    /**
     * Obtains the range of one day in a zone.
     *
     * @param day the day
     * @param zone whose day is meant
     * @return the range, of 24 hours on most days; empty on a day that the zone skips
     */
    public static TimeRange day(LocalDate day, ZoneId zone) {
        return days(day, day.plusDays(1), zone);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /**
     * Says whether there is nothing in it.
     *
     * @return true where it begins when it ends
     */
    public boolean isEmpty() {
        return from.equals(until);
    }

    /**
     * Says whether an instant lies inside.
     *
     * @param at the instant
     * @return whether it is not before {@code from} and before {@code until}
     */
    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /**
     * Says whether there is an instant that lies in both.
     *
     * @param other the other range
     * @return true where both share an instant; an empty range shares none
     */
    public boolean overlaps(TimeRange other) {
        return !isEmpty() && !other.isEmpty() && from.isBefore(other.until) && other.from.isBefore(until);
    }

    /**
     * Returns how long it is.
     *
     * @return the duration, zero where it is empty
     */
    public Duration duration() {
        return Duration.between(from, until);
    }
}
