package io.crmkit.metrics.fact;

/**
 * Some thousand activities in columns that are lent, not copied, with the least and greatest of each column.
 *
 * <p>Definition: row {@code i} of the block is element {@code offset + i} of every column.
 *
 * <ul>
 *   <li>Shape: five arrays, an offset and a length; 18 bytes a row.
 *   <li>Unit: the second, counted from 1970-01-01T00:00Z, for {@link #at()}; dense ids from 0 for all the others.
 *   <li>Range: ids are not negative; steps and outcomes go up to 127. Rows may be in any order, and repeated: a row
 *       that is there twice counts twice.
 *   <li>Nothing to divide by: a block may be empty; it then has no least or greatest, and those methods give 0.
 *   <li>Errors: columns of unequal length, an offset or length outside of them, or a negative id, are an {@link
 *       IllegalArgumentException} that names the column and the row.
 * </ul>
 *
 * <p>What it is not: a copy. Whoever lends the arrays must not change them after; ids changed afterwards may be counted
 * in the wrong cell, or end in an {@link ArrayIndexOutOfBoundsException}.
 */
public final class ActivityBlock {

    /** How many rows a block holds where this package cuts the blocks. */
    public static final int ROWS = 4_096;

    private final int[] seller;
    private final byte[] step;
    private final long[] at;
    private final byte[] outcome;
    private final int[] subject;
    private final int offset;
    private final int length;
    private final BlockBounds bounds;

    private ActivityBlock(int[] seller, byte[] step, long[] at, byte[] outcome, int[] subject, int offset, int length) {
        this.seller = seller;
        this.step = step;
        this.at = at;
        this.outcome = outcome;
        this.subject = subject;
        this.offset = offset;
        this.length = length;
        this.bounds = BlockBounds.of(this);
    }

    /**
     * Obtains the block of some rows of five columns.
     *
     * @param seller the sellers' ids
     * @param step the steps' ids
     * @param at the epoch seconds
     * @param outcome the outcomes' ids
     * @param subject the subjects' ids
     * @param offset the first row
     * @param length how many rows
     * @return the block, which keeps the arrays
     * @throws IllegalArgumentException where the columns do not match, or an id is negative
     */
    public static ActivityBlock of(
            int[] seller, byte[] step, long[] at, byte[] outcome, int[] subject, int offset, int length) {
        Checks.sameLength("step", step.length, seller.length);
        Checks.sameLength("at", at.length, seller.length);
        Checks.sameLength("outcome", outcome.length, seller.length);
        Checks.sameLength("subject", subject.length, seller.length);
        Checks.range(offset, length, seller.length);
        int end = offset + length;
        ColumnCheck.ids("seller", seller, offset, end, Integer.MAX_VALUE);
        ColumnCheck.codes("step", step, offset, end, 128);
        ColumnCheck.codes("outcome", outcome, offset, end, 128);
        ColumnCheck.ids("subject", subject, offset, end, Integer.MAX_VALUE);
        return new ActivityBlock(seller, step, at, outcome, subject, offset, length);
    }

    /**
     * Lends the column of sellers.
     *
     * @return the array itself, not to be changed
     */
    public int[] seller() {
        return seller;
    }

    /**
     * Lends the column of steps.
     *
     * @return the array itself, not to be changed
     */
    public byte[] step() {
        return step;
    }

    /**
     * Lends the column of epoch seconds.
     *
     * @return the array itself, not to be changed
     */
    public long[] at() {
        return at;
    }

    /**
     * Lends the column of outcomes.
     *
     * @return the array itself, not to be changed
     */
    public byte[] outcome() {
        return outcome;
    }

    /**
     * Lends the column of subjects.
     *
     * @return the array itself, not to be changed
     */
    public int[] subject() {
        return subject;
    }

    /**
     * Obtains the place of the first row in every column.
     *
     * @return the offset
     */
    public int offset() {
        return offset;
    }

    /**
     * Counts the rows.
     *
     * @return how many rows the block has
     */
    public int length() {
        return length;
    }

    /**
     * Obtains the earliest instant of the block.
     *
     * @return the least epoch second, 0 for an empty block
     */
    public long minAt() {
        return bounds.minAt();
    }

    /**
     * Obtains the latest instant of the block.
     *
     * @return the greatest epoch second, 0 for an empty block
     */
    public long maxAt() {
        return bounds.maxAt();
    }

    /**
     * Obtains the greatest id among the sellers.
     *
     * @return the id, 0 for an empty block
     */
    public int maxSeller() {
        return bounds.maxSeller();
    }

    /**
     * Obtains the least id among the sellers.
     *
     * @return the id, 0 for an empty block
     */
    public int minSeller() {
        return bounds.minSeller();
    }

    /**
     * Obtains the greatest id among the steps.
     *
     * @return the id, 0 for an empty block
     */
    public int maxStep() {
        return bounds.maxStep();
    }

    /**
     * Obtains the least id among the subjects.
     *
     * @return the id, 0 for an empty block
     */
    public int minSubject() {
        return bounds.minSubject();
    }

    /**
     * Obtains the greatest id among the subjects.
     *
     * @return the id, 0 for an empty block
     */
    public int maxSubject() {
        return bounds.maxSubject();
    }
}
