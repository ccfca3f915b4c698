package io.crmkit.core.calendar;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A seller's day: what is late, what is for today, and how much is still to come.
 *
 * <p>Definition: the counts are of the seller's own activities that are {@linkplain Due due}; the entries are everything in
 * the calendar of the day, whatever became of it, that of others in which the seller takes part included.
 *
 * @param today what day it is for the seller
 * @param zone the zone that says so
 * @param overdue how many were due before today
 * @param dueToday how many are due today
 * @param planned how many are due later
 * @param entries today's, in the order of time
 */
public record Agenda(
        LocalDate today, ZoneId zone, long overdue, long dueToday, long planned, List<CalendarEntry> entries) {

    /** Makes an agenda. */
    public Agenda {
        requireNonNull(today, "today");
        requireNonNull(zone, "zone");
        entries = List.copyOf(entries);
    }
}
