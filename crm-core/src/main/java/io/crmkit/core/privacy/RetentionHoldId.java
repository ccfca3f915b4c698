package io.crmkit.core.privacy;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Identifier;
import java.util.UUID;

/**
 * The identity of a retention hold.
 *
 * @param value the UUID
 */
public record RetentionHoldId(UUID value) implements Identifier {

    /** Makes an identifier. */
    public RetentionHoldId {
        requireNonNull(value, "value");
    }

    /**
     * Reads an identifier from its text.
     *
     * @param text the UUID as {@link #toString} writes it
     * @return the identifier
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static RetentionHoldId parse(String text) {
        return new RetentionHoldId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
