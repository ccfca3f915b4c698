package io.crmkit.core.service;

import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.PipelineUse;
import io.crmkit.core.value.Revision;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The wish to call a pipeline otherwise, or to use it for something else.
 *
 * @param pipeline the pipeline
 * @param from the revision the caller has seen
 * @param name the name, 1 to 200 characters
 * @param use the type of business it is for, and the teams that use it
 */
public record UsePipeline(
        @NotNull PipelineId pipeline,
        @NotNull Revision from,
        @NotBlank @Size(max = 200) @PlainText String name,
        @NotNull PipelineUse use) {}
