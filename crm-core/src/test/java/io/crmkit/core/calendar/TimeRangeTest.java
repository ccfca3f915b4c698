package io.crmkit.core.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {

    private static final Instant NINE = Instant.parse("2026-03-12T09:00:00Z");

    private static TimeRange hours(int from, int until) {
        return new TimeRange(NINE.plus(Duration.ofHours(from)), NINE.plus(Duration.ofHours(until)));
    }

    /* zdump -v Europe/Rome, Australia/Lord_Howe, Pacific/Apia, of the IANA time zone database */
    @ParameterizedTest
    @CsvSource({
        "2026-03-12, Europe/Rome, PT24H",
        "2026-03-29, Europe/Rome, PT23H",
        "2026-10-25, Europe/Rome, PT25H",
        "2026-04-05, Australia/Lord_Howe, PT24H30M",
        "2026-10-04, Australia/Lord_Howe, PT23H30M",
        "2011-12-29, Pacific/Apia, PT24H",
        "2011-12-30, Pacific/Apia, PT0S",
        "2011-12-31, Pacific/Apia, PT24H"
    })
    void aDayIsAsLongAsItsZoneHasIt(LocalDate day, ZoneId zone, Duration length) {
        assertEquals(length, TimeRange.day(day, zone).duration());
    }

    @Test
    void aDayThatIsSkippedIsEmptyAndHoldsNothing() {
        TimeRange skipped = TimeRange.day(LocalDate.of(2011, 12, 30), ZoneId.of("Pacific/Apia"));
        assertTrue(skipped.isEmpty());
        assertFalse(skipped.contains(skipped.from()));
        assertFalse(
                skipped.overlaps(new TimeRange(skipped.from(), skipped.from().plusSeconds(1))));
    }

    @Test
    void itsFirstInstantIsInsideAndItsLastIsNot() {
        assertTrue(hours(0, 1).contains(NINE));
        assertFalse(hours(0, 1).contains(NINE.plusSeconds(3_600)));
        assertFalse(hours(0, 1).overlaps(hours(1, 2)));
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> hours(1, 0));
        assertEquals(
                "until must not be before from: from = 2026-03-12T10:00:00Z, until = 2026-03-12T09:00:00Z",
                refused.getMessage());
    }

    @Test
    void meetingsBackToBackAreOneBusyTimeAndAPerhapsAfterThemAnother() {
        FreeBusy answer = FreeBusy.of(
                hours(0, 8),
                List.of(
                        new BusyTime(hours(2, 3), false),
                        new BusyTime(hours(1, 2), false),
                        new BusyTime(hours(2, 5), true),
                        new BusyTime(hours(7, 9), false)));
        assertEquals(
                List.of(
                        new BusyTime(hours(1, 3), false),
                        new BusyTime(hours(3, 5), true),
                        new BusyTime(hours(7, 8), false)),
                answer.busy());
        assertEquals(List.of(hours(0, 1), hours(5, 7)), answer.free());
        assertEquals(List.of(hours(5, 7)), answer.free(Duration.ofHours(2)));
    }

    @Test
    void busyTimesOutOfOrderAreRefused() {
        List<BusyTime> wrong = List.of(new BusyTime(hours(2, 3), false), new BusyTime(hours(1, 2), false));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new FreeBusy(hours(0, 8), wrong));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("busy times must be in ascending order within "));
    }
}
