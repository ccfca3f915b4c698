package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Identifier;
import java.util.UUID;

/**
 * The identity of a stage of a pipeline.
 *
 * @param value the UUID
 */
public record StageId(UUID value) implements Identifier {

    /** Makes an identifier. */
    public StageId {
        requireNonNull(value, "value");
    }

    /**
     * Reads an identifier from its text.
     *
     * @param text the UUID as {@link #toString} writes it
     * @return the identifier
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static StageId parse(String text) {
        return new StageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
