package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an opportunity stands.
 *
 * @param pipeline the pipeline it moves through
 * @param version the version of the pipeline it is judged by, 1 or more
 * @param stage the stage it is in
 * @param reached the furthest open stage it is known to have reached, whatever became of it since
 * @param outcome whether it is open, won or lost
 * @param enteredAt when it entered the stage, kept to the microsecond, or null where not known
 */
public record Standing(
        PipelineId pipeline,
        int version,
        StageId stage,
        StageId reached,
        Outcome outcome,
        @Nullable Instant enteredAt) {

    /**
     * Makes a standing.
     *
     * @throws IllegalArgumentException if the version is not 1 or more
     */
    public Standing {
        requireNonNull(pipeline, "pipeline");
        requireNonNull(stage, "stage");
        requireNonNull(reached, "reached");
        requireNonNull(outcome, "outcome");
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more: " + version);
        }
        enteredAt = enteredAt == null ? null : enteredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Makes a standing in a pipeline's first version, entered nobody knows when.
     *
     * @param pipeline the pipeline it moves through
     * @param stage the stage it is in
     * @param reached the furthest open stage it is known to have reached
     * @param outcome whether it is open, won or lost
     */
    public Standing(PipelineId pipeline, StageId stage, StageId reached, Outcome outcome) {
        this(pipeline, 1, stage, reached, outcome, null);
    }

    /**
     * Returns the standing of an opportunity that enters a stage with nothing known of its past.
     *
     * @param pipeline the pipeline, in its newest version
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
        return new Standing(pipeline.id(), pipeline.version(), stage.id(), reached.id(), outcome, null);
    }

    /**
     * Returns the same standing, entered at an instant.
     *
     * @param at when the stage was entered, or null where not known
     * @return a copy that differs in it only
     */
    public Standing enteredAt(@Nullable Instant at) {
        return new Standing(pipeline, version, stage, reached, outcome, at);
    }

    /**
     * Returns the standing after a move to another stage of the same pipeline.
     *
     * @param to the stage moved to
     * @param through the pipeline, in the version it is judged by
     * @return the standing; what was reached before stays reached
     */
    Standing movedTo(Stage to, Pipeline through) {
        Standing fresh = in(through, to);
        boolean further = through.order(fresh.reached) > through.order(reached);
        return new Standing(pipeline, version, to.id(), further ? fresh.reached : reached, fresh.outcome, null);
    }
}
