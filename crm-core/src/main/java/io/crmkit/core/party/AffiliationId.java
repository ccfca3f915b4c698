package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Identifier;
import java.util.UUID;

/**
 * The identity of an affiliation.
 *
 * @param value the UUID
 */
public record AffiliationId(UUID value) implements Identifier {

    /** Makes an identifier. */
    public AffiliationId {
        requireNonNull(value, "value");
    }

    /**
     * Reads an identifier from its text.
     *
     * @param text the UUID as {@link #toString} writes it
     * @return the identifier
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static AffiliationId parse(String text) {
        return new AffiliationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
