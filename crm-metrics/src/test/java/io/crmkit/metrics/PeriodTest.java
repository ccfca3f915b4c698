package io.crmkit.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void holdsItsStartAndNotItsEnd() {
        Period period = new Period(NOON, NOON.plusSeconds(60));

        assertTrue(period.contains(NOON));
        assertTrue(period.contains(NOON.plusSeconds(60).minusNanos(1)));
        assertFalse(period.contains(NOON.plusSeconds(60)));
        assertFalse(period.contains(NOON.minusNanos(1)));
    }

    @Test
    void refusesToBeEmpty() {
        assertEquals(
                "from must be before until: from = 2026-03-02T12:00:00Z, until = 2026-03-02T12:00:00Z",
                refusal(() -> new Period(NOON, NOON)));
    }

    @Test
    void refusesToBeInverted() {
        assertEquals(
                "from must be before until: from = 2026-03-02T12:00:01Z, until = 2026-03-02T12:00:00Z",
                refusal(() -> new Period(NOON.plusSeconds(1), NOON)));
    }

    @Test
    void refusesDaysOutOfOrder() {
        LocalDate day = LocalDate.of(2026, 3, 2);

        assertEquals(
                "from must be before until: from = 2026-03-02, until = 2026-03-02",
                refusal(() -> Period.days(day, day, ROME)));
        assertEquals(
                "from must be before until: from = 2026-03-02, until = 2026-03-01",
                refusal(() -> Period.days(day, day.minusDays(1), ROME)));
    }

    @Test
    void startsItsDaysWhereTheZoneDoes() {
        Period day = Period.days(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 1, 16), ROME);

        assertEquals(Instant.parse("2026-01-14T23:00:00Z"), day.from());
        assertEquals(Instant.parse("2026-01-15T23:00:00Z"), day.until());
    }

    @Test
    void countsTwentyThreeHoursWhenSummerTimeStarts() {
        Period day = Period.days(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 30), ROME);

        assertEquals(Duration.ofHours(23), Duration.between(day.from(), day.until()));
    }

    @Test
    void countsTwentyFiveHoursWhenSummerTimeEnds() {
        Period day = Period.days(LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 26), ROME);

        assertEquals(Duration.ofHours(25), Duration.between(day.from(), day.until()));
    }

    @Test
    void startsAfterMidnightWhereTheZoneSkipsIt() {
        // Beirut went from 2022-03-27 00:00 straight to 01:00
        Period day = Period.days(LocalDate.of(2022, 3, 27), LocalDate.of(2022, 3, 28), ZoneId.of("Asia/Beirut"));

        assertEquals(Instant.parse("2022-03-26T22:00:00Z"), day.from());
        assertEquals(Duration.ofHours(23), Duration.between(day.from(), day.until()));
    }

    @Test
    void spansAMonthAcrossTheChangeOfTime() {
        Period march = Period.month(YearMonth.of(2026, 3), ROME);

        assertEquals(Instant.parse("2026-02-28T23:00:00Z"), march.from());
        assertEquals(Instant.parse("2026-03-31T22:00:00Z"), march.until());
    }

    @Test
    void joinsDecemberToJanuary() {
        Period december = Period.month(YearMonth.of(2026, 12), ZoneOffset.UTC);

        assertEquals(Period.month(YearMonth.of(2027, 1), ZoneOffset.UTC).from(), december.until());
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
