package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

/**
 * Which quote, and which revision of it.
 *
 * @param number the quote's number, the same for all its revisions
 * @param revision the revision, 1, 2, 3 ...
 */
public record QuoteNumber(DocumentNumber number, int revision) {

    /**
     * Makes a number.
     *
     * @throws IllegalArgumentException if the revision is not 1 or more
     */
    public QuoteNumber {
        requireNonNull(number, "number");
        if (revision < 1) {
            throw new IllegalArgumentException("revision must be 1 or more: " + revision);
        }
    }

    /**
     * Returns the number of the next revision.
     *
     * @return the same quote, one revision on
     */
    public QuoteNumber next() {
        return new QuoteNumber(number, revision + 1);
    }

    /** Writes the number as people read it: {@code Q-2026-00017}, from the second revision on {@code Q-2026-00017/2}. */
    @Override
    public String toString() {
        return revision == 1 ? number.toString() : number + "/" + revision;
    }
}
