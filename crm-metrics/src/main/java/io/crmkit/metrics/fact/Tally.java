package io.crmkit.metrics.fact;

import static java.util.Objects.requireNonNull;

/**
 * Counts activities by seller, period and step, in pieces that merge to the same counts in any order.
 *
 * <p>Definition: the count of a seller, a period and a step is the number of rows accumulated with these, less the
 * number deducted.
 *
 * <ul>
 *   <li>Shape: a cube of sellers x periods x steps; the state is one array of ints and goes into one array of bytes.
 *   <li>Unit: activities.
 *   <li>Range: up to 2<sup>31</sup> - 1 rows accumulated and as many deducted, so that no count can overflow. A count
 *       may be negative on the way, where rows are deducted before they are accumulated.
 *   <li>Nothing to divide by: rows before the first or after the last period are counted as outside, see {@link
 *       Counts#outside()}.
 *   <li>Errors: an id that is out of range is an {@link IllegalArgumentException} that names it, and nothing of its
 *       block is counted.
 * </ul>
 *
 * <p>Merging is associative and commutative, {@link #zero} is its neutral element, and {@code deduct} undoes {@code
 * accumulate}. A tally is not fit for several threads at once; give each its own, and merge them:
 * {@code facts.blocks().parallelStream().collect(() -> Tally.zero(sellers, periods, steps), Tally::accumulate,
 * Tally::merge)}.
 *
 * <p>What it is not: a count of subjects. Two calls to one customer are two calls; for what became of a subject see
 * {@link OrderedFunnel}.
 */
public final class Tally {

    private final CubeShape shape;
    private final int[] cells;
    private long accumulated;
    private long deducted;

    private Tally(CubeShape shape, int[] cells, long accumulated, long deducted) {
        this.shape = shape;
        this.cells = cells;
        this.accumulated = accumulated;
        this.deducted = deducted;
    }

    /**
     * Obtains a tally that has counted nothing.
     *
     * @param sellers how many sellers there may be: ids go from 0 to {@code sellers - 1}
     * @param periods the periods
     * @param steps how many steps there are, up to 128
     * @return the tally
     * @throws IllegalArgumentException where a number is not positive, or the cube has more than 2<sup>28</sup> cells
     */
    public static Tally zero(int sellers, Periods periods, int steps) {
        CubeShape shape = new CubeShape(sellers, requireNonNull(periods, "periods"), steps);
        return new Tally(shape, new int[shape.slots() * shape.slab()], 0, 0);
    }

    /**
     * Counts one activity.
     *
     * @param seller the seller's id
     * @param at the epoch second
     * @param step the step's id
     * @throws IllegalArgumentException where an id is out of range
     */
    public void accumulate(int seller, long at, int step) {
        int cell = cell(seller, at, step);
        addRows(1);
        cells[cell]++;
    }

    /**
     * Takes one activity back.
     *
     * @param seller the seller's id
     * @param at the epoch second
     * @param step the step's id
     * @throws IllegalArgumentException where an id is out of range
     */
    public void deduct(int seller, long at, int step) {
        int cell = cell(seller, at, step);
        takeRows(1);
        cells[cell]--;
    }

    /**
     * Counts the rows of a block.
     *
     * @param block the block
     * @throws IllegalArgumentException where an id is out of range
     */
    public void accumulate(ActivityBlock block) {
        check(block);
        addRows(block.length());
        count(block, 1);
    }

    /**
     * Takes the rows of a block back.
     *
     * @param block the block
     * @throws IllegalArgumentException where an id is out of range
     */
    public void deduct(ActivityBlock block) {
        check(block);
        takeRows(block.length());
        count(block, -1);
    }

    /**
     * Counts all rows of facts.
     *
     * @param facts the facts
     * @throws IllegalArgumentException where an id is out of range; the blocks before are counted
     */
    public void accumulate(ActivityFacts facts) {
        facts.blocks().forEach(this::accumulate);
    }

    /**
     * Counts the rows of coded facts.
     *
     * @param facts the facts, coded for the periods of this tally
     * @throws IllegalArgumentException where the periods differ, or an id is out of range
     */
    public void accumulate(CodedFacts facts) {
        facts.check(shape);
        addRows(facts.size());
        facts.count(cells, shape);
    }

    /**
     * Counts columns as they are, without knowledge of their least and greatest.
     *
     * @param seller the sellers' ids
     * @param step the steps' ids
     * @param at the epoch seconds
     * @throws IllegalArgumentException where the columns are not of equal length, or an id is out of range; then
     *     nothing is counted
     */
    public void accumulate(int[] seller, byte[] step, long[] at) {
        accumulate(seller, step, at, 0, seller.length);
    }

