package io.crmkit.core.value;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, asked for by the key after which it starts (keyset paging).
 *
 * @param size how many records at most, 1 to 1,000
 * @param after the identifier of the last record already seen, or null for the first page
 */
public record PageRequest(int size, @Nullable UUID after) {

    /** The greatest page size. */
    public static final int LARGEST = 1_000;

    /**
     * Makes a request.
     *
     * @throws IllegalArgumentException if the size is not 1 to 1,000
     */
    public PageRequest {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("page size must be 1 to " + LARGEST + ": " + size);
        }
    }

    /**
     * Asks for the first page.
     *
     * @param size how many records at most
     * @return the request
     */
    public static PageRequest first(int size) {
        return new PageRequest(size, null);
    }

    /**
     * Asks for the page after a record.
     *
     * @param last the last record already seen
     * @return the request
     */
    public PageRequest after(Identifier last) {
        return new PageRequest(size, last.value());
    }
}
