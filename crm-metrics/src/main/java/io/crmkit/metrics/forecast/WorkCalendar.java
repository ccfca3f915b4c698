package io.crmkit.metrics.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * On which days sellers work.
 *
 * @param weekend the days of the week without work, not all seven
 * @param holidays the single days without work
 */
public record WorkCalendar(Set<DayOfWeek> weekend, Set<LocalDate> holidays) {

    /**
     * Copies both sets.
     *
     * @throws IllegalArgumentException where no day of the week is left
     */
    public WorkCalendar {
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException(
                    "weekend must leave a day to work: weekend = " + EnumSet.copyOf(weekend));
        }
    }

    /**
     * Obtains the calendar of those who work from Monday to Friday.
     *
     * @param holidays the days off, for example a country's
     * @return the calendar
     */
    public static WorkCalendar mondayToFriday(Collection<LocalDate> holidays) {
        return new WorkCalendar(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.copyOf(holidays));
    }

    /**
     * Answers whether sellers work on a day.
     *
     * @param day the day
     * @return false on weekends and holidays
     */
    public boolean isWorkday(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /**
     * Counts the work-days of a stretch.
     *
     * @param from its first day
     * @param until the day after its last one
     * @return how many, zero where the stretch is empty
     * @throws IllegalArgumentException where it ends before it begins
     */
    public long workdays(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until must not be before from: from = " + from + ", until = " + until);
        }
        return from.datesUntil(until).filter(this::isWorkday).count();
    }
}
