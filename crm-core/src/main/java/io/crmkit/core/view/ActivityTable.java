package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.team.SellerId;
import io.crmkit.metrics.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Activities counted by seller, period and step.
 *
 * @param steps the steps, in the order asked for
 * @param periods the periods, in order of time
 * @param all the counts of all sellers together, each activity once, those of sellers who may not be seen included
 * @param sellers the sellers that have anything to count, by name
 */
public record ActivityTable(List<ActivityType> steps, List<Period> periods, Cells all, List<Row> sellers) {

    /** Makes a table. */
    public ActivityTable {
        steps = List.copyOf(steps);
        periods = List.copyOf(periods);
        requireNonNull(all, "all");
        sellers = List.copyOf(sellers);
    }

    /**
     * A seller, and what counts as the seller's.
     *
     * @param seller the seller, or null for what is nobody's
     * @param name the seller's name, or {@code (no owner)}
     * @param team the name of the seller's team, or null
     * @param counts the counts
     */
    public record Row(
            @Nullable SellerId seller,
            String name,
            @Nullable String team,
            Cells counts) {

        /** Makes a row. */
        public Row {
            requireNonNull(name, "name");
            requireNonNull(counts, "counts");
        }
    }

    /** Counts by period and step. */
    public static final class Cells {

        private final long[] counts;
        private final int steps;

        /**
         * Makes cells.
         *
         * @param counts the counts, period by period, and step by step within each
         * @param steps how many steps a period has
         */
        public Cells(long[] counts, int steps) {
            this.counts = counts.clone();
            this.steps = steps;
        }

        /**
         * Returns one count.
         *
         * @param period the number of the period, from 0
         * @param step the number of the step, from 0
         * @return how many activities, 0 where there is none
         * @throws IndexOutOfBoundsException where there is no such period or step
         */
        public long count(int period, int step) {
            return counts[Objects.checkIndex(period, counts.length / steps) * steps + Objects.checkIndex(step, steps)];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Cells that && steps == that.steps && Arrays.equals(counts, that.counts);
        }

        @Override
        public int hashCode() {
            return 31 * steps + Arrays.hashCode(counts);
        }

        @Override
        public String toString() {
            return Arrays.toString(counts) + " by " + steps;
        }
    }
}
