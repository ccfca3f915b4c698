package io.crmkit.metrics.fact;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Activities in columns, cut into blocks that know their least and greatest instants and ids.
 *
 * <p>Definition: the rows of the blocks, one block after the other.
 *
 * <ul>
 *   <li>Shape: blocks of {@value ActivityBlock#ROWS} rows where this class cuts them, of any length where they are
 *       given; 18 bytes a row and some 100 bytes a block. Nothing is boxed.
 *   <li>Unit: the second; dense ids from 0 for seller, step, outcome and subject.
 *   <li>Range: any number of rows, in any order; counts by period do not depend on the order, while {@link
 *       OrderedFunnel} asks for the order of time within each subject, see {@link #bySubject}. A row that is there
 *       twice counts twice.
 *   <li>Nothing to divide by: there may be no rows.
 *   <li>Errors: see {@link ActivityBlock}.
 * </ul>
 *
 * <p>What it is not: a store. Nothing is looked up by key, written to disk, or removed; counts are corrected by {@link
 * Tally#deduct(ActivityBlock)}.
 */
public final class ActivityFacts {

    private final List<ActivityBlock> blocks;
    private final long size;

    private ActivityFacts(List<ActivityBlock> blocks) {
        this.blocks = blocks;
        this.size = blocks.stream().mapToLong(ActivityBlock::length).sum();
    }

    /**
     * Obtains facts from blocks that the host has filled, or lends.
     *
     * @param blocks the blocks, of any lengths
     * @return the facts
     */
    public static ActivityFacts of(List<ActivityBlock> blocks) {
        return new ActivityFacts(List.copyOf(blocks));
    }

    /**
     * Obtains facts from whole columns, which are lent, not copied.
     *
     * @param seller the sellers' ids
     * @param step the steps' ids
     * @param at the epoch seconds
     * @param outcome the outcomes' ids
     * @param subject the subjects' ids
     * @return the facts, which keep the arrays
     * @throws IllegalArgumentException where the columns are not of equal length, or an id is negative
     */
    public static ActivityFacts of(int[] seller, byte[] step, long[] at, byte[] outcome, int[] subject) {
        List<ActivityBlock> blocks = new ArrayList<>(seller.length / ActivityBlock.ROWS + 1);
        int from = 0;
        do {
            int length = Math.min(ActivityBlock.ROWS, seller.length - from);
            blocks.add(ActivityBlock.of(seller, step, at, outcome, subject, from, length));
            from += length;
        } while (from < seller.length);
        return new ActivityFacts(List.copyOf(blocks));
    }

    /**
     * Obtains facts from records, each read once and not kept.
     *
     * @param activities the records, read to the end
     * @param encoder which gives the ids, and knows the keys behind them
     * @return the facts
     * @throws IllegalArgumentException where a step is unknown, or there are too many keys
     */
    public static ActivityFacts of(Iterator<Activity> activities, ActivityEncoder encoder) {
        requireNonNull(encoder, "encoder");
        List<ActivityBlock> blocks = new ArrayList<>();
        while (activities.hasNext()) {
            blocks.add(encoder.block(activities));
        }
        return new ActivityFacts(List.copyOf(blocks));
    }

    /**
     * Lists the blocks, for several threads to share out.
     *
     * @return the blocks, in order
     */
    public List<ActivityBlock> blocks() {
        return blocks;
    }

    /**
     * Counts the rows.
     *
     * @return how many rows there are
     */
    public long size() {
        return size;
    }

    /**
     * Codes the rows by period, seller and step, two bytes a row, for counts that are repeated.
     *
     * @param periods the periods that the rows are sorted into
     * @return the coded rows
     * @throws IllegalArgumentException where the ids of sellers and steps are too great for two bytes
     */
    public CodedFacts coded(Periods periods) {
        return CodedFacts.of(this, periods);
    }

    /**
     * Clusters the rows of some steps by subject, each subject's in order of time, for {@link OrderedFunnel}.
     *
     * @param steps the ids of the steps whose rows are kept
     * @return the clustered rows
     * @throws IllegalArgumentException where a step is not from 0 to 127, or an instant is 68 years or more from 2000
     */
    public SubjectFacts bySubject(int... steps) {
        return SubjectFacts.of(this, steps);
    }
}
