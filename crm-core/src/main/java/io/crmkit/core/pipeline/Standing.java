package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

/**
 * Where an opportunity stands.
 *
 * @param pipeline the pipeline it moves through
 * @param stage the stage it is in
 * @param reached the furthest open stage it is known to have reached, whatever became of it since
 * @param outcome whether it is open, won or lost
 */
public record Standing(PipelineId pipeline, StageId stage, StageId reached, Outcome outcome) {

    /** Makes a standing. */
    public Standing {
        requireNonNull(pipeline, "pipeline");
        requireNonNull(stage, "stage");
        requireNonNull(reached, "reached");
        requireNonNull(outcome, "outcome");
    }
}
