package io.crmkit.core.service;

import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Revision;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wish to move an opportunity to another pipeline, or to the newest version of its own.
 *
 * @param opportunity the opportunity
 * @param from the revision the caller has seen
 * @param pipeline the pipeline moved to, in its newest version
 * @param stages for stages of the version left, which stage of the new one takes its place; none to start anew in the first
 *     open stage. The stage it is in must be among them; where the furthest stage it has reached is not, the new stage
 *     counts as the furthest
 * @param approvedBy the seller who approved, other than the one in charge, or null
 */
public record RelocateOpportunity(
        @NotNull OpportunityId opportunity,
        @NotNull Revision from,
        @NotNull PipelineId pipeline,
        @NotNull @Size(max = 100) Map<StageId, StageId> stages,
        @Nullable SellerId approvedBy) {

    /**
     * Wishes to start anew in another pipeline.
     *
     * @param opportunity the opportunity
     * @param from the revision the caller has seen
     * @param pipeline the pipeline moved to
     * @return the command
     */
    public static RelocateOpportunity anew(OpportunityId opportunity, Revision from, PipelineId pipeline) {
        return new RelocateOpportunity(opportunity, from, pipeline, Map.of(), null);
    }

    /**
     * Wishes the same, going on in the stages that take the places of those left.
     *
     * @param places which stage takes the place of which
     * @return a copy that differs in it only
     */
    public RelocateOpportunity mapping(Map<StageId, StageId> places) {
        return new RelocateOpportunity(opportunity, from, pipeline, places, approvedBy);
    }

    /**
     * Wishes the same, approved.
     *
     * @param seller who approved
     * @return a copy that differs in its approval only
     */
    public RelocateOpportunity approvedBy(SellerId seller) {
        return new RelocateOpportunity(opportunity, from, pipeline, stages, seller);
    }
}
