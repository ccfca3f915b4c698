package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import java.util.List;

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

    /**
     * Returns the standing of an opportunity that enters a stage with nothing known of its past.
     *
     * @param pipeline the pipeline
     * @param stage the stage, one of the pipeline's
     * @return the standing; a won opportunity has reached the last open stage, a lost one the first
     */
    public static Standing in(Pipeline pipeline, Stage stage) {
        Outcome outcome = stage.kind().outcome();
        List<Stage> open = pipeline.openStages();
        Stage reached = switch (outcome) {
            case OPEN -> stage;
            case WON -> open.get(open.size() - 1);
            case LOST -> open.get(0);
        };
        return new Standing(pipeline.id(), stage.id(), reached.id(), outcome);
    }

    /**
     * Returns the standing after a move to another stage of the same pipeline.
     *
     * @param to the stage moved to
     * @param through the pipeline
     * @return the standing; what was reached before stays reached
     */
    Standing movedTo(Stage to, Pipeline through) {
        Standing fresh = in(through, to);
        boolean further = through.order(fresh.reached) > through.order(reached);
        return new Standing(pipeline, to.id(), further ? fresh.reached : reached, fresh.outcome);
    }
}
