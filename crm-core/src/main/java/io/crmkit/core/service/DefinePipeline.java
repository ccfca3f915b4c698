package io.crmkit.core.service;

import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Gate;
import io.crmkit.core.pipeline.PipelineUse;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a pipeline.
 *
 * @param name the name, 1 to 200 characters
 * @param stages the stages in order, 1 to 100
 * @param use what it is for, and who uses it
 */
public record DefinePipeline(
        @NotBlank @Size(max = 200) @PlainText String name,
        @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull StageDefinition> stages,
        @NotNull PipelineUse use) {

    /**
     * Wishes for a pipeline for everything and everybody.
     *
     * @param name the name, 1 to 200 characters
     * @param stages the stages in order, 1 to 100
     */
    public DefinePipeline(String name, List<StageDefinition> stages) {
        this(name, stages, PipelineUse.ANY);
    }

    /**
     * Wishes for the same pipeline, for something or somebody.
     *
     * @param purpose the type of business it is for, and the teams that use it
     * @return a copy that differs in its use only
     */
    public DefinePipeline usedFor(PipelineUse purpose) {
        return new DefinePipeline(name, stages, purpose);
    }

    /**
     * One stage of the pipeline wished for.
     *
     * @param name the name, 1 to 100 characters
     * @param kind what it means to stand in it
     * @param probability how probable a contract is for what stands in it, 0 to 100 %, or null
     * @param category how surely what stands in it is counted on
     * @param rottingDays after how many quiet days an opportunity grows stale in it, or null for never
     * @param gate what must be so before it is entered
     */
    public record StageDefinition(
            @NotBlank @Size(max = 100) @PlainText String name,
            @NotNull StageKind kind,
            @Min(0) @Max(100) @Nullable Integer probability,
            @NotNull ForecastCategory category,
            @Min(1) @Max(3_650) @Nullable Integer rottingDays,
            @NotNull Gate gate) {

        /**
         * Wishes for a stage that anything may enter and nothing grows stale in.
         *
         * @param name the name, 1 to 100 characters
         * @param kind what it means to stand in it
         */
        public StageDefinition(String name, StageKind kind) {
            this(name, kind, null, kind.category(), null, Gate.OPEN);
        }

        /**
         * Wishes for the same stage behind a gate.
         *
         * @param other what must be so before it is entered
         * @return a copy that differs in its gate only
         */
        public StageDefinition behind(Gate other) {
            return new StageDefinition(name, kind, probability, category, rottingDays, other);
        }

        Stage stage(StageId id) {
            return new Stage(id, name, kind, probability, category, rottingDays, gate);
        }
    }
}
