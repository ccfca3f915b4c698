package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> what is listed
 * @param items the records, in the list's order
 * @param last the identifier to ask the next page after, or null when this page is the last
 */
public record Page<T>(List<T> items, @Nullable UUID last) {

    /** Makes a page. */
    public Page {
        items = List.copyOf(requireNonNull(items, "items"));
    }

    /**
     * Returns the request for the page that follows.
     *
     * @param size how many records at most
     * @return the request, or empty when this page is the last
     */
    public Optional<PageRequest> next(int size) {
        return last == null ? Optional.empty() : Optional.of(new PageRequest(size, last));
    }
}
