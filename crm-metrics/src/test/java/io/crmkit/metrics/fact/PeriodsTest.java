package io.crmkit.metrics.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.metrics.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PeriodsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    @Test
    void dayOfSummerTimeHas23HoursInBerlinAnd25InAutumn() {
        assertEquals(
                Duration.ofHours(23),
                length(Periods.days(LocalDate.of(2025, 3, 30), 1, BERLIN).period(0)));
        assertEquals(
                Duration.ofHours(25),
                length(Periods.days(LocalDate.of(2025, 10, 26), 1, BERLIN).period(0)));
    }

    @Test
    void lastSecondOfMarchAndFirstOfAprilFallApartInBerlin() {
        Periods months = Periods.months(YearMonth.of(2025, 1), 12, BERLIN);

        assertEquals(OptionalInt.of(2), months.indexOf(Instant.parse("2025-03-31T21:59:59.999Z")));
        assertEquals(OptionalInt.of(3), months.indexOf(Instant.parse("2025-03-31T22:00:00Z")));
    }

    @Test
    void novemberStartsInSummerTimeAndEndsInWinterTimeInNewYork() {
        Periods months = Periods.months(YearMonth.of(2025, 11), 1, NEW_YORK);

        assertEquals(
                List.of(new Period(Instant.parse("2025-11-01T04:00:00Z"), Instant.parse("2025-12-01T05:00:00Z"))),
                months.list());
    }

    @Test
    void dayWithoutMidnightStartsAtOneInSaoPaulo() {
        Periods days = Periods.days(LocalDate.of(2018, 11, 3), 2, SAO_PAULO);

        assertEquals(Instant.parse("2018-11-04T03:00:00Z"), days.period(1).from());
        assertEquals(
                LocalDateTime.of(2018, 11, 4, 1, 0),
                LocalDateTime.ofInstant(days.period(1).from(), SAO_PAULO));
        assertEquals(Duration.ofHours(23), length(days.period(1)));
    }

    @Test
    void dayThatSamoaLeftOutIsNoPeriod() {
        Periods days = Periods.days(LocalDate.of(2011, 12, 29), 3, ZoneId.of("Pacific/Apia"));

        assertEquals(2, days.size());
        assertEquals(Instant.parse("2011-12-30T10:00:00Z"), days.period(1).from());
    }

    @Test
    void isoWeekStartsOnMondayOfTheWeekThatHoldsTheDay() {
        Periods weeks = Periods.isoWeeks(LocalDate.of(2025, 1, 1), 2, ZoneOffset.UTC);

        assertEquals(Instant.parse("2024-12-30T00:00:00Z"), weeks.period(0).from());
        assertEquals(Instant.parse("2025-01-13T00:00:00Z"), weeks.period(1).until());
    }

    @Test
    void quarterStartsInItsFirstMonth() {
        Periods quarters = Periods.quarters(YearMonth.of(2025, 6), 2, ZoneOffset.UTC);

        assertEquals(Instant.parse("2025-04-01T00:00:00Z"), quarters.period(0).from());
        assertEquals(Instant.parse("2025-10-01T00:00:00Z"), quarters.period(1).until());
    }

    @Test
    void fiscalYearRunsFromItsFirstMonth() {
        Periods years = Periods.fiscalYears(2023, Month.OCTOBER, 2, ZoneOffset.UTC);

        assertEquals(Instant.parse("2023-10-01T00:00:00Z"), years.period(0).from());
        assertEquals(Duration.ofDays(366), length(years.period(0)));
        assertEquals(OptionalInt.of(1), years.indexOf(Instant.parse("2024-10-01T00:00:00Z")));
    }

    @Test
    void instantOutsideIsInNoPeriod() {
        Periods months = Periods.months(YearMonth.of(2025, 1), 1, ZoneOffset.UTC);

        assertEquals(OptionalInt.empty(), months.indexOf(Instant.parse("2024-12-31T23:59:59Z")));
        assertEquals(OptionalInt.empty(), months.indexOf(Instant.parse("2025-02-01T00:00:00Z")));
        assertEquals(-1, months.indexOf(Long.MIN_VALUE));
        assertEquals(-1, months.indexOf(Long.MAX_VALUE));
    }

    @Test
    void periodsShorterThanABucketAreToldApart() {
        Periods seconds = Periods.between(new long[] {100, 101, 104, 200_000});

        assertEquals(List.of(-1, 0, 1, 1, 2, 2, -1), indexes(seconds, 99, 100, 101, 103, 104, 199_999, 200_000));
    }

    @Property(tries = 300)
    void lookUpAgreesWithTheCalendarInEveryZone(
            @ForAll("zones") ZoneId zone, @ForAll @LongRange(min = -1_000_000_000L, max = 4_000_000_000L) long second) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
        Periods days = Periods.days(day.minusDays(40), 80, zone);
        Periods weeks = Periods.isoWeeks(day.minusWeeks(2), 5, zone);
        Periods months = Periods.months(YearMonth.from(day).minusMonths(7), 15, zone);

        assertHolds(days, second);
        assertHolds(weeks, second);
        assertHolds(months, second);
        assertEquals(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), weekOfStart(weeks, second, zone));
        assertEquals(OptionalInt.of(7), months.indexOf(Instant.ofEpochSecond(second)));
    }

    @Property(tries = 200)
    void everyBoundaryStartsItsOwnPeriod(
            @ForAll("zones") ZoneId zone, @ForAll @IntRange(min = 1930, max = 2080) int year) {
        Periods days = Periods.days(LocalDate.of(year, 1, 1), 366, zone);

        for (int index = 0; index < days.size(); index++) {
            long from = days.period(index).from().getEpochSecond();
            assertEquals(index, days.indexOf(from));
            assertEquals(index - 1, days.indexOf(from - 1));
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        Set<String> ids = ZoneId.getAvailableZoneIds();
        return Arbitraries.of(ids.stream().sorted().toList()).map(ZoneId::of);
    }

    @Test
    void refusesCountsOutOfRange() {
        Periods day = Periods.days(LocalDate.EPOCH, 1, BERLIN);

        assertRefused("count must be positive: count = 0", () -> Periods.days(LocalDate.EPOCH, 0, BERLIN));
        assertRefused(
                "count must be at most 32000: count = 32001", () -> Periods.days(LocalDate.EPOCH, 32_001, BERLIN));
        assertRefused("index must be from 0 to 0: index = 1", () -> day.period(1));
        assertRefused("boundaries must ascend: boundaries = [5, 5]", () -> Periods.between(new long[] {5, 5}));
        assertRefused("boundaries must ascend: boundaries = [5]", () -> Periods.between(new long[] {5}));
        assertRefused(
                "seconds from the first period to the last must be at most 16777216: seconds from the first period to"
                        + " the last = 20000003",
                () -> Periods.between(new long[] {0, 1, 20_000_000}));
    }

    @Test
    void equalBoundariesMakeEqualPeriods() {
        Periods months = Periods.months(YearMonth.of(2025, 1), 3, BERLIN);

        assertEquals(months, Periods.months(YearMonth.of(2025, 1), 3, ZoneId.of("Europe/Paris")));
        assertEquals(
                months.hashCode(),
                Periods.months(YearMonth.of(2025, 1), 3, ZoneId.of("Europe/Paris"))
                        .hashCode());
        assertNotEquals(months, Periods.months(YearMonth.of(2025, 1), 3, NEW_YORK));
        assertEquals("3 periods from 2024-12-31T23:00:00Z until 2025-03-31T22:00:00Z", months.toString());
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static Duration length(Period period) {
        return Duration.between(period.from(), period.until());
    }

    private static List<Integer> indexes(Periods periods, long... seconds) {
        return java.util.Arrays.stream(seconds).mapToObj(periods::indexOf).toList();
    }

    private static void assertHolds(Periods periods, long second) {
        Instant at = Instant.ofEpochSecond(second);
        assertEquals(
                List.of(periods.period(periods.indexOf(at).orElseThrow())),
                periods.list().stream().filter(period -> period.contains(at)).toList());
    }

    private static int weekOfStart(Periods weeks, long second, ZoneId zone) {
        return LocalDate.ofInstant(weeks.period(weeks.indexOf(second)).from(), zone)
                .get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
