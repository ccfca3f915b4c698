package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Identifier;
import java.util.UUID;

/**
 * The identity of a document reference.
 *
 * @param value the UUID
 */
public record DocumentReferenceId(UUID value) implements Identifier {

    /** Makes an identifier. */
    public DocumentReferenceId {
        requireNonNull(value, "value");
    }

    /**
     * Reads an identifier from its text.
     *
     * @param text the UUID as {@link #toString} writes it
     * @return the identifier
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static DocumentReferenceId parse(String text) {
        return new DocumentReferenceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
