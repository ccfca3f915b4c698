package io.crmkit.metrics.fact;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/* Rows of activities as plain records, the form that the oracles of the tests work on. */
record Row(int seller, int step, long at, int subject) {

    /* Rows of 5 sellers, 3 steps and 6 subjects, from some days before 2024 to some days after 2025. */
    static Arbitrary<List<Row>> lists(int most) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(1_703_000_000L, 1_768_000_000L),
                        Arbitraries.integers().between(0, 5))
                .as(Row::new)
                .list()
                .ofMaxSize(most);
    }

    static ActivityBlock block(List<Row> rows) {
        byte[] step = new byte[rows.size()];
        for (int row = 0; row < step.length; row++) {
            step[row] = (byte) rows.get(row).step();
        }
        return ActivityBlock.of(
                rows.stream().mapToInt(Row::seller).toArray(),
                step,
                rows.stream().mapToLong(Row::at).toArray(),
                new byte[step.length],
                rows.stream().mapToInt(Row::subject).toArray(),
                0,
                step.length);
    }

    /* The rows in blocks of at most some length. */
    static ActivityFacts facts(List<Row> rows, int length) {
        List<ActivityBlock> blocks = new java.util.ArrayList<>();
        for (int from = 0; from < rows.size(); from += length) {
            blocks.add(block(rows.subList(from, Math.min(from + length, rows.size()))));
        }
        return ActivityFacts.of(blocks);
    }
}
