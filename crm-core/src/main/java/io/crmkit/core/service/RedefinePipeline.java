package io.crmkit.core.service;

import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.value.Revision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a new version of a pipeline: all stages as they are to be.
 *
 * @param pipeline the pipeline
 * @param from the revision the caller has seen
 * @param stages the stages in order, 1 to 100
 * @param retired for each stage left out in which open opportunities stand, the name of the stage they move to
 */
public record RedefinePipeline(
        @NotNull PipelineId pipeline,
        @NotNull Revision from,
        @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull StageRevision> stages,
        @NotNull @Size(max = 100) Map<StageId, String> retired) {

    /**
     * One stage of the new version.
     *
     * @param keeps the stage it was in the version before, or null for a new one
     * @param definition what it is to be
     */
    public record StageRevision(
            @Nullable StageId keeps, @NotNull @Valid StageDefinition definition) {}
}
