package io.crmkit.core.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of rows: how a row is read, and how many are stored at once.
 *
 * @param <D> a row as read, with names where identities will be
 */
interface Batch<D> {

    /** How many rows are stored at once. */
    int SIZE = 1_000;

    /**
     * Reads a row. What cannot be read is noted in the row.
     *
     * @param row the row
     * @return what was read, or null where too little was
     */
    @Nullable
    D read(Row row);

    /**
     * Stores rows.
     *
     * @param drafts the rows, in the order of the file, each without a problem
     * @return the problems of rows that could not be stored; one per row
     */
    List<RowProblem> store(List<D> drafts);

    /** Called when all rows were read. */
    default void finish() {}
}
