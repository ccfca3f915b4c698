package io.crmkit.metrics.fact;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A run of neighbouring periods of a calendar, and the one that an instant falls in.
 *
 * <p>Definition: period {@code i} holds the instants from its zone's start of its first day up to, and without, the
 * start of the first day of period {@code i + 1}.
 *
 * <ul>
 *   <li>Shape: periods numbered from 0, half-open, without gaps or overlaps.
 *   <li>Unit: the second. A day may have 23 or 25 hours, or start at 01:00, as the zone has it; a day that a zone left
 *       out altogether is no period.
 *   <li>Range: 1 to 32,000 periods.
 *   <li>Nothing to divide by: an instant before the first or after the last period is in none.
 *   <li>Errors: a count out of range is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: a rule that goes on. Zones change; the boundaries are fixed when the object is made, from the
 * zone rules of the running JVM.
 *
 * <p>Source: weeks after ISO 8601; starts of days after {@link LocalDate#atStartOfDay(ZoneId)}.
 */
public final class Periods {

    static final int MAXIMUM = 32_000;

    private final long[] starts;
    private final PeriodTable table;

    private Periods(long[] starts) {
        this.starts = starts;
        this.table = PeriodTable.of(starts);
    }

    /**
     * Obtains days.
     *
     * @param first the first day
     * @param count how many days of the calendar
     * @param zone whose days are meant
     * @return the periods
     * @throws IllegalArgumentException where {@code count} is not from 1 to 32,000
     */
    public static Periods days(LocalDate first, int count, ZoneId zone) {
        return of(count, zone, first::plusDays);
    }

    /**
     * Obtains weeks from Monday to Sunday, after ISO 8601.
     *
     * @param within any day of the first week
     * @param count how many weeks
     * @param zone whose days are meant
     * @return the periods
     * @throws IllegalArgumentException where {@code count} is not from 1 to 32,000
     */
    public static Periods isoWeeks(LocalDate within, int count, ZoneId zone) {
        LocalDate monday = within.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return of(count, zone, monday::plusWeeks);
    }

    /**
     * Obtains calendar months.
     *
     * @param first the first month
     * @param count how many months
     * @param zone whose days are meant
     * @return the periods
     * @throws IllegalArgumentException where {@code count} is not from 1 to 32,000
     */
    public static Periods months(YearMonth first, int count, ZoneId zone) {
        return of(count, zone, first.atDay(1)::plusMonths);
    }

    /**
     * Obtains quarters of three months that start in January, April, July and October.
     *
     * @param within any month of the first quarter
     * @param count how many quarters
     * @param zone whose days are meant
     * @return the periods
     * @throws IllegalArgumentException where {@code count} is not from 1 to 32,000
     */
    public static Periods quarters(YearMonth within, int count, ZoneId zone) {
        LocalDate start = within.withMonth(within.getMonthValue() - (within.getMonthValue() - 1) % 3)
                .atDay(1);
        return of(count, zone, quarter -> start.plusMonths(3L * quarter));
    }

    /**
     * Obtains fiscal years of twelve months.
     *
     * @param firstYear the calendar year in which the first of them starts
     * @param firstMonth the month that each of them starts with
     * @param count how many years
     * @param zone whose days are meant
     * @return the periods
     * @throws IllegalArgumentException where {@code count} is not from 1 to 32,000
     */
    public static Periods fiscalYears(int firstYear, Month firstMonth, int count, ZoneId zone) {
        return of(count, zone, LocalDate.of(firstYear, firstMonth, 1)::plusYears);
    }

    private static Periods of(int count, ZoneId zone, IntFunction<LocalDate> firstDay) {
        requireNonNull(zone, "zone");
        Checks.positive("count", count);
        Checks.atMost("count", count, MAXIMUM);
        return new Periods(IntStream.rangeClosed(0, count)
                .mapToObj(firstDay)
                .mapToLong(day -> day.atStartOfDay(zone).toEpochSecond())
                .distinct()
                .toArray());
    }

    /* The periods between boundaries that ascend, the last of which ends the last period. */
    static Periods between(long[] boundaries) {
        boolean ascending =
                IntStream.range(1, boundaries.length).allMatch(next -> boundaries[next - 1] < boundaries[next]);
        if (boundaries.length < 2 || !ascending) {
            throw new IllegalArgumentException("boundaries must ascend: boundaries = " + Arrays.toString(boundaries));
        }
        return new Periods(boundaries.clone());
    }

    /**
     * Counts the periods.
     *
     * @return how many there are
     */
    public int size() {
        return starts.length - 1;
    }

    /**
     * Obtains one period.
     *
     * @param index from 0 to {@code size() - 1}
     * @return the period
     * @throws IllegalArgumentException where there is no such period
     */
    public Period period(int index) {
        Checks.below("index", index, size());
        return new Period(Instant.ofEpochSecond(starts[index]), Instant.ofEpochSecond(starts[index + 1]));
    }

    /**
     * Lists the periods in order of time.
     *
     * @return the periods
     */
    public List<Period> list() {
        return IntStream.range(0, size()).mapToObj(this::period).toList();
    }

    /**
     * Looks up the period of an instant.
     *
     * @param at the instant
     * @return its number, or nothing where the instant is before the first or after the last period
     */
    public OptionalInt indexOf(Instant at) {
        int index = indexOf(at.getEpochSecond());
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Looks up the period of a second, in a time that does not depend on the number of periods.
     *
     * @param epochSecond the second, counted from 1970-01-01T00:00Z
     * @return its number, or -1 where the second is before the first or after the last period
     */
    public int indexOf(long epochSecond) {
        int slot = table.slotOf(epochSecond);
        return slot > size() ? -1 : slot - 1;
    }

    /*
     * Whether all seconds are in one period, without a branch per row; the last row speaks for unsorted ones. Where one
     * of the differences overflows and hides a sign, the other overflows too and shows it.
     */
    boolean holdsAll(int index, long[] at, int from, int end) {
        long first = starts[index];
        long last = starts[index + 1] - 1;
        if (at[end - 1] < first || at[end - 1] > last) {
            return false;
        }
        long outside = 0;
        for (int row = from; row < end; row++) {
            outside |= (at[row] - first) | (last - at[row]);
        }
        return outside >= 0;
    }

    PeriodTable table() {
        return table;
    }

    LongStream boundaries() {
        return Arrays.stream(starts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Periods that && Arrays.equals(starts, that.starts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(starts);
    }

    @Override
    public String toString() {
        return size() + " periods from " + Instant.ofEpochSecond(starts[0]) + " until "
                + Instant.ofEpochSecond(starts[size()]);
    }
}
