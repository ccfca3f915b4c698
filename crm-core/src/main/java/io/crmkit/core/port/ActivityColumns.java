package io.crmkit.core.port;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.team.SellerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Activities that count, in columns of numbers: a block of at most {@value #ROWS} rows, lent for the time of one call.
 *
 * <p>Row {@code i} is element {@code i} of every column, from 0 to {@link #rows()}, without; what stands behind is of no
 * meaning. A seller's or a type's number is its place in {@link #sellers()} or {@link #types()}, which grow from block to
 * block of one reading and never change a number. The next block is written into the same arrays: whoever wants to keep
 * rows copies them.
 */
public final class ActivityColumns {

    /** How many rows a block has at most. */
    public static final int ROWS = 4_096;

    private final List<@Nullable SellerId> sellers;
    private final List<ActivityType> types;
    private final int[] seller;
    private final int[] type;
    private final int[] shares;
    private final long[] at;
    private int rows;

    private ActivityColumns(
            List<@Nullable SellerId> sellers,
            List<ActivityType> types,
            int[] seller,
            int[] type,
            int[] shares,
            long[] at) {
        this.sellers = sellers;
        this.types = types;
        this.seller = seller;
        this.type = type;
        this.shares = shares;
        this.at = at;
    }

    /**
     * Returns how many rows there are.
     *
     * @return from 1 to {@value #ROWS}
     */
    public int rows() {
        return rows;
    }

    /**
     * Returns the sellers read until now, by their number.
     *
     * @return the sellers; null for those that may not be seen
     */
    public List<@Nullable SellerId> sellers() {
        return Collections.unmodifiableList(sellers);
    }

    /**
     * Returns the types read until now, by their number.
     *
     * @return the types
     */
    public List<ActivityType> types() {
        return Collections.unmodifiableList(types);
    }

    /**
     * Lends the numbers of the sellers.
     *
     * @return the array itself, not to be changed
     */
    public int[] seller() {
        return seller;
    }

    /**
     * Lends the numbers of the types.
     *
     * @return the array itself, not to be changed
     */
    public int[] type() {
        return type;
    }

    /**
     * Lends the numbers of sellers that share the activity in equal parts, 1 where it is whole.
     *
     * @return the array itself, not to be changed
     */
    public int[] shares() {
        return shares;
    }

    /**
     * Lends when the activities take place.
     *
     * @return the epoch seconds, fractions dropped; the array itself, not to be changed
     */
    public long[] at() {
        return at;
    }

    /**
     * Returns the same rows as nobody's.
     *
     * @return a block whose only seller is null; its other columns are this one's
     */
    public ActivityColumns ofNobody() {
        List<@Nullable SellerId> nobody = Collections.singletonList(null);
        ActivityColumns columns = new ActivityColumns(nobody, types, new int[rows], type, shares, at);
        columns.rows = rows;
        return columns;
    }

    /** Fills blocks one after the other, always the same one, and passes each on when it is full. */
    public static final class Filler {

        private final ActivityColumns columns = new ActivityColumns(
                new ArrayList<>(), new ArrayList<>(), new int[ROWS], new int[ROWS], new int[ROWS], new long[ROWS]);
        private final Map<SellerId, Integer> sellers = new HashMap<>();
        private final Map<ActivityType, Integer> types = new HashMap<>();
        private final Consumer<ActivityColumns> to;

        /**
         * Makes a filler.
         *
         * @param to who reads the blocks
         */
        public Filler(Consumer<ActivityColumns> to) {
            this.to = requireNonNull(to, "to");
        }

        /**
         * Adds a row.
         *
         * @param seller whose it is
         * @param type the type
         * @param shares how many sellers share it in equal parts, at least 1
         * @param at when it takes place
         */
        public void add(SellerId seller, ActivityType type, int shares, Instant at) {
            int row = columns.rows++;
            columns.seller[row] = number(seller, sellers, columns.sellers);
            columns.type[row] = number(type, types, columns.types);
            columns.shares[row] = shares;
            columns.at[row] = at.getEpochSecond();
            if (columns.rows == ROWS) {
                pass();
            }
        }

        private static <K> int number(K key, Map<K, Integer> numbers, List<? super K> keys) {
            Integer known = numbers.putIfAbsent(key, keys.size());
            if (known == null) {
                keys.add(key);
                return keys.size() - 1;
            }
            return known;
        }

        /** Passes on the rows that are left; called when all were added. */
        public void finish() {
            if (columns.rows > 0) {
                pass();
            }
        }

        private void pass() {
            to.accept(columns);
            columns.rows = 0;
        }
    }
}
