package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.insight.Rotting;
import io.crmkit.core.insight.StageHistory;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLabel;
import io.crmkit.core.pipeline.OpportunityLine;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.port.Deal;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.service.Commands.Rule;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.view.OpportunityPeriod;
import io.crmkit.core.view.RottingAnswer;
import io.crmkit.core.view.RottingRule;
import io.crmkit.core.view.StageMove;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
     * Opens an opportunity, today, in the first open stage of its pipeline; it is the owner's team's unless another is said.
     *
     * @param command what is known of it
     * @return the opportunity as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the pipeline, the team, the company or a person does not exist
     * @throws io.crmkit.core.pipeline.StageMoveException with all that is missing, if the gate of the first stage asks for
     *     a field that is not given
     * @throws io.crmkit.core.pipeline.PipelineUseException if the pipeline is not used by the owner's team
     */
    public Opportunity open(OpenOpportunity command) {
        OpenOpportunity open = call().commands().check(command);
        new Mentions().add(open.parties()).require(call());
        return opened(open);
    }

    /** Opens an opportunity with whom it is known to be with. */
    Opportunity opened(OpenOpportunity open) {
        StageMoves moves = new StageMoves(call());
        Pipeline pipeline = moves.pipeline(open.pipeline());
        new PipelineTeams(call()).requireUsed(pipeline, open.parties().owner());
        LocalDate today = LocalDate.now(call().clock());
        return added(pipeline.admit(new Opportunity(
                new OpportunityId(call().ids().next()),
                Revision.NONE,
                new OpportunityLabel(open.name(), null, open.product()),
                withTeam(open.parties()),
                Standing.in(pipeline, pipeline.openStages().get(0)).enteredAt(moves.now()),
                new OpportunityDates(today, open.expectedClose(), null),
                open.amount())));
    }

    /* the owner's, where no other is said */
    private OpportunityParties withTeam(OpportunityParties parties) {
        return parties.team() == null ? parties.withTeam(teamOf(parties.owner())) : parties;
    }

    private @Nullable TeamId teamOf(@Nullable SellerId seller) {
        return seller == null
                ? null
                : call().stores()
                        .sellers()
                        .find(call().tenant(), seller)
                        .map(Seller::team)
                        .orElse(null);
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
        return changed(stored, new StageMoves(call()).moved(stored, move));
    }

    /**
     * Moves many opportunities in one transaction, each by the gates a single move passes. A move that is refused says why
     * and holds up none of the others; an opportunity named twice is moved from the revision its first move gives it.
     *
     * @param commands the moves, at most 1,000
     * @return what became of each, in the same order; nothing is left out
     * @throws IllegalArgumentException if there are over 1,000
     * @throws StaleRevisionException if somebody else changed one while they were being moved; nothing is stored
     */
    public MoveReport moveAll(List<MoveOpportunity> commands) {
        return new BulkMoves(call()).of(commands);
    }

    /**
     * Opens a won or lost opportunity again, in the furthest open stage it had reached.
     *
     * @param id the opportunity
     * @param from the revision the caller has seen
     * @return the opportunity as stored
     * @throws NotFoundException if the opportunity does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws IllegalArgumentException if it is open
     * @throws io.crmkit.core.pipeline.StageMoveException with all that is missing, if the stage's gate keeps it out
     */
    public Opportunity reopen(OpportunityId id, Revision from) {
        return move(MoveOpportunity.to(id, StageMoves.reopened(current(id, from)), from));
    }

    /**
     * Moves an opportunity to another pipeline, or to the newest version of its own: to the stage that takes the place of
     * the one it is in, or anew.
     *
     * @param command which opportunity, where to, and which stage takes the place of which
     * @return the opportunity as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule, or the stage it is in is not mapped
     * @throws NotFoundException if the opportunity, the pipeline or a stage named does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws io.crmkit.core.pipeline.StageMoveException with all that is missing, if the stage's gate keeps it out
     * @throws io.crmkit.core.pipeline.PipelineUseException if the pipeline is not used by the owner's team
     */
    public Opportunity relocate(RelocateOpportunity command) {
        RelocateOpportunity wish = call().commands().check(command);
        Opportunity stored = current(wish.opportunity(), wish.from());
        return changed(stored, new StageMoves(call()).relocated(stored, wish));
    }

    /**
     * Corrects when an opportunity entered the stage it is in, or one it was in before; where it is won or lost, the day it
     * closed with the last. History and metrics count what is said last; {@link #moves} tells what was said before.
     *
     * @param command which opportunity, and when it did
     * @return the opportunity as stored
     * @throws io.crmkit.core.value.InvalidCommandException if the instant is after now or after it entered the next
     *     stage, or before it entered the stage before, or the revision is no move's
     * @throws NotFoundException if the opportunity does not exist
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Opportunity correct(CorrectMove command) {
        CorrectMove correct = call().commands().check(command);
        Opportunity stored = current(correct.opportunity(), correct.from());
        return changed(stored, new StageMoves(call()).corrected(stored, correct, moves(stored.id())));
    }

    /**
     * Lists the moves of an opportunity, each with the instant it took place at as far as is known now, and those that were
     * said before.
     *
     * @param id the opportunity
     * @return the moves in order, the opening first; none where the opportunity does not exist
     */
    public List<StageMove> moves(OpportunityId id) {
        return StageHistory.moves(call().stores(), call().tenant(), id);
    }

    /**
     * Takes back what was said by hand of an opportunity's probability and forecast category; its stage's count again.
     *
     * @param id the opportunity
     * @param from the revision the caller has seen
     * @return the opportunity as stored
     * @throws NotFoundException if the opportunity does not exist
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Opportunity release(OpportunityId id, Revision from) {
        Opportunity stored = current(id, from);
        return changed(stored, stored.released());
    }

    /**
     * Hands an opportunity over to another seller; it becomes the seller's team's where it was the owner's team's before, and
     * stays where it was set apart. All else stays as it is.
     *
     * @param id the opportunity
     * @param to the seller whose it is to be
     * @param from the revision the caller has seen
     * @return the opportunity as stored
     * @throws NotFoundException if the opportunity or the seller does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws io.crmkit.core.pipeline.PipelineUseException if its pipeline is not used by the seller's team
     */
    public Opportunity handOver(OpportunityId id, SellerId to, Revision from) {
        Opportunity stored = current(id, from);
        Seller seller = call().stores()
                .sellers()
                .find(call().tenant(), requireNonNull(to, "to"))
                .orElseThrow(() -> new NotFoundException(to));
        OpportunityParties parties = stored.parties();
        Pipeline pipeline = new StageMoves(call()).pipeline(stored.standing().pipeline());
        new PipelineTeams(call()).requireUsed(pipeline, seller.id());
        boolean isOfOwners = Objects.equals(parties.team(), teamOf(parties.owner()));
        OpportunityParties handed = parties.withOwner(seller.id());
        return changed(stored, stored.withParties(isOfOwners ? handed.withTeam(seller.team()) : handed));
    }

    /**
     * Gives an opportunity to a team; its owner stays.
     *
     * @param id the opportunity
     * @param team the team whose it is to be, or null for none
     * @param from the revision the caller has seen
     * @return the opportunity as stored
     * @throws NotFoundException if the opportunity or the team does not exist
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Opportunity assign(OpportunityId id, @Nullable TeamId team, Revision from) {
        Opportunity stored = current(id, from);
        OpportunityParties parties = stored.parties().withTeam(team);
        requireKnown(stored, parties);
        return changed(stored, stored.withParties(parties));
    }

    /**
     * Says who decides at the customer, and whom to speak to first.
     *
     * @param command the opportunity, and all of them as they are to be
     * @return the opportunity as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws NotFoundException if the opportunity or one of the persons does not exist
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Opportunity change(ChangeContacts command) {
        ChangeContacts change = call().commands().check(command);
        Opportunity stored = current(change.opportunity(), change.from());
        OpportunityParties parties =
                stored.parties().withContact(change.contact()).withRoles(change.roles());
        requireKnown(stored, parties);
        return changed(stored, stored.withParties(parties));
    }

    private void requireKnown(Opportunity stored, OpportunityParties parties) {
        new Mentions().add(parties).except(new Mentions().add(stored.parties())).require(call());
    }

    /**
     * Says what is negotiated. The amounts stay what the seller said; {@link Opportunity#differsFromLines()} of the answer
     * tells whether they are other than what the lines come to.
     *
     * @param command the opportunity, and its lines as they are to be
     * @return the opportunity as stored
     * @throws io.crmkit.core.value.InvalidCommandException naming every field of every line that breaks its rule, or the
     *     lines if they come to more than money can state
     * @throws NotFoundException if the opportunity or a product does not exist
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Opportunity change(ChangeLines command) {
        LinePrices prices = new LinePrices(call().commands());
        ChangeLines change = call().commands().check(command, prices::broken);
        List<OpportunityLine> lines = prices.addable(change.opportunityLines());
        Opportunity stored = current(change.opportunity(), change.from());
        products(lines).except(products(stored.lines())).require(call());
        return changed(stored, stored.withLines(lines));
    }

    private static Mentions products(List<OpportunityLine> lines) {
        Mentions products = new Mentions();
        lines.forEach(line -> products.add(line.product()));
        return products;
    }

    /**
     * Sets the amounts of an opportunity to what its lines come to.
     *
     * @param id the opportunity
     * @param from the revision the caller has seen
     * @return the opportunity as stored
     * @throws NotFoundException if the opportunity does not exist
     * @throws StaleRevisionException if somebody else changed it since
     * @throws io.crmkit.core.value.InvalidCommandException if it has no lines
     */
    public Opportunity worthItsLines(OpportunityId id, Revision from) {
        Opportunity stored = current(id, from);
        if (stored.lines().isEmpty()) {
            throw call().commands().refused("WorthItsLines", "opportunity.lines", null, Rule.of("crmkit.linesGiven"));
        }
        return changed(stored, stored.worthItsLines());
    }

    /**
     * Tells an opportunity's life: where it stood, what it was worth and how it was counted on, from when until when, and
     * who changed it.
     *
     * @param id the opportunity
     * @return periods that follow each other without gap or overlap, the last one lasting; none where the opportunity does
     *     not exist
     */
    public List<OpportunityPeriod> history(OpportunityId id) {
        return StageHistory.of(call().stores(), call().tenant(), id);
    }

    /**
     * Changes what is known of an opportunity; where it stands stays as it is.
     *
     * @param command the opportunity, and everything as it is to be
     * @return the opportunity as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule, or the amounts are of two
     *     currencies
     * @throws NotFoundException if the opportunity, or a team, company or person new to it, does not exist
     * @throws StaleRevisionException if somebody else changed it since
     */
    public Opportunity change(ChangeOpportunity command) {
        ChangeOpportunity change = call().commands().check(command, wish -> wish.ofTwoCurrencies(call().commands()));
        Opportunity stored = current(change.opportunity(), change.from());
        requireKnown(stored, change.parties());
        OpportunityLabel label =
                new OpportunityLabel(change.name(), stored.label().reference(), change.product());
        return changed(
                stored,
                stored.described(label, change.parties(), change.expectedClose())
                        .worth(change.amount(), change.recurring())
                        .withOutlook(change.outlook()));
    }

    /**
     * Says whether an opportunity has grown stale by now, and why.
     *
     * @param id the opportunity
     * @param rule what keeps one from growing stale
     * @return the answer
     * @throws NotFoundException if the opportunity does not exist
     */
    public RottingAnswer rotting(OpportunityId id, RottingRule rule) {
        return rotting(rule).of(required(id));
    }

    /**
     * Lists the opportunities of a seller that have grown stale by now, each with the reason.
     *
     * @param owner the seller
     * @param rule what keeps one from growing stale
     * @param request how many to look at, and after which
     * @return the rotten ones, by ascending identity; a page may hold fewer than asked for, even none, and is the last only
     *     where it says so
     */
    public Page<RottingAnswer> rotten(SellerId owner, RottingRule rule, PageRequest request) {
        return rotting(rule).rotten(owner, request);
    }

    /**
     * Lists what a seller has open, with the names of the companies and people it is with, read at once.
     *
     * @param owner the seller
     * @param request how many, and after which
     * @return the page, by ascending identity
     */
    public Page<Deal> portfolio(SellerId owner, PageRequest request) {
        Criterion<Opportunity> open = OpportunityFields.OWNER.is(owner).and(OpportunityFields.OUTCOME.is(Outcome.OPEN));
        return call().stores().facts().deals(call().tenant(), open, request);
    }

    private Rotting rotting(RottingRule rule) {
        return new Rotting(
                call().stores(),
                call().tenant(),
                call().clock().getZone(),
                rule,
                call().clock().instant(),
                call().commands()::words);
    }
}
