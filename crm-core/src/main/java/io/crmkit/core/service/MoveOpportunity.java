package io.crmkit.core.service;

import io.crmkit.core.pipeline.Ending;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Revision;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The wish to move an opportunity to a stage.
 *
 * @param opportunity the opportunity
 * @param stage the stage, one of its own pipeline
 * @param from the revision the caller has seen
 * @param ending why it is won or lost, or null
 * @param approvedBy the seller who approved, other than the one in charge, or null
 */
public record MoveOpportunity(
        @NotNull OpportunityId opportunity,
        @NotNull StageId stage,
        @NotNull Revision from,
        @Nullable Ending ending,
        @Nullable SellerId approvedBy) {

    /**
     * Wishes to move an opportunity, with nothing to say about it.
     *
     * @param opportunity the opportunity
     * @param stage the stage
     * @param from the revision the caller has seen
     * @return the command
     */
    public static MoveOpportunity to(OpportunityId opportunity, StageId stage, Revision from) {
        return new MoveOpportunity(opportunity, stage, from, null, null);
    }

    /**
     * Wishes the same, saying why it ended.
     *
     * @param reason why it is won or lost
     * @return a copy that differs in its ending only
     */
    public MoveOpportunity because(Ending reason) {
        return new MoveOpportunity(opportunity, stage, from, reason, approvedBy);
    }

    /**
     * Wishes the same, approved.
     *
     * @param seller who approved
     * @return a copy that differs in its approval only
     */
    public MoveOpportunity approvedBy(SellerId seller) {
        return new MoveOpportunity(opportunity, stage, from, ending, seller);
    }
}
