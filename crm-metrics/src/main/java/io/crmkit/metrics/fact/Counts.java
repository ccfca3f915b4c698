package io.crmkit.metrics.fact;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What a {@link Tally} has counted, for reading: any seller, any stretch of periods, any step in constant time.
 *
 * <p>Definition: the count of a stretch from period {@code from} to {@code until} is the sum over the periods {@code
 * from}, {@code from + 1}, … {@code until - 1}.
 *
 * <ul>
 *   <li>Shape: sums over the periods before each period, for every seller and for all of them together.
 *   <li>Unit: activities; ratios, not percent.
 *   <li>Range: counts from zero; a ratio from zero, and over one where a later step was counted more often than an
 *       earlier one.
 *   <li>Nothing to divide by: an empty stretch counts zero, and a ratio to zero is empty.
 *   <li>Errors: a seller, period or step that does not exist is an {@link IllegalArgumentException} that names it.
 * </ul>
 *
 * <p>What it is not: a proportion. Calls and meetings of a month are not linked to each other; see {@link
 * OrderedFunnel} for what came after what.
 */
public final class Counts {

    private final CubeShape shape;
    private final int[] sums;
    private final long[] teamSums;
    private final long outside;

    private Counts(CubeShape shape, int[] sums, long[] teamSums, long outside) {
        this.shape = shape;
        this.sums = sums;
        this.teamSums = teamSums;
        this.outside = outside;
    }

    static Counts of(CubeShape shape, int[] cells) {
        int slab = shape.slab();
        int periods = shape.periods().size();
        long outside = sum(shape, cells, 0) + sum(shape, cells, periods + 1);
        int[] sums = new int[(periods + 1) * slab];
        for (int cell = slab; cell < sums.length; cell++) {
            checkCell(shape, cell, cells[cell]);
            sums[cell] = sums[cell - slab] + cells[cell];
        }
        return new Counts(shape, sums, teamSums(shape, sums), outside);
    }

    private static long sum(CubeShape shape, int[] cells, int slot) {
        long sum = 0;
        for (int cell = slot * shape.slab(); cell < (slot + 1) * shape.slab(); cell++) {
            checkCell(shape, cell, cells[cell]);
            sum += cells[cell];
        }
        return sum;
    }

    private static void checkCell(CubeShape shape, int cell, int count) {
        if (count < 0) {
            int inSlab = cell % shape.slab();
            throw new IllegalStateException("more was deducted than accumulated: seller = "
                    + (inSlab >> shape.shift()) + ", period = " + (cell / shape.slab() - 1) + ", step = "
                    + (inSlab & ((1 << shape.shift()) - 1)) + ", count = " + count);
        }
    }

    private static long[] teamSums(CubeShape shape, int[] sums) {
        int stride = 1 << shape.shift();
        long[] team = new long[sums.length / shape.slab() * stride];
        for (int cell = 0; cell < sums.length; cell++) {
            team[cell / shape.slab() * stride + (cell & (stride - 1))] += sums[cell];
        }
        return team;
    }

    /**
     * Obtains the periods.
     *
     * @return the periods
     */
    public Periods periods() {
        return shape.periods();
    }

    /**
     * Counts the sellers.
     *
     * @return how many sellers there may be
     */
    public int sellers() {
        return shape.sellers();
    }

    /**
     * Counts the steps.
     *
     * @return how many steps there are
     */
    public int steps() {
        return shape.steps();
    }

    /**
     * Counts the activities before the first and after the last period.
     *
     * @return how many there were
     */
    public long outside() {
        return outside;
    }

    /**
     * Counts the activities of a seller.
     *
     * @param seller the seller's id
     * @param from the first period
     * @param until the first period after
     * @param step the step's id
     * @return the count
     * @throws IllegalArgumentException where there is no such seller or step, or {@code 0 <= from <= until <= periods}
     *     does not hold
     */
    public long count(int seller, int from, int until, int step) {
        shape.checkCell(seller, step);
        checkStretch(from, until);
        long before = sums[shape.cell(seller, from, step)];
        return sums[shape.cell(seller, until, step)] - before;
    }

    /**
     * Counts the activities of all sellers together.
     *
     * @param from the first period
     * @param until the first period after
     * @param step the step's id
     * @return the count
     * @throws IllegalArgumentException where there is no such step, or {@code 0 <= from <= until <= periods} does not
     *     hold
     */
    public long total(int from, int until, int step) {
        Checks.below("step", step, shape.steps());
        checkStretch(from, until);
        return teamSums[(until << shape.shift()) + step] - teamSums[(from << shape.shift()) + step];
    }

    /**
     * Computes how many of one step a seller has for each of another.
     *
     * @param seller the seller's id
     * @param from the first period
     * @param until the first period after
     * @param step the step counted: meetings
     * @param per the step it is measured by: calls
     * @return the ratio of the two counts, or nothing where the second is zero
     * @throws IllegalArgumentException as {@link #count}
     */
    public OptionalDouble ratio(int seller, int from, int until, int step, int per) {
        return ratio(count(seller, from, until, step), count(seller, from, until, per));
    }

    /**
     * Computes how many of one step all sellers together have for each of another.
     *
     * @param from the first period
     * @param until the first period after
     * @param step the step counted: meetings
     * @param per the step it is measured by: calls
     * @return the ratio of the two counts, or nothing where the second is zero
     * @throws IllegalArgumentException as {@link #total}
     */
    public OptionalDouble totalRatio(int from, int until, int step, int per) {
        return ratio(total(from, until, step), total(from, until, per));
    }

    private static OptionalDouble ratio(long count, long per) {
        return per == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / per);
    }

    private void checkStretch(int from, int until) {
        if (from < 0 || until < from || until > shape.periods().size()) {
            throw new IllegalArgumentException("periods must hold 0 <= from <= until <= "
                    + shape.periods().size() + ": from = " + from + ", until = " + until);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts that
                && shape.equals(that.shape)
                && outside == that.outside
                && Arrays.equals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        return "counts of " + shape.sellers() + " sellers, " + shape.steps() + " steps, " + shape.periods();
    }
}
