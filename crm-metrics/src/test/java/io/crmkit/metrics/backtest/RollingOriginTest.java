package io.crmkit.metrics.backtest;

import static io.crmkit.metrics.backtest.ScoresTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RollingOriginTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    /** A contract with the day it was signed; the day it was recorded may be later. */
    private record Contract(Instant signed) {}

    @Test
    void modelSeesOnlyWhatWasRecordedBeforeTheOrigin() {
        List<Recorded<String>> facts = List.of(recorded(2, "late"), recorded(0, "early"), recorded(1, "at origin"));
        List<OriginResult<List<String>, List<String>>> results = RollingOrigin.every(
                        day(1), Duration.ofDays(1), Duration.ofDays(1), day(3))
                .run(facts, (known, window) -> known, (all, window) -> all);

        assertEquals(List.of("early"), results.get(0).forecast());
        assertEquals(List.of("early", "at origin"), results.get(1).forecast());
        assertEquals(List.of("early", "at origin", "late"), results.get(0).actual());
        assertEquals(1, results.get(0).known());
        assertEquals(2, results.size());
    }

    @Test
    void factSignedInTimeButRecordedLaterCountsInTheOutcomeAndNotInTheForecast() {
        List<Recorded<Contract>> facts = List.of(
                new Recorded<>(day(1), new Contract(day(1))),
                new Recorded<>(day(9), new Contract(day(2))),
                new Recorded<>(day(6), new Contract(day(6))));
        Period window = new Period(day(5), day(8));
        OriginResult<Integer, Long> result = RollingOrigin.over(List.of(window), day(10))
                .run(
                        facts,
                        (known, period) -> known.size(),
                        (all, period) -> all.stream()
                                .filter(contract -> period.contains(contract.signed()))
                                .count())
                .get(0);

        assertEquals(new OriginResult<>(window, 1, 1, 1L), result);
    }

    @Test
    void outcomeDoesNotSeeWhatIsRecordedAfterItIsTold() {
        List<Integer> seen = RollingOrigin.every(day(0), Duration.ofDays(1), Duration.ofDays(2), day(2))
                .run(List.of(recorded(1, "in"), recorded(2, "out")), (known, window) -> 0, (all, window) -> all.size())
                .stream()
                .map(OriginResult::actual)
                .toList();

        assertEquals(List.of(1), seen);
    }

    @Test
    void windowsAreAsManyAsHaveAWholeHorizon() {
        assertEquals(
                List.of(new Period(day(0), day(5)), new Period(day(2), day(7))),
                RollingOrigin.every(day(0), Duration.ofDays(2), Duration.ofDays(5), day(8))
                        .windows());
        assertTrue(RollingOrigin.every(day(0), Duration.ofDays(2), Duration.ofDays(5), day(4))
                .windows()
                .isEmpty());
    }

    @Test
    void calendarMonthsMayBeWindows() {
        Period january = Period.month(YearMonth.of(2024, 1), ZoneOffset.UTC);

        assertEquals(
                List.of(january),
                RollingOrigin.over(List.of(january), january.until()).windows());
    }

    @Test
    void badWindowsAreRefused() {
        assertMessage(
                "window must end by asOf: window.until = 2024-01-03T00:00:00Z, asOf = 2024-01-02T00:00:00Z",
                () -> RollingOrigin.over(List.of(new Period(day(1), day(2))), day(1)));
        assertMessage(
                "step must be positive: step = PT0S",
                () -> RollingOrigin.every(day(0), Duration.ZERO, Duration.ofDays(1), day(1)));
        assertMessage(
                "horizon must be positive: horizon = PT-24H",
                () -> RollingOrigin.every(day(0), Duration.ofDays(1), Duration.ofDays(-1), day(1)));
    }

    @Property
    void forecastDoesNotChangeWithFactsRecordedLater(@ForAll long seed) {
        List<Recorded<String>> facts = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            facts.add(recorded(i, "fact " + i));
        }
        RollingOrigin rolling = RollingOrigin.every(day(5), Duration.ofDays(3), Duration.ofDays(4), day(25));
        List<Recorded<String>> fewer = new ArrayList<>(facts.subList(0, 23 + random.nextInt(8)));
        Collections.shuffle(fewer, random);

        assertEquals(forecasts(rolling, facts), forecasts(rolling, fewer));
    }

    private static List<List<String>> forecasts(RollingOrigin rolling, List<Recorded<String>> facts) {
        return rolling.run(facts, (known, window) -> known, (all, window) -> 0).stream()
                .map(OriginResult::forecast)
                .toList();
    }

    private static Recorded<String> recorded(int day, String fact) {
        return new Recorded<>(day(day), fact);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
