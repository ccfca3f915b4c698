package io.crmkit.metrics.fact;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * Activities coded for counting: sorted by period, with seller and step in two bytes a row.
 *
 * <p>Definition: the code of a row is the seller's id times the number of steps, rounded up to a power of two, plus the
 * step's id.
 *
 * <ul>
 *   <li>Shape: one run of codes per period, and one each for the rows before and after all periods.
 *   <li>Unit: none.
 *   <li>Range: codes below 65,536: with 6 steps, up to 8,192 sellers.
 *   <li>Nothing to divide by: there may be no rows.
 *   <li>Errors: ids that do not fit are an {@link IllegalArgumentException} that names them.
 * </ul>
 *
 * <p>What it is not: all of the facts. Instants, outcomes, subjects and the order of the rows are gone; to count by
 * other periods, code the facts anew.
 */
public final class CodedFacts {

    private static final int CODES = 1 << 16;

    private final Periods periods;
    private final int maxSeller;
    private final int maxStep;
    private final int stepBits;
    private final int[] runs;
    private final short[] codes;

    private CodedFacts(Periods periods, int maxSeller, int maxStep, int[] runs, short[] codes) {
        this.periods = periods;
        this.maxSeller = maxSeller;
        this.maxStep = maxStep;
        this.stepBits = bits(maxStep);
        this.runs = runs;
        this.codes = codes;
    }

    static CodedFacts of(ActivityFacts facts, Periods periods) {
        requireNonNull(periods, "periods");
        Checks.atMost("rows", facts.size(), Integer.MAX_VALUE - 8);
        int maxSeller = 0;
        int maxStep = 0;
        for (ActivityBlock block : facts.blocks()) {
            maxSeller = Math.max(maxSeller, block.maxSeller());
            maxStep = Math.max(maxStep, block.maxStep());
        }
        Checks.atMost("greatest seller", maxSeller, (CODES >> bits(maxStep)) - 1);
        int[] next = runStarts(facts, periods);
        int[] runs = next.clone();
        short[] codes = new short[(int) facts.size()];
        for (ActivityBlock block : facts.blocks()) {
            code(block, periods.table(), bits(maxStep), next, codes);
        }
        return new CodedFacts(periods, maxSeller, maxStep, runs, codes);
    }

    private static int bits(int maxStep) {
        return 32 - Integer.numberOfLeadingZeros(maxStep);
    }

    private static int[] runStarts(ActivityFacts facts, Periods periods) {
        int[] starts = new int[periods.size() + 3];
        for (ActivityBlock block : facts.blocks()) {
            for (int row = block.offset(); row < block.offset() + block.length(); row++) {
                starts[periods.table().slotOf(block.at()[row]) + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    private static void code(ActivityBlock block, PeriodTable table, int stepBits, int[] next, short[] codes) {
        for (int row = block.offset(); row < block.offset() + block.length(); row++) {
            int slot = table.slotOf(block.at()[row]);
            codes[next[slot]++] = (short) ((block.seller()[row] << stepBits) | block.step()[row]);
        }
    }

    /**
     * Counts the rows.
     *
     * @return how many rows there are
     */
    public int size() {
        return codes.length;
    }

    /**
     * Obtains the periods that the rows are sorted into.
     *
     * @return the periods
     */
    public Periods periods() {
        return periods;
    }

    void check(CubeShape shape) {
        if (!periods.equals(shape.periods())) {
            throw new IllegalArgumentException(
                    "facts must be coded for the tally's periods: coded = " + periods + ", tally = " + shape.periods());
        }
        if (size() > 0) {
            shape.checkCell(maxSeller, maxStep);
        }
    }

    void count(int[] cells, CubeShape shape) {
        for (int slot = 0; slot < shape.slots(); slot++) {
            int start = slot * shape.slab();
            if (shape.shift() == stepBits) {
                CountLoops.coded(cells, start, codes, runs[slot], runs[slot + 1]);
            } else {
                CountLoops.recoded(cells, start, shape.shift(), stepBits, codes, runs[slot], runs[slot + 1]);
            }
        }
    }
}
