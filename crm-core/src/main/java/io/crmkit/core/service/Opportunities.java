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
public final class Opportunities extends ExtensibleRecords<Opportunity, OpportunityId> {

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
     * @throws io.crmkit.core.pipeline.StageMoveException with all that is missing, if the gate of the first stage asks for
     *     a field that is not given
     */
    public Opportunity open(OpenOpportunity command) {
        OpenOpportunity open = call().commands().check(command);
        Pipeline pipeline = pipeline(open.pipeline());
        LocalDate today = LocalDate.now(call().clock());
        return added(pipeline.admit(new Opportunity(
                new OpportunityId(call().ids().next()),
                Revision.NONE,
                new OpportunityLabel(open.name(), null, open.product()),
                open.parties(),
                Standing.in(pipeline, pipeline.openStages().get(0)),
                new OpportunityDates(today, open.expectedClose(), null),
                open.amount())));
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
     * @throws io.crmkit.core.pipeline.StageMoveException with all that is missing, if the stage's gate keeps it out
     */
    public Opportunity move(OpportunityId id, StageId stage, Revision from) {
        return move(MoveOpportunity.to(id, stage, from));
    }

    /**
     * Moves an opportunity to a stage, saying why it ended, or who approved.
     *
     * @param command which opportunity, and where to
     * @return the opportunity as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the opportunity does not exist, or its pipeline has no such stage
     * @throws StaleRevisionException if somebody else changed it since
     * @throws io.crmkit.core.pipeline.StageMoveException with all that is missing, if the stage's gate keeps it out
     */
    public Opportunity move(MoveOpportunity command) {
        MoveOpportunity move = call().commands().check(command);
        Opportunity stored = current(move.opportunity(), move.from());
        Pipeline pipeline = pipeline(stored.standing().pipeline());
        Stage to = pipeline.stage(move.stage()).orElseThrow(() -> new NotFoundException(move.stage()));
        Opportunity explained = move.ending() == null ? stored : stored.withEnding(move.ending());
        boolean approved = move.approvedBy() != null
                && !move.approvedBy().equals(stored.parties().owner());
        return changed(stored, explained.movedTo(to, pipeline, LocalDate.now(call().clock()), approved));
    }

    /**
     * Changes what is known of an opportunity; where it stands stays as it is.
     *
     * @param command the opportunity, and everything as it is to be
     * @return the opportunity as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the opportunity does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws IllegalArgumentException if the amounts are of two currencies
     */
    public Opportunity change(ChangeOpportunity command) {
        ChangeOpportunity change = call().commands().check(command);
        Opportunity stored = current(change.opportunity(), change.from());
        OpportunityLabel label =
                new OpportunityLabel(change.name(), stored.label().reference(), change.product());
        return changed(
                stored,
                stored.described(label, change.parties(), change.expectedClose())
                        .worth(change.amount(), change.recurring())
                        .withOutlook(change.outlook()));
    }

    private Pipeline pipeline(PipelineId id) {
        return call().stores().pipelines().find(call().tenant(), id).orElseThrow(() -> new NotFoundException(id));
    }
}
