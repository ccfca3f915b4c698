package io.crmkit.metrics.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TallyTest {

    private static final Periods MONTHS = Periods.months(YearMonth.of(2025, 1), 3, ZoneOffset.UTC);
    private static final long JANUARY = Instant.parse("2025-01-15T12:00:00Z").getEpochSecond();
    private static final long MARCH = Instant.parse("2025-03-15T12:00:00Z").getEpochSecond();

    @Test
    void ratioIsOfTheCountsOfTheStretch() {
        Tally tally = Tally.zero(2, MONTHS, 2);
        count(tally, 0, JANUARY, 0, 4);
        count(tally, 0, MARCH, 1, 3);
        count(tally, 1, JANUARY, 0, 6);
        Counts counts = tally.finish();

        assertEquals(OptionalDouble.of(0.75), counts.ratio(0, 0, 3, 1, 0));
        assertEquals(OptionalDouble.of(0.0), counts.ratio(0, 0, 2, 1, 0));
        assertEquals(OptionalDouble.empty(), counts.ratio(0, 1, 3, 0, 0));
        assertEquals(OptionalDouble.of(0.3), counts.totalRatio(0, 3, 1, 0));
        assertEquals(3, tally.count(0, 2, 1));
        assertEquals(0, counts.count(0, 2, 2, 1));
    }

    @Test
    void countsDoNotChangeWhileTheTallyGoesOn() {
        Tally tally = Tally.zero(1, MONTHS, 1);
        count(tally, 0, JANUARY, 0, 2);
        Counts counts = tally.finish();
        count(tally, 0, JANUARY, 0, 5);

        assertEquals(2, counts.count(0, 0, 1, 0));
        assertEquals(MONTHS, counts.periods());
        assertEquals(List.of(1, 1), List.of(counts.sellers(), counts.steps()));
        assertEquals(
                "counts of 1 sellers, 1 steps, 3 periods from 2025-01-01T00:00:00Z until 2025-04-01T00:00:00Z",
                counts.toString());
        assertNotEquals(counts, tally.finish());
    }

    @Test
    void factsCodedForFewerStepsAreCountedInATallyOfMore() {
        ActivityFacts facts = ActivityFacts.of(
                new int[] {0, 3, 3}, new byte[] {0, 1, 0}, new long[] {JANUARY, MARCH, 0}, new byte[3], new int[3]);
        Tally coded = Tally.zero(4, MONTHS, 5);
        coded.accumulate(facts.coded(MONTHS));
        Tally plain = Tally.zero(4, MONTHS, 5);
        plain.accumulate(facts);

        assertEquals(plain.finish(), coded.finish());
        assertEquals(1, coded.count(3, 2, 1));
        assertEquals(1, coded.finish().outside());
        assertEquals(MONTHS, facts.coded(MONTHS).periods());
    }

    @Test
    void activitiesOutsideMakeCountsUnequal() {
        Tally before = Tally.zero(1, MONTHS, 1);
        before.accumulate(0, JANUARY - 31 * 86_400, 0);
        Tally after = Tally.zero(1, MONTHS, 1);
        after.accumulate(0, MARCH + 31 * 86_400, 0);
        Counts none = Tally.zero(1, MONTHS, 1).finish();

        assertEquals(1, before.finish().outside());
        assertEquals(before.finish(), after.finish());
        assertNotEquals(none, before.finish());
        assertNotEquals(none, Tally.zero(2, MONTHS, 1).finish());
    }

    @Test
    void refusesToFinishWithMoreDeductedOutsideThanAccumulated() {
        Tally tally = Tally.zero(1, MONTHS, 1);
        tally.deduct(0, 0, 0);

        assertEquals(
                "more was deducted than accumulated: seller = 0, period = -1, step = 0, count = -1",
                assertThrows(IllegalStateException.class, tally::finish).getMessage());
    }

    @Test
    void refusesToFinishBelowZero() {
        Tally tally = Tally.zero(2, MONTHS, 3);
        tally.deduct(1, MARCH, 2);

        assertEquals(-1, tally.count(1, 2, 2));
        assertEquals(
                "more was deducted than accumulated: seller = 1, period = 2, step = 2, count = -1",
                assertThrows(IllegalStateException.class, tally::finish).getMessage());
    }

    @Test
    void refusesIdsOutOfRangeAndCountsNothingOfThatBlock() {
        Tally tally = Tally.zero(2, MONTHS, 3);
        ActivityBlock wrongSeller = block(new int[] {0, 2}, new byte[2]);
        ActivityBlock wrongStep = block(new int[2], new byte[] {1, 3});

        assertRefused("seller must be from 0 to 1: seller = 2", () -> tally.accumulate(wrongSeller));
        assertRefused("step must be from 0 to 2: step = 3", () -> tally.deduct(wrongStep));
        assertRefused("seller must be from 0 to 1: seller = -1", () -> tally.accumulate(-1, JANUARY, 0));
        assertRefused("step must be from 0 to 2: step = 3", () -> tally.deduct(0, JANUARY, 3));
        assertRefused("period must be from 0 to 2: period = 3", () -> tally.count(0, 3, 0));
        assertEquals(Tally.zero(2, MONTHS, 3).finish(), tally.finish());
    }

    @Test
    void refusesColumnsWithIdsOutOfRangeNamingTheRow() {
        Tally tally = Tally.zero(2, MONTHS, 3);
        byte[] steps = new byte[20];
        steps[11] = 3;
        byte[] negative = new byte[20];
        negative[19] = -1;
        int[] sellers = new int[20];
        sellers[7] = 2;

        assertRefused("step must be from 0 to 2: step[11] = 3", () -> columns(tally, new int[20], steps));
        assertRefused("step must be from 0 to 2: step[19] = -1", () -> columns(tally, new int[20], negative));
        assertRefused("seller must be from 0 to 1: seller[7] = 2", () -> columns(tally, sellers, new byte[20]));
        assertRefused(
                "columns must be of equal length: seller = 20, step = 3", () -> columns(tally, sellers, new byte[3]));
        assertRefused(
                "columns must be of equal length: seller = 1, at = 2",
                () -> tally.accumulate(new int[1], new byte[1], new long[2]));
    }

    @Test
    void countsNothingOfColumnsThatEndInAWrongId() {
        Tally tally = Tally.zero(2, MONTHS, 3);
        tally.accumulate(1, JANUARY, 2);
        Counts before = tally.finish();
        int[] sellers = new int[10_000];
        sellers[9_999] = 2;

        assertRefused("seller must be from 0 to 1: seller[9999] = 2", () -> columns(tally, sellers, new byte[10_000]));
        assertEquals(before, tally.finish());
    }

    @Test
    void longColumnsInOrderOfTimeAndOutOfItAreCountedAlike() {
        int[] sellers = new int[20_000];
        byte[] steps = new byte[20_000];
        long[] ascending = new long[20_000];
        long[] scattered = new long[20_000];
        for (int row = 0; row < 20_000; row++) {
            ascending[row] = JANUARY - 30 * 86_400 + row * 500L;
            scattered[(row * 7_919) % 20_000] = ascending[row];
        }
        Tally inOrder = Tally.zero(1, MONTHS, 1);
        inOrder.accumulate(sellers, steps, ascending);
        Tally outOfOrder = Tally.zero(1, MONTHS, 1);
        outOfOrder.accumulate(sellers, steps, scattered);
        Tally inParts = Tally.zero(1, MONTHS, 1);
        inParts.accumulate(sellers, steps, ascending, 0, 123);
        inParts.accumulate(sellers, steps, ascending, 123, 19_877);

        long january =
                Arrays.stream(ascending).filter(at -> MONTHS.indexOf(at) == 0).count();
        assertEquals(january, inOrder.count(0, 0, 0));
        assertEquals(inOrder.finish(), outOfOrder.finish());
        assertEquals(inOrder.finish(), inParts.finish());
    }

    @Test
    void refusesCubesWithoutSellersOrTooGreat() {
        assertRefused("sellers must be positive: sellers = 0", () -> Tally.zero(0, MONTHS, 1));
        assertRefused("steps must be positive: steps = 0", () -> Tally.zero(1, MONTHS, 0));
        assertRefused("steps must be at most 128: steps = 129", () -> Tally.zero(1, MONTHS, 129));
        assertRefused(
                "cells of sellers x periods x steps must be at most 268435456: cells of sellers x periods x steps"
                        + " = 400000000",
                () -> Tally.zero(10_000_000, MONTHS, 8));
    }

    @Test
    void refusesToMergeTalliesOfOtherShape() {
        Tally tally = Tally.zero(1, MONTHS, 1);

        assertRefused(
                "tallies must have the same sellers, periods and steps: 1 sellers, " + MONTHS + ", 1 steps; 2 sellers, "
                        + MONTHS + ", 1 steps",
                () -> tally.merge(Tally.zero(2, MONTHS, 1)));
    }

    @Test
    void refusesStretchesThatRunBackwardsOrBeyond() {
        Counts counts = Tally.zero(1, MONTHS, 1).finish();
        String rule = "periods must hold 0 <= from <= until <= 3: ";

        assertRefused(rule + "from = 2, until = 1", () -> counts.count(0, 2, 1, 0));
        assertRefused(rule + "from = 0, until = 4", () -> counts.total(0, 4, 0));
        assertRefused(rule + "from = -1, until = 1", () -> counts.total(-1, 1, 0));
        assertRefused("step must be from 0 to 0: step = 1", () -> counts.total(0, 1, 1));
    }

    @Test
    void refusesBytesThatAreNoSnapshot() {
        byte[] snapshot = Tally.zero(1, MONTHS, 1).snapshot();
        byte[] damaged = snapshot.clone();
        damaged[snapshot.length - 1] ^= 1;
        byte[] newer = snapshot.clone();
        newer[7] = 2;

        assertRefused("snapshot is not of a tally: bytes = 0", () -> Tally.restore(new byte[0]));
        assertRefused("snapshot is not of a tally: bytes = 100", () -> Tally.restore(new byte[100]));
        assertRefused("snapshot is damaged, its checksum differs: bytes = 92", () -> Tally.restore(damaged));
        assertRefused(
                "snapshot is damaged, its checksum differs: bytes = 88",
                () -> Tally.restore(Arrays.copyOf(snapshot, 88)));
        assertRefused("snapshot must be of version 1: version = 2", () -> Tally.restore(newer));
    }

    @Test
    void refusesFactsCodedForOtherPeriodsOrTooManySellers() {
        Periods other = Periods.months(YearMonth.of(2025, 1), 2, ZoneOffset.UTC);
        ActivityFacts facts = ActivityFacts.of(List.of(block(new int[] {40_000}, new byte[] {1})));
        Tally tally = Tally.zero(1, MONTHS, 1);

        assertRefused(
                "facts must be coded for the tally's periods: coded = " + other + ", tally = " + MONTHS,
                () -> tally.accumulate(ActivityFacts.of(List.of()).coded(other)));
        assertRefused("greatest seller must be at most 32767: greatest seller = 40000", () -> facts.coded(MONTHS));
        assertRefused(
                "seller must be from 0 to 0: seller = 1",
                () -> tally.accumulate(ActivityFacts.of(List.of(block(new int[] {1}, new byte[1])))
                        .coded(MONTHS)));
    }

    private static void count(Tally tally, int seller, long at, int step, int times) {
        for (int time = 0; time < times; time++) {
            tally.accumulate(seller, at, step);
        }
    }

    private static void columns(Tally tally, int[] seller, byte[] step) {
        tally.accumulate(seller, step, new long[seller.length]);
    }

    private static ActivityBlock block(int[] seller, byte[] step) {
        int rows = seller.length;
        return ActivityBlock.of(seller, step, new long[rows], new byte[rows], new int[rows], 0, rows);
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
