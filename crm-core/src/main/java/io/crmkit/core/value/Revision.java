package io.crmkit.core.value;

/**
 * How often a record was stored.
 *
 * <p>A save names the revision it was made from; a store refuses it when the record has moved on since.
 *
 * @param number 0 for a record never stored, then 1, 2, 3 ...
 */
public record Revision(long number) {

    /** The revision of a record that was never stored. */
    public static final Revision NONE = new Revision(0);

    /**
     * Makes a revision.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public Revision {
        if (number < 0) {
            throw new IllegalArgumentException("revision must not be negative: " + number);
        }
    }

    /**
     * Says whether the record was never stored.
     *
     * @return true for {@link #NONE}
     */
    public boolean isNone() {
        return number == 0;
    }

    /**
     * Returns the revision that follows this one.
     *
     * @return the next revision
     */
    public Revision next() {
        return new Revision(number + 1);
    }
}
