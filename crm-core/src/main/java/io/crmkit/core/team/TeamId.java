package io.crmkit.core.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Identifier;
import java.util.UUID;

/**
 * The identity of a team.
 *
 * @param value the UUID
 */
public record TeamId(UUID value) implements Identifier {

    /** Makes an identifier. */
    public TeamId {
        requireNonNull(value, "value");
    }

    /**
     * Reads an identifier from its text.
     *
     * @param text the UUID as {@link #toString} writes it
     * @return the identifier
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static TeamId parse(String text) {
        return new TeamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
