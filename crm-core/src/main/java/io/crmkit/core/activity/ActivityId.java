package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Identifier;
import java.util.UUID;

/**
 * The identity of an activity.
 *
 * @param value the UUID
 */
public record ActivityId(UUID value) implements Identifier {

    /** Makes an identifier. */
    public ActivityId {
        requireNonNull(value, "value");
    }

    /**
     * Reads an identifier from its text.
     *
     * @param text the UUID as {@link #toString} writes it
     * @return the identifier
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static ActivityId parse(String text) {
        return new ActivityId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
