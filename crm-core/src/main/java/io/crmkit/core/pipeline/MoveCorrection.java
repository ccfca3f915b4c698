package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Revision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a stage was entered that was left since: it takes the place of what was recorded with the move.
 *
 * @param move the revision the move gave the opportunity
 * @param enteredAt when the stage was entered, kept to the microsecond
 */
public record MoveCorrection(Revision move, Instant enteredAt) {

    /** Makes a correction. */
    public MoveCorrection {
        requireNonNull(move, "move");
        enteredAt = requireNonNull(enteredAt, "enteredAt").truncatedTo(ChronoUnit.MICROS);
    }
}
