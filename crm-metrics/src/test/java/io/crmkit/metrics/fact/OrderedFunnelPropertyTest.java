package io.crmkit.metrics.fact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OrderedFunnelPropertyTest {

    private static final long START = 1_735_689_600L;
    private static final int SUBJECTS = 4;

    /* Events half a day apart, so that many share a second and many lie on the window's edge. */
    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(0, 40),
                        Arbitraries.integers().between(0, SUBJECTS - 1))
                .as((step, halfDays, subject) -> new Row(0, step, START + halfDays * 43_200L, subject))
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 2000)
    void levelIsTheLongestChainThatAnyChoiceOfEventsGives(
            @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 0, max = 12) int days) {
        List<Row> inOrder = byTime(rows);
        OrderedFunnel funnel = OrderedFunnel.of(days, 2, 0, 3);
        inOrder.forEach(row -> funnel.accumulate(row.subject(), row.at(), row.step()));

        assertEquals(expected(inOrder, days, 2, 0, 3), levels(funnel));
    }

    @Property(tries = 1000)
    void everyWayInGivesTheSameLevels(
            @ForAll("rows") List<Row> rows,
            @ForAll @IntRange(min = 1, max = 12) int days,
            @ForAll @IntRange(min = 1, max = 20) int length) {
        List<Row> inOrder = byTime(rows);
        OrderedFunnel blocks = OrderedFunnel.of(days, 1, 2, 3, 4);
        blocks.accumulate(Row.facts(inOrder, length));
        OrderedFunnel clustered = OrderedFunnel.of(days, 1, 2, 3, 4);
        clustered.accumulate(Row.facts(inOrder, length).bySubject(0, 1, 2, 3, 4));

        List<Integer> expected = expected(inOrder, days, 1, 2, 3, 4);
        assertEquals(expected, levels(blocks));
        assertEquals(expected, levels(clustered));
        assertArrayEquals(reached(expected, 4), blocks.reached());
        assertArrayEquals(reached(expected, 4), clustered.reached());
    }

    @Property(tries = 500)
    void clusteringPutsRowsOfAnyOrderInOrderOfTime(@ForAll("rows") List<Row> rows) {
        OrderedFunnel funnel = OrderedFunnel.of(3, 0, 1, 2);
        funnel.accumulate(Row.facts(rows, 9).bySubject(0, 1, 2, 3, 4));

        assertEquals(expected(byTime(rows), 3, 0, 1, 2), levels(funnel));
    }

    @Property(tries = 500)
    void clusteredHistoryAndLaterEventsGiveWhatAllEventsGive(
            @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 0, max = 60) int cut) {
        List<Row> inOrder = byTime(rows);
        int until = Math.min(cut, inOrder.size());
        OrderedFunnel funnel = OrderedFunnel.of(4, 0, 1, 2);
        funnel.accumulate(Row.facts(inOrder.subList(0, until), 9).bySubject(0, 1, 2, 3, 4));
        funnel.accumulate(Row.facts(inOrder.subList(until, inOrder.size()), 9));

        assertEquals(expected(inOrder, 4, 0, 1, 2), levels(funnel));
    }

    @Property(tries = 500)
    void funnelsOfDisjointSubjectsMergeToTheWhole(@ForAll("rows") List<Row> rows) {
        List<Row> inOrder = byTime(rows);
        OrderedFunnel even = OrderedFunnel.of(4, 0, 1, 2);
        OrderedFunnel odd = OrderedFunnel.of(4, 0, 1, 2);
        inOrder.forEach(row -> (row.subject() % 2 == 0 ? even : odd).accumulate(row.subject(), row.at(), row.step()));
        even.merge(odd);

        assertEquals(expected(inOrder, 4, 0, 1, 2), levels(even));
    }

    @Property(tries = 200)
    void forgottenSubjectCanBeCountedAgain(@ForAll("rows") List<Row> rows) {
        List<Row> inOrder = byTime(rows);
        OrderedFunnel funnel = OrderedFunnel.of(4, 0, 1, 2);
        funnel.accumulate(Row.facts(inOrder, 10));
        funnel.forget(1);
        int forgotten = funnel.level(1);
        funnel.accumulate(
                Row.facts(inOrder.stream().filter(row -> row.subject() == 1).toList(), 10));

        assertEquals(0, forgotten);
        assertEquals(expected(inOrder, 4, 0, 1, 2), levels(funnel));
    }

    private static List<Row> byTime(List<Row> rows) {
        return rows.stream().sorted(Comparator.comparingLong(Row::at)).toList();
    }

    private static List<Integer> levels(OrderedFunnel funnel) {
        return IntStream.range(0, SUBJECTS).mapToObj(funnel::level).toList();
    }

    private static long[] reached(List<Integer> levels, int steps) {
        return IntStream.rangeClosed(1, steps)
                .mapToLong(
                        step -> levels.stream().filter(level -> level >= step).count())
                .toArray();
    }

    /* The naive way: from every first step, every later row of the next step, and so on, and the longest wins. */
    private static List<Integer> expected(List<Row> inOrder, int days, int... steps) {
        List<Integer> levels = new ArrayList<>();
        for (int subject = 0; subject < SUBJECTS; subject++) {
            int of = subject;
            List<Row> own = inOrder.stream().filter(row -> row.subject() == of).toList();
            int longest = 0;
            for (int first = 0; first < own.size(); first++) {
                if (own.get(first).step() == steps[0]) {
                    longest = Math.max(longest, chain(own, first, own.get(first).at() + days * 86_400L, steps));
                }
            }
            levels.add(longest);
        }
        return levels;
    }

    private static int chain(List<Row> own, int first, long end, int... steps) {
        int level = 1;
        for (int row = first + 1; row < own.size() && level < steps.length; row++) {
            if (own.get(row).step() == steps[level] && own.get(row).at() <= end) {
                level++;
            }
        }
        return level;
    }
}
