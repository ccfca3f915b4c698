package io.crmkit.core.service;

import io.crmkit.core.pipeline.Ending;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Revision;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish to move an opportunity to a stage.
 *
 * @param opportunity the opportunity
 * @param stage the stage, one of its own pipeline
 * @param from the revision the caller has seen
 * @param ending why it is won or lost, or null
 * @param approvedBy the seller who approved, other than the one in charge, or null
 * @param at when it took place: not after now, and not before the stage it is in was entered; or null for now
 */
public record MoveOpportunity(
        @NotNull OpportunityId opportunity,
        @NotNull StageId stage,
        @NotNull Revision from,
        @Nullable Ending ending,
        @Nullable SellerId approvedBy,
        @FourDigitYear @Nullable Instant at) {

    /**
     * Wishes to move an opportunity, with nothing to say about it.
     *
     * @param opportunity the opportunity
     * @param stage the stage
     * @param from the revision the caller has seen
     * @return the command
     */
    public static MoveOpportunity to(OpportunityId opportunity, StageId stage, Revision from) {
        return new MoveOpportunity(opportunity, stage, from, null, null, null);
    }

    /**
     * Wishes the same, saying why it ended.
     *
     * @param reason why it is won or lost
     * @return a copy that differs in its ending only
     */
    public MoveOpportunity because(Ending reason) {
        return new MoveOpportunity(opportunity, stage, from, reason, approvedBy, at);
    }

    /**
     * Wishes the same, approved.
     *
     * @param seller who approved
     * @return a copy that differs in its approval only
     */
    public MoveOpportunity approvedBy(SellerId seller) {
        return new MoveOpportunity(opportunity, stage, from, ending, seller, at);
    }

    /**
     * Wishes the same, having taken place before.
     *
     * @param instant when it took place
     * @return a copy that differs in its instant only
     */
    public MoveOpportunity at(Instant instant) {
        return new MoveOpportunity(opportunity, stage, from, ending, approvedBy, instant);
    }
}
