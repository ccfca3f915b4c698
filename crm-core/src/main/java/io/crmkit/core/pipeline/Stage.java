package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;

/**
 * One step of a pipeline.
 *
 * @param id the identity
 * @param name the customer's name for the stage, 1 to 100 characters
 * @param kind what it means to stand in it
 */
public record Stage(StageId id, String name, StageKind kind) {

    /**
     * Makes a stage.
     *
     * @throws IllegalArgumentException if the name breaks its rule
     */
    public Stage {
        requireNonNull(id, "id");
        Text.required("name", name, 100);
        requireNonNull(kind, "kind");
    }
}
