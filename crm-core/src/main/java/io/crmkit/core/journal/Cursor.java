package io.crmkit.core.journal;

/**
 * Where a reader of the journal stands, and how much it takes at once.
 *
 * @param sequence the sequence read last, itself not read again; 0 before the first change
 * @param limit how many changes at most, 1 to 1,000
 */
public record Cursor(long sequence, int limit) {

    /** The greatest number of changes read at once. */
    public static final int LARGEST = 1_000;

    /** Before the first change, as much as can be read at once. */
    public static final Cursor START = new Cursor(0, LARGEST);

    /** After the last change, as much as can be read at once, for reading backwards. */
    public static final Cursor END = new Cursor(Long.MAX_VALUE, LARGEST);

    /**
     * Makes a cursor.
     *
     * @throws IllegalArgumentException if the sequence is negative or the limit is not 1 to 1,000
     */
    public Cursor {
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence must not be negative: sequence = " + sequence);
        }
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("limit must be 1 to " + LARGEST + ": limit = " + limit);
        }
    }

    /**
     * Moves the cursor.
     *
     * @param read the sequence read last
     * @return the cursor behind it, of the same limit
     */
    public Cursor at(long read) {
        return new Cursor(read, limit);
    }
}
