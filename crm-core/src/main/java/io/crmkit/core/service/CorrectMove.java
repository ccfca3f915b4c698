package io.crmkit.core.service;

import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.value.Revision;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish to correct when an opportunity entered a stage. What was recorded before stays in the journal, and is
 * superseded.
 *
 * @param opportunity the opportunity
 * @param from the revision the caller has seen
 * @param enteredAt when it did enter the stage: not after now nor after it entered the next, and not before it entered the
 *     one before
 * @param move the revision that the move gave the opportunity, or null for the move into the stage it is in
 */
public record CorrectMove(
        @NotNull OpportunityId opportunity,
        @NotNull Revision from,
        @NotNull @FourDigitYear Instant enteredAt,
        @Nullable Revision move) {

    /**
     * Wishes to correct when an opportunity entered the stage it is in.
     *
     * @param opportunity the opportunity
     * @param from the revision the caller has seen
     * @param enteredAt when it did enter the stage
     */
    public CorrectMove(OpportunityId opportunity, Revision from, Instant enteredAt) {
        this(opportunity, from, enteredAt, null);
    }
}
