package io.crmkit.core.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ranges are sets of instants; the oracle is a set of bits, one for each minute. */
class TimeRangesPropertyTest {

    private static final Instant START = Instant.parse("2026-03-29T00:00:00Z");
    private static final int MINUTES = 100;

    @Provide
    Arbitrary<TimeRange> ranges() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, MINUTES);
        return Combinators.combine(minutes, minutes)
                .as((one, other) -> range(Math.min(one, other), Math.max(one, other)));
    }

    @Provide
    Arbitrary<List<TimeRange>> lists() {
        return ranges().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<BusyTime>> busyTimes() {
        return Combinators.combine(ranges(), Arbitraries.of(true, false))
                .as(BusyTime::new)
                .list()
                .ofMaxSize(12);
    }

    private static TimeRange range(int from, int until) {
        return new TimeRange(START.plusSeconds(60L * from), START.plusSeconds(60L * until));
    }

    private static int minute(Instant at) {
        return (int) Duration.between(START, at).toMinutes();
    }

    private static BitSet bits(List<TimeRange> ranges) {
        BitSet bits = new BitSet(MINUTES);
        ranges.forEach(range -> bits.set(minute(range.from()), minute(range.until())));
        return bits;
    }

    private static void assertFewest(List<TimeRange> ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            assertTrue(ranges.get(i).from().isBefore(ranges.get(i).until()));
            assertTrue(
                    i == 0 || ranges.get(i - 1).until().isBefore(ranges.get(i).from()), ranges::toString);
        }
    }

    @Property
    void aUnionHoldsWhatAnyRangeHoldsInTheFewestRanges(@ForAll("lists") List<TimeRange> ranges) {
        List<TimeRange> union = TimeRanges.union(ranges);
        assertEquals(bits(ranges), bits(union));
        assertFewest(union);
        assertEquals(union, TimeRanges.union(union));
    }

    @Property
    void theOrderOfRangesDoesNotMatter(@ForAll("lists") List<TimeRange> ranges, @ForAll long seed) {
        List<TimeRange> shuffled = new ArrayList<>(ranges);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(TimeRanges.union(ranges), TimeRanges.union(shuffled));
    }

    @Property
    void whatIsTakenAwayIsGoneAndNothingElse(
            @ForAll("lists") List<TimeRange> some, @ForAll("lists") List<TimeRange> others) {
        List<TimeRange> left = TimeRanges.without(TimeRanges.union(some), TimeRanges.union(others));
        BitSet expected = bits(some);
        expected.andNot(bits(others));
        assertEquals(expected, bits(left));
        assertFewest(left);
    }

    @Property
    void whatLiesWithinARangeIsInBoth(@ForAll("lists") List<TimeRange> ranges, @ForAll("ranges") TimeRange range) {
        List<TimeRange> within = TimeRanges.within(TimeRanges.union(ranges), range);
        BitSet expected = bits(ranges);
        expected.and(bits(List.of(range)));
        assertEquals(expected, bits(within));
        assertFewest(within);
    }

    @Property
    void rangesOverlapWhereTheyShareAMinute(@ForAll("ranges") TimeRange one, @ForAll("ranges") TimeRange other) {
        assertEquals(bits(List.of(one)).intersects(bits(List.of(other))), one.overlaps(other));
    }

    @Property
    void busyAndFreeTilesWhatWasAskedFor(@ForAll("busyTimes") List<BusyTime> all, @ForAll("ranges") TimeRange asked) {
        FreeBusy answer = FreeBusy.of(asked, all);
        List<TimeRange> tiles = new ArrayList<>(answer.free());
        answer.busy().forEach(time -> tiles.add(time.range()));
        assertEquals(asked.duration(), tiles.stream().map(TimeRange::duration).reduce(Duration.ZERO, Duration::plus));
        assertEquals(TimeRanges.union(List.of(asked)), TimeRanges.union(tiles));
    }

    @Property
    void whoIsBusyForSureIsNotBusyPerhaps(@ForAll("busyTimes") List<BusyTime> all) {
        TimeRange asked = range(0, MINUTES);
        BitSet sure = bits(ranges(all, false));
        BitSet perhaps = bits(ranges(all, true));
        perhaps.andNot(sure);
        List<BusyTime> busy = FreeBusy.of(asked, all).busy();
        assertEquals(sure, bits(ranges(busy, false)));
        assertEquals(perhaps, bits(ranges(busy, true)));
    }

    private static List<TimeRange> ranges(List<BusyTime> all, boolean tentative) {
        return all.stream()
                .filter(time -> time.tentative() == tentative)
                .map(BusyTime::range)
                .toList();
    }
}
