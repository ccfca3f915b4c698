package io.crmkit.core.service;

import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.value.Revision;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * The wish to correct when an opportunity entered the stage it is in. What was recorded before stays in the journal, and is
 * superseded.
 *
 * @param opportunity the opportunity
 * @param from the revision the caller has seen
 * @param enteredAt when it did enter the stage: not after now, and not before it entered the stage before
 */
public record CorrectMove(
        @NotNull OpportunityId opportunity,
        @NotNull Revision from,
        @NotNull @FourDigitYear Instant enteredAt) {}
