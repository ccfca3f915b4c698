package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.value.Revision;
import java.time.Instant;
import java.util.List;

/**
 * A move of an opportunity to a stage, the opening being the first.
 *
 * @param revision the revision that the move gave the opportunity, by which it is corrected
 * @param stage the stage entered
 * @param at when it was entered, as far as is known now
 * @param superseded when it was said to have been entered before that, the first said first; none where nothing was
 *     corrected
 */
public record StageMove(Revision revision, StageId stage, Instant at, List<Instant> superseded) {

    /** Makes a move. */
    public StageMove {
        requireNonNull(revision, "revision");
        requireNonNull(stage, "stage");
        requireNonNull(at, "at");
        superseded = List.copyOf(superseded);
    }
}