    /**
     * Counts some rows of columns as they are, without knowledge of their least and greatest.
     *
     * @param seller the sellers' ids
     * @param step the steps' ids
     * @param at the epoch seconds
     * @param offset the first row
     * @param length how many rows
     * @throws IllegalArgumentException where the columns are not of equal length, or an id is out of range; then
     *     nothing is counted
     */
    public void accumulate(int[] seller, byte[] step, long[] at, int offset, int length) {
        Checks.sameLength("step", step.length, seller.length);
        Checks.sameLength("at", at.length, seller.length);
        Checks.range(offset, length, seller.length);
        int end = offset + length;
        addRows(length);
        int from = offset;
        try {
            for (; from < end; from += ActivityBlock.ROWS) {
                count(seller, step, at, from, Math.min(from + ActivityBlock.ROWS, end));
            }
        } catch (IllegalArgumentException wrongId) {
            CountLoops.mixed(cells, shape, seller, step, at, offset, from, -1);
            accumulated -= length;
            throw wrongId;
        }
    }

    /* Ids are checked just before they are counted, while they are in the cache; one period needs no look-ups. */
    private void count(int[] seller, byte[] step, long[] at, int from, int end) {
        int index = shape.periods().indexOf(at[from]);
        boolean onePeriod = index >= 0 && shape.periods().holdsAll(index, at, from, end);
        ColumnCheck.ids("seller", seller, from, end, shape.sellers());
        ColumnCheck.codes("step", step, from, end, shape.steps());
        if (onePeriod) {
            CountLoops.within(cells, (index + 1) * shape.slab(), shape.shift(), seller, step, from, end, 1);
        } else {
            CountLoops.mixed(cells, shape, seller, step, at, from, end, 1);
        }
    }

    /**
     * Adds what another tally has counted; the other is not changed.
     *
     * @param other a tally of the same sellers, periods and steps
     * @throws IllegalArgumentException where they are not the same
     */
    public void merge(Tally other) {
        shape.checkSame(other.shape);
        Checks.atMost("rows accumulated", accumulated + other.accumulated, Integer.MAX_VALUE);
        Checks.atMost("rows deducted", deducted + other.deducted, Integer.MAX_VALUE);
        accumulated += other.accumulated;
        deducted += other.deducted;
        CountLoops.add(cells, other.cells);
    }

    /**
     * Reads one count as it stands.
     *
     * @param seller the seller's id
     * @param period the period's number
     * @param step the step's id
     * @return the count, negative where more was deducted than accumulated
     * @throws IllegalArgumentException where there is no such seller, period or step
     */
    public long count(int seller, int period, int step) {
        shape.checkCell(seller, step);
        Checks.below("period", period, shape.periods().size());
        return cells[shape.cell(seller, period + 1, step)];
    }

    /**
     * Obtains the counts, prepared for reading any stretch of periods at once; this tally may go on counting.
     *
     * @return the counts
     * @throws IllegalStateException where a count is negative
     */
    public Counts finish() {
        return Counts.of(shape, cells);
    }

    /**
     * Writes the state.
     *
     * @return the state, for {@link #restore}
     */
    public byte[] snapshot() {
        return TallySnapshot.write(shape, cells, accumulated, deducted);
    }

    /**
     * Obtains a tally from its written state.
     *
     * @param snapshot what {@link #snapshot()} gave
     * @return a tally that goes on where the other stood
     * @throws IllegalArgumentException where the bytes are no such state, are damaged, or of another version
     */
    public static Tally restore(byte[] snapshot) {
        TallySnapshot state = TallySnapshot.read(snapshot);
        return new Tally(state.shape(), state.cells(), state.accumulated(), state.deducted());
    }

    private void count(ActivityBlock block, int sign) {
        int end = block.offset() + block.length();
        PeriodTable table = shape.periods().table();
        int slot = table.slotOf(block.minAt());
        if (slot == table.slotOf(block.maxAt())) {
            int start = slot * shape.slab();
            CountLoops.within(cells, start, shape.shift(), block.seller(), block.step(), block.offset(), end, sign);
        } else {
            CountLoops.mixed(cells, shape, block.seller(), block.step(), block.at(), block.offset(), end, sign);
        }
    }

    private void check(ActivityBlock block) {
        if (block.length() > 0) {
            shape.checkCell(block.maxSeller(), block.maxStep());
        }
    }

    private int cell(int seller, long at, int step) {
        shape.checkCell(seller, step);
        return shape.cell(seller, shape.periods().table().slotOf(at), step);
    }

    private void addRows(long rows) {
        Checks.atMost("rows accumulated", accumulated + rows, Integer.MAX_VALUE);
        accumulated += rows;
    }

    private void takeRows(long rows) {
        Checks.atMost("rows deducted", deducted + rows, Integer.MAX_VALUE);
        deducted += rows;
    }
}
