package io.crmkit.core.service;

import io.crmkit.core.pipeline.StageKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The wish for a pipeline.
 *
 * @param name the name, 1 to 200 characters
 * @param stages the stages in order, 1 to 100
 */
public record DefinePipeline(
        @NotBlank @Size(max = 200) @PlainText String name,
        @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull StageDefinition> stages) {

    /**
     * One stage of the pipeline wished for.
     *
     * @param name the name, 1 to 100 characters
     * @param kind what it means to stand in it
     */
    public record StageDefinition(
            @NotBlank @Size(max = 100) @PlainText String name,
            @NotNull StageKind kind) {}
}
