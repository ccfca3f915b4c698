package io.crmkit.metrics.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ActivityFactsTest {

    private static final Instant AT = Instant.parse("2025-01-15T12:00:00.9Z");
    private static final Activity CALL = new Activity("Ann", "CALL", AT, "DONE", "o-1");
    private static final Activity MEETING = new Activity("Bob", "MEETING", AT.plusSeconds(60), "MISSED", "o-1");

    @Test
    void wholeColumnsAreCutIntoBlocksThatLendThem() {
        int[] seller = new int[10_000];
        seller[9_999] = 7;
        long[] at = new long[10_000];
        at[0] = -5;
        at[9_998] = 3;
        ActivityFacts facts = ActivityFacts.of(seller, new byte[10_000], at, new byte[10_000], new int[10_000]);
        ActivityBlock last = facts.blocks().get(2);

        assertEquals(10_000, facts.size());
        assertEquals(
                List.of(0, 4_096, 8_192),
                facts.blocks().stream().map(ActivityBlock::offset).toList());
        assertEquals(1_808, last.length());
        assertSame(seller, last.seller());
        assertEquals(List.of(0, 7), List.of(last.minSeller(), last.maxSeller()));
        assertEquals(List.of(0L, 3L), List.of(last.minAt(), last.maxAt()));
        assertEquals(-5, facts.blocks().get(0).minAt());
    }

    @Test
    void recordsAreCodedInOrderOfFirstAppearance() {
        ActivityEncoder encoder = encoder();
        ActivityBlock block = ActivityFacts.of(List.of(MEETING, CALL, MEETING).iterator(), encoder)
                .blocks()
                .get(0);

        assertEquals(List.of("Bob", "Ann"), encoder.sellers().keys());
        assertEquals(List.of("MISSED", "DONE"), encoder.outcomes().keys());
        assertEquals(List.of("o-1"), encoder.subjects().keys());
        assertEquals(List.of("CALL", "MEETING"), encoder.steps());
        assertEquals(List.of(1, 0, 1), List.of((int) block.step()[0], (int) block.step()[1], (int) block.step()[2]));
        assertEquals(List.of(0, 1), List.of(block.seller()[0], block.seller()[1]));
        assertEquals(1, block.outcome()[1]);
        assertEquals(AT.getEpochSecond(), block.at()[1]);
        assertEquals(List.of(0, 0, 1), List.of(block.minSubject(), block.maxSubject(), block.maxStep()));
    }

    @Test
    void recordsFillSeveralBlocksAndAreTalliedWithoutThem() {
        List<Activity> many = Collections.nCopies(5_000, CALL);
        ActivityEncoder encoder = encoder();
        ActivityFacts facts = ActivityFacts.of(many.iterator(), encoder);
        Periods months = Periods.months(YearMonth.of(2025, 1), 1, ZoneOffset.UTC);
        Tally direct = Tally.zero(2, months, 2);
        encoder.tally(many.iterator(), direct);
        Tally inBlocks = Tally.zero(2, months, 2);
        inBlocks.accumulate(facts);

        assertEquals(
                List.of(4_096, 904),
                facts.blocks().stream().map(ActivityBlock::length).toList());
        assertEquals(inBlocks.finish(), direct.finish());
        assertEquals(5_000, direct.count(0, 0, 0));
    }

    @Test
    void emptyFactsCountNothing() {
        ActivityFacts none = ActivityFacts.of(new int[0], new byte[0], new long[0], new byte[0], new int[0]);
        Tally tally = Tally.zero(1, Periods.months(YearMonth.of(2025, 1), 1, ZoneOffset.UTC), 1);
        tally.accumulate(none);

        assertEquals(0, none.size());
        assertEquals(0, none.blocks().get(0).maxSubject());
        assertEquals(0, tally.finish().total(0, 1, 0));
    }

    @Test
    void refusesColumnsThatDoNotMatch() {
        assertRefused(
                "columns must be of equal length: seller = 1, step = 2",
                () -> ActivityFacts.of(new int[1], new byte[2], new long[1], new byte[1], new int[1]));
        assertRefused(
                "columns must be of equal length: seller = 1, at = 2",
                () -> ActivityFacts.of(new int[1], new byte[1], new long[2], new byte[1], new int[1]));
        assertRefused(
                "columns must be of equal length: seller = 1, outcome = 2",
                () -> ActivityFacts.of(new int[1], new byte[1], new long[1], new byte[2], new int[1]));
        assertRefused(
                "columns must be of equal length: seller = 1, subject = 2",
                () -> ActivityFacts.of(new int[1], new byte[1], new long[1], new byte[1], new int[2]));
        assertRefused(
                "offset and length must lie within the columns: offset = 1, length = 1, rows = 1",
                () -> ActivityBlock.of(new int[1], new byte[1], new long[1], new byte[1], new int[1], 1, 1));
    }

    @Test
    void refusesNegativeIdsNamingTheRow() {
        assertRefused(
                "seller must be from 0 to 2147483646: seller[0] = -1",
                () -> ActivityFacts.of(new int[] {-1}, new byte[1], new long[1], new byte[1], new int[1]));
        assertRefused(
                "subject must be from 0 to 2147483646: subject[0] = -7",
                () -> ActivityFacts.of(new int[1], new byte[1], new long[1], new byte[1], new int[] {-7}));
        assertRefused(
                "step must be from 0 to 127: step[0] = -1",
                () -> ActivityFacts.of(new int[1], new byte[] {-1}, new long[1], new byte[1], new int[1]));
        assertRefused(
                "outcome must be from 0 to 127: outcome[0] = -128",
                () -> ActivityFacts.of(new int[1], new byte[1], new long[1], new byte[] {-128}, new int[1]));
    }

    @Test
    void refusesUnknownStepsAndTooManySellers() {
        ActivityEncoder encoder = encoder();
        Activity third = new Activity("Cyd", "CALL", AT, "DONE", "o-2");
        Activity unknown = new Activity("Ann", "LUNCH", AT, "DONE", "o-2");

        assertRefused(
                "step is unknown: step = LUNCH, steps = [CALL, MEETING]",
                () -> ActivityFacts.of(List.of(unknown).iterator(), encoder));
        assertRefused(
                "too many keys of seller: maximum = 2, next seller = Cyd",
                () -> ActivityFacts.of(List.of(CALL, MEETING, third).iterator(), encoder));
        assertRefused("steps must be distinct: step = CALL", () -> ActivityEncoder.of(List.of("CALL", "CALL"), 1));
        assertRefused("number of steps must be positive: number of steps = 0", () -> ActivityEncoder.of(List.of(), 1));
    }

    private static ActivityEncoder encoder() {
        return ActivityEncoder.of(List.of("CALL", "MEETING"), 2);
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
