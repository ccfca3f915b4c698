package io.crmkit.core.privacy;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Identifier;
import java.util.UUID;

/**
 * The identity of a suppression.
 *
 * @param value the UUID
 */
public record SuppressionId(UUID value) implements Identifier {

    /** Makes an identifier. */
    public SuppressionId {
        requireNonNull(value, "value");
    }

    /**
     * Reads an identifier from its text.
     *
     * @param text the UUID as {@link #toString} writes it
     * @return the identifier
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static SuppressionId parse(String text) {
        return new SuppressionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
