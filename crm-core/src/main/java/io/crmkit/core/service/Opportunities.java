package io.crmkit.core.service;

import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLabel;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Revision;
import java.time.LocalDate;

/** The negotiations that may become contracts. */
public final class Opportunities extends Records<Opportunity, OpportunityId> {

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Opportunities(Call call) {
        super(call, call.stores().opportunities());
    }

    /**
     * Opens an opportunity, today, in the first open stage of its pipeline.
     *
     * @param command what is known of it
     * @return the opportunity as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the pipeline does not exist
     */
    public Opportunity open(OpenOpportunity command) {
        OpenOpportunity open = call().commands().check(command);
        Pipeline pipeline = pipeline(open.pipeline());
        LocalDate today = LocalDate.now(call().clock());
        return added(new Opportunity(
                new OpportunityId(call().ids().next()),
                Revision.NONE,
                new OpportunityLabel(open.name(), null, open.product()),
                open.parties(),
                Standing.in(pipeline, pipeline.openStages().get(0)),
                new OpportunityDates(today, open.expectedClose(), null),
                open.amount()));
    }

    /**
     * Moves an opportunity to a stage; in a won or lost stage it closes today, in an open one it is open again.
     *
     * @param id the opportunity
     * @param stage the stage, one of its own pipeline
     * @param from the revision the caller has seen
     * @return the opportunity as stored
     * @throws NotFoundException if the opportunity does not exist, or its pipeline has no such stage
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Opportunity move(OpportunityId id, StageId stage, Revision from) {
        Opportunity stored = required(id);
        if (!stored.revision().equals(from)) {
            throw new StaleRevisionException(id, from, stored.revision());
        }
        Pipeline pipeline = pipeline(stored.standing().pipeline());
        Stage to = pipeline.stage(stage).orElseThrow(() -> new NotFoundException(stage));
        return changed(stored, stored.movedTo(to, pipeline, LocalDate.now(call().clock())));
    }

    private Pipeline pipeline(PipelineId id) {
        return call().stores().pipelines().find(call().tenant(), id).orElseThrow(() -> new NotFoundException(id));
    }
}
