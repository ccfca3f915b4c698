package io.crmkit.core.port;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.document.HostDocument;
import java.util.UUID;

/**
 * A document as the host's system tells of it.
 *
 * @param key what tells it from every other document of the feed, always the same; a number as {@code new UUID(0, number)}.
 *     Never the nil UUID
 * @param document what is known of it
 */
public record FedDocument(UUID key, HostDocument document) {

    /**
     * Makes a document.
     *
     * @throws IllegalArgumentException if the key is nil
     */
    public FedDocument {
        requireNonNull(document, "document");
        if (requireNonNull(key, "key").equals(FeedQuery.NIL)) {
            throw new IllegalArgumentException("key must not be nil: " + document.link());
        }
    }
}
