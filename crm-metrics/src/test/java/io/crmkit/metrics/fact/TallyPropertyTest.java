package io.crmkit.metrics.fact;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TallyPropertyTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final Periods MONTHS = Periods.months(FIRST, 24, ZONE);

    private record Key(int seller, YearMonth month, int step) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        return Row.lists(300);
    }

    @Property(tries = 200)
    void countsAreThoseOfGroupingBy(@ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 1, max = 50) int length) {
        Counts counts = counted(Row.facts(rows, length)).finish();
        Map<Key, Long> expected = rows.stream().collect(groupingBy(TallyPropertyTest::key, counting()));

        long inside = 0;
        for (int seller = 0; seller < 5; seller++) {
            for (int month = 0; month < 24; month++) {
                for (int step = 0; step < 3; step++) {
                    long count = expected.getOrDefault(new Key(seller, FIRST.plusMonths(month), step), 0L);
                    assertEquals(count, counts.count(seller, month, month + 1, step));
                    inside += count;
                }
            }
        }
        assertEquals(rows.size() - inside, counts.outside());
    }

    @Property(tries = 100)
    void stretchIsTheSumOfItsMonthsAndTeamTheSumOfItsSellers(
            @ForAll("rows") List<Row> rows,
            @ForAll @IntRange(min = 0, max = 12) int from,
            @ForAll @IntRange(min = 12, max = 24) int until) {
        Counts counts = counted(Row.facts(rows, 40)).finish();
        YearMonth end = FIRST.plusMonths(until);
        long expected = rows.stream()
                .map(TallyPropertyTest::key)
                .filter(key -> key.step() == 1 && key.month().isBefore(end))
                .filter(key -> !key.month().isBefore(FIRST.plusMonths(from)))
                .count();
        long sellers = 0;
        for (int seller = 0; seller < 5; seller++) {
            sellers += counts.count(seller, from, until, 1);
        }

        assertEquals(expected, sellers);
        assertEquals(expected, counts.total(from, until, 1));
    }

    @Property(tries = 100)
    void piecesMergeToTheSameInAnyOrder(@ForAll("rows") List<Row> rows, @ForAll Random random) {
        List<Tally> pieces = new ArrayList<>();
        for (ActivityBlock block : Row.facts(rows, 30).blocks()) {
            Tally piece = empty();
            piece.accumulate(block);
            pieces.add(piece);
        }
        Collections.shuffle(pieces, random);
        while (pieces.size() > 1) {
            Tally taken = pieces.remove(random.nextInt(pieces.size()));
            pieces.get(random.nextInt(pieces.size())).merge(taken);
        }
        Tally merged = pieces.isEmpty() ? empty() : pieces.get(0);

        assertEquals(counted(Row.facts(rows, 300)).finish(), merged.finish());
    }

    @Property(tries = 30)
    void severalThreadsCountTheSameAsOne(@ForAll("rows") List<Row> rows) {
        Tally parallel = Row.facts(rows, 7).blocks().parallelStream()
                .collect(TallyPropertyTest::empty, Tally::accumulate, Tally::merge);

        assertEquals(counted(Row.facts(rows, 7)).finish(), parallel.finish());
    }

    @Property(tries = 100)
    void everyWayInGivesTheSameCounts(@ForAll("rows") List<Row> rows) {
        ActivityBlock block = Row.block(rows);
        Tally byEvent = empty();
        rows.forEach(row -> byEvent.accumulate(row.seller(), row.at(), row.step()));
        Tally byColumns = empty();
        byColumns.accumulate(block.seller(), block.step(), block.at());
        Tally byCodes = empty();
        byCodes.accumulate(Row.facts(rows, 40).coded(MONTHS));

        Counts expected = counted(Row.facts(rows, 40)).finish();
        assertEquals(expected, byEvent.finish());
        assertEquals(expected, byColumns.finish());
        assertEquals(expected, byCodes.finish());
        assertEquals(expected.hashCode(), byCodes.finish().hashCode());
    }

    @Property(tries = 100)
    void deductingUndoesAccumulating(@ForAll("rows") List<Row> rows, @ForAll("rows") List<Row> others) {
        Tally tally = counted(Row.facts(rows, 20));
        Row.facts(others, 20).blocks().forEach(tally::accumulate);
        Row.facts(others, 33).blocks().forEach(tally::deduct);
        rows.forEach(row -> tally.deduct(row.seller(), row.at(), row.step()));
        rows.forEach(row -> tally.accumulate(row.seller(), row.at(), row.step()));

        assertEquals(counted(Row.facts(rows, 20)).finish(), tally.finish());
    }

    @Property(tries = 50)
    void restoredTallyGoesOnWhereTheOtherStood(@ForAll("rows") List<Row> rows, @ForAll("rows") List<Row> later) {
        Tally tally = counted(Row.facts(rows, 20));
        Tally restored = Tally.restore(tally.snapshot());
        tally.accumulate(Row.facts(later, 20));
        restored.accumulate(Row.facts(later, 20));

        assertEquals(tally.finish(), restored.finish());
        assertArrayEquals(tally.snapshot(), restored.snapshot());
    }

    private static Tally empty() {
        return Tally.zero(5, MONTHS, 3);
    }

    private static Tally counted(ActivityFacts facts) {
        Tally tally = empty();
        tally.accumulate(facts);
        return tally;
    }

    private static Key key(Row row) {
        return new Key(
                row.seller(), YearMonth.from(Instant.ofEpochSecond(row.at()).atZone(ZONE)), row.step());
    }
}
