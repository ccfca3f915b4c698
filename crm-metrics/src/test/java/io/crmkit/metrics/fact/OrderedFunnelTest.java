package io.crmkit.metrics.fact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OrderedFunnelTest {

    private static final long DAY = 86_400;
    private static final long START = Instant.parse("2025-01-01T09:00:00Z").getEpochSecond();

    @Test
    void lastSecondOfTheWindowCountsAndTheNextDoesNot() {
        OrderedFunnel funnel = OrderedFunnel.of(60, 0, 1);
        funnel.accumulate(0, START, 0);
        funnel.accumulate(0, START + 60 * DAY, 1);
        funnel.accumulate(1, START, 0);
        funnel.accumulate(1, START + 60 * DAY + 1, 1);

        assertEquals(List.of(2, 1), List.of(funnel.level(0), funnel.level(1)));
        assertArrayEquals(new long[] {2, 1}, funnel.reached());
    }

    @Test
    void windowIsCountedFromTheFirstStepOfTheChainNotFromTheStepBefore() {
        OrderedFunnel funnel = OrderedFunnel.of(10, 0, 1, 2);
        funnel.accumulate(0, START, 0);
        funnel.accumulate(0, START + 8 * DAY, 1);
        funnel.accumulate(0, START + 11 * DAY, 2);

        assertEquals(2, funnel.level(0));
    }

    @Test
    void laterFirstStepDoesNotBreakTheChainOfAnEarlierOne() {
        OrderedFunnel funnel = OrderedFunnel.of(10, 0, 1, 2);
        funnel.accumulate(0, START, 0);
        funnel.accumulate(0, START + DAY, 1);
        funnel.accumulate(0, START + 2 * DAY, 0);
        funnel.accumulate(0, START + 3 * DAY, 2);

        assertEquals(3, funnel.level(0));
    }

    @Test
    void chainStartedAnewReachesWhatTheOldOneNoLongerCan() {
        OrderedFunnel funnel = OrderedFunnel.of(10, 0, 1, 2);
        funnel.accumulate(0, START, 0);
        funnel.accumulate(0, START + DAY, 1);
        funnel.accumulate(0, START + 9 * DAY, 0);
        funnel.accumulate(0, START + 12 * DAY, 1);
        funnel.accumulate(0, START + 15 * DAY, 2);

        assertEquals(3, funnel.level(0));
    }

    @Test
    void eventsOfOneSecondAreTakenInTheOrderTheyComeIn() {
        OrderedFunnel funnel = OrderedFunnel.of(1, 0, 1);
        funnel.accumulate(0, START, 1);
        funnel.accumulate(0, START, 0);
        funnel.accumulate(1, START, 0);
        funnel.accumulate(1, START, 1);

        assertEquals(List.of(1, 2), List.of(funnel.level(0), funnel.level(1)));
    }

    @Test
    void subjectWithoutEventsHasNoLevel() {
        OrderedFunnel funnel = OrderedFunnel.of(1, 0, 1);
        funnel.forget(1_000);
        funnel.accumulate(ActivityFacts.of(List.of()).bySubject(0, 1, 2, 3, 4));

        assertEquals(0, funnel.level(1_000));
        assertArrayEquals(new long[2], funnel.reached());
    }

    @Test
    void longRunsOfOneSubjectAreSortedByTimeAndEqualOnesKeepTheirOrder() {
        Random random = new Random(7);
        List<Row> rows = IntStream.range(0, 1_000)
                .mapToObj(row -> new Row(0, random.nextInt(3), START + random.nextInt(300), 0))
                .toList();
        OrderedFunnel clustered = OrderedFunnel.of(0, 0, 1, 2);
        clustered.accumulate(Row.facts(rows, 100).bySubject(0, 1, 2, 3, 4));
        OrderedFunnel inOrder = OrderedFunnel.of(0, 0, 1, 2);
        inOrder.accumulate(Row.facts(
                rows.stream().sorted(Comparator.comparingLong(Row::at)).toList(), 100));

        assertEquals(1_000, Row.facts(rows, 100).bySubject(0, 1, 2, 3, 4).size());
        assertEquals(inOrder.level(0), clustered.level(0));
    }

    @Test
    void refusesEventsBeforeTheSubjectsLatest() {
        OrderedFunnel funnel = OrderedFunnel.of(1, 0, 1);
        funnel.accumulate(3, START, 0);
        String message = "at must not be before the subject's latest event: subject = 3, at = 2025-01-01T08:59:59Z,"
                + " latest = 2025-01-01T09:00:00Z";
        ActivityFacts late = Row.facts(List.of(new Row(0, 1, START - 1, 3)), 1);

        assertRefused(message, () -> funnel.accumulate(3, START - 1, 1));
        assertRefused(message, () -> funnel.accumulate(late));
        assertRefused(message, () -> funnel.accumulate(late.bySubject(0, 1, 2, 3, 4)));
        assertEquals(1, funnel.level(3));
    }

    @Test
    void eventsOfOtherStepsMayComeLate() {
        OrderedFunnel funnel = OrderedFunnel.of(1, 0, 1);
        ActivityFacts late = Row.facts(List.of(new Row(0, 2, START - 1, 0), new Row(0, 1, START + 1, 0)), 2);
        funnel.accumulate(0, START, 0);
        funnel.accumulate(0, START - 1, 2);
        funnel.accumulate(late.bySubject(0, 1, 2, 3, 4));

        assertEquals(2, funnel.level(0));
    }

    @Test
    void refusesToMergeFunnelsThatShareASubjectOrDiffer() {
        OrderedFunnel funnel = OrderedFunnel.of(1, 0, 1);
        funnel.accumulate(2, START, 0);
        OrderedFunnel other = OrderedFunnel.of(1, 0, 1);
        other.accumulate(2, START, 1);

        assertRefused("funnels must not share a subject: subject = 2", () -> funnel.merge(other));
        assertRefused(
                "funnels must have the same steps and window: steps [0, 1] within 1 days; steps [0, 1] within 2 days",
                () -> funnel.merge(OrderedFunnel.of(2, 0, 1)));
        assertRefused(
                "funnels must have the same steps and window: steps [0, 1] within 1 days; steps [1, 0] within 1 days",
                () -> funnel.merge(OrderedFunnel.of(1, 1, 0)));
    }

    @Test
    void refusesStepsAndWindowsOutOfRange() {
        assertRefused("number of steps must be positive: number of steps = 0", () -> OrderedFunnel.of(1));
        assertRefused("steps must be distinct: step = 4", () -> OrderedFunnel.of(1, 4, 4));
        assertRefused("step must be from 0 to 127: step = 128", () -> OrderedFunnel.of(1, 128));
        assertRefused("windowDays must not be negative: windowDays = -1", () -> OrderedFunnel.of(-1, 0));
        assertRefused("windowDays must be at most 3660: windowDays = 3661", () -> OrderedFunnel.of(3_661, 0));
        assertRefused(
                "number of steps must be at most 32: number of steps = 33",
                () -> OrderedFunnel.of(1, IntStream.range(0, 33).toArray()));
    }

    @Test
    void refusesIdsAndInstantsOutOfRange() {
        OrderedFunnel funnel = OrderedFunnel.of(1, 0, 1);
        ActivityFacts early = Row.facts(List.of(new Row(0, 0, -5_000_000_000L, 0)), 1);

        assertRefused("subject must be from 0 to 715827878: subject = -1", () -> funnel.accumulate(-1, START, 0));
        assertRefused("subject must not be negative: subject = -1", () -> funnel.level(-1));
        assertRefused("subject must not be negative: subject = -1", () -> funnel.forget(-1));
        assertRefused(
                "at must be after 1931-12-14T20:45:52Z and not after 2068-01-19T03:14:07Z: at = 9223372036854775807",
                () -> funnel.accumulate(0, Long.MAX_VALUE, 0));
        assertRefused(
                "at must be after 1931-12-14T20:45:52Z and not after 2068-01-19T03:14:07Z: at = -5000000000",
                () -> funnel.accumulate(early));
        assertRefused(
                "at must be after 1931-12-13T20:45:52Z and not after 2068-01-19T03:14:07Z: at = -5000000000",
                () -> early.bySubject(0));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
