package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Gate;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Outlook;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineUse;
import io.crmkit.core.pipeline.PipelineUseException;
import io.crmkit.core.pipeline.Requirement;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageInUseException;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.pipeline.StageMoveException;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.service.RedefinePipeline.StageRevision;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pipelines that change while opportunities stand in them, and opportunities that change pipelines. */
class PipelineVersionsTest {

    private static final StageDefinition WON = new StageDefinition("Won", StageKind.WON);
    private static final StageDefinition LOST = new StageDefinition("Lost", StageKind.LOST);

    private final CrmSession crm = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(new MovingClock(Instant.parse("2026-05-04T12:00:00Z")))
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));
    private final Pipeline first = crm.pipelines()
            .define(new DefinePipeline(
                    "Sales", List.of(open("Lead", 10), open("Demo", 30), open("Offer", 60), WON, LOST)));

    private static StageDefinition open(String name, int probability) {
        return new StageDefinition(name, StageKind.OPEN, probability, ForecastCategory.PIPELINE, null, Gate.OPEN);
    }

    private static StageId id(Pipeline pipeline, String stage) {
        return pipeline.stageNamed(stage).orElseThrow().id();
    }

    private static StageRevision kept(Pipeline pipeline, StageDefinition definition) {
        return new StageRevision(
                pipeline.stageNamed(definition.name()).map(Stage::id).orElse(null), definition);
    }

    private Opportunity opened(Pipeline pipeline, @Nullable SellerId owner) {
        return crm.opportunities()
                .open(new OpenOpportunity(
                        "Pumps", pipeline.id(), new OpportunityParties(owner, null, null), null, null, null));
    }

    private Opportunity in(String stage) {
        Opportunity opened = opened(first, null);
        return crm.opportunities().move(opened.id(), id(first, stage), opened.revision());
    }

    /* without Demo, and with an Offer that asks for an amount */
    private RedefinePipeline withoutDemo(Map<StageId, String> retired) {
        StageDefinition strict = open("Offer", 80).behind(Gate.requiring(Requirement.AMOUNT));
        return new RedefinePipeline(
                first.id(),
                first.revision(),
                List.of(kept(first, open("Lead", 20)), kept(first, strict), kept(first, WON), kept(first, LOST)),
                retired);
    }

    @Test
    void anOldOpportunityIsJudgedByTheVersionItIsInAndANewOneByTheNewest() {
        Opportunity old = opened(first, null);
        Pipeline second = crm.pipelines().redefine(withoutDemo(Map.of()));
        Opportunity fresh = opened(second, null);

        assertEquals(2, second.version());
        assertEquals(first.stages(), second.definition(1).stages());
        assertEquals(
                id(first, "Offer"),
                crm.opportunities()
                        .move(old.id(), id(first, "Offer"), old.revision())
                        .standing()
                        .stage());
        StageMoveException refused = assertThrows(
                StageMoveException.class,
                () -> crm.opportunities().move(fresh.id(), id(second, "Offer"), fresh.revision()));
        assertEquals("opportunity 'Pumps' cannot enter stage 'Offer': amount must be given", refused.getMessage());
        // all at one instant, so that the history begins where that ended
        assertEquals(60, crm.opportunities().history(old.id()).get(0).state().probability());
        assertEquals(20, crm.opportunities().history(fresh.id()).get(0).state().probability());
    }

    @Test
    void aStageWithOpenOpportunitiesIsNotRetiredUnlessItIsSaidWhereTheyGo() {
        Opportunity demo = in("Demo");
        StageInUseException inUse =
                assertThrows(StageInUseException.class, () -> crm.pipelines().redefine(withoutDemo(Map.of())));
        assertEquals(
                "pipeline 'Sales' cannot retire stages with open opportunities, for which no other stage is named: "
                        + "'Demo' has 1",
                inUse.getMessage());
        assertEquals(Map.of(id(first, "Demo"), 1L), inUse.open());

        Pipeline second = crm.pipelines().redefine(withoutDemo(Map.of(id(first, "Demo"), "Lead")));

        Opportunity moved = crm.opportunities().find(demo.id()).orElseThrow();
        assertEquals(id(second, "Lead"), moved.standing().stage());
        assertEquals(2, moved.standing().version());
        assertEquals(List.of(id(second, "Lead"), id(first, "Demo"), id(first, "Lead")), stages(demo.id()));
    }

    private List<StageId> stages(OpportunityId id) {
        return crm.journal().of(id).stream()
                .flatMap(change -> change.fields().stream())
                .filter(field -> field.field().equals("standing.stage"))
                .map(field -> StageId.parse(String.valueOf(field.after())))
                .toList();
    }

    @Test
    void aRetiredStageIsFollowedByOneWhoseGateLetsTheOpportunitiesIn() {
        in("Demo");
        assertThrows(
                StageMoveException.class,
                () -> crm.pipelines().redefine(withoutDemo(Map.of(id(first, "Demo"), "Offer"))));
        assertEquals(1, crm.pipelines().find(first.id()).orElseThrow().version());
    }

    @Test
    void whatARedefinitionNamesMustExist() {
        InvalidCommandException refused = assertThrows(
                InvalidCommandException.class,
                () -> crm.pipelines().redefine(withoutDemo(Map.of(id(first, "Demo"), "Nowhere"))));
        assertEquals(
                "RedefinePipeline is not valid: retired 'Nowhere' must name a stage of the new version",
                refused.getMessage());
    }

    @Test
    void anOpportunityMovesToAnotherPipelineByAMappingOrStartsAnew() {
        Pipeline other = crm.pipelines()
                .define(new DefinePipeline("Service", List.of(open("Call", 5), open("Bid", 50), WON, LOST)));
        Opportunity demo = in("Demo");
        RelocateOpportunity anew = RelocateOpportunity.anew(demo.id(), demo.revision(), other.id());

        InvalidCommandException unmapped = assertThrows(
                InvalidCommandException.class,
                () -> crm.opportunities().relocate(anew.mapping(Map.of(id(first, "Lead"), id(other, "Call")))));
        assertEquals(
                "RelocateOpportunity is not valid: stages '" + id(first, "Demo")
                        + "' must be mapped to a stage of the new pipeline",
                unmapped.getMessage());

        Opportunity mapped = crm.opportunities().relocate(anew.mapping(Map.of(id(first, "Demo"), id(other, "Bid"))));
        assertEquals(id(other, "Bid"), mapped.standing().stage());
        assertEquals(other.id(), mapped.standing().pipeline());
        Opportunity back =
                crm.opportunities().relocate(RelocateOpportunity.anew(mapped.id(), mapped.revision(), first.id()));
        assertEquals(id(first, "Lead"), back.standing().stage());
        assertEquals(id(first, "Lead"), back.standing().reached());
    }

    @Test
    void aPipelineOfATeamIsUsedByTheTeamAndThoseBeneathItAlone() {
        Team region = crm.teams().add(new AddTeam("Region", null));
        Team north = crm.teams().add(new AddTeam("North", null, region.id(), null));
        Team elsewhere = crm.teams().add(new AddTeam("Elsewhere", null));
        Seller anna = crm.sellers().add(new AddSeller("Anna", north.id()));
        Seller bert = crm.sellers().add(new AddSeller("Bert", elsewhere.id()));
        Pipeline theirs = crm.pipelines()
                .define(new DefinePipeline("Region", List.of(open("Lead", 10), WON))
                        .usedFor(new PipelineUse("Service", Set.of(region.id()))));

        Opportunity deal = opened(theirs, anna.id());
        PipelineUseException refused = assertThrows(PipelineUseException.class, () -> opened(theirs, bert.id()));
        assertEquals("pipeline 'Region' is not used by the team of seller " + bert.id(), refused.getMessage());
        assertThrows(
                PipelineUseException.class, () -> crm.opportunities().handOver(deal.id(), bert.id(), deal.revision()));
        assertEquals(List.of(first, theirs), crm.pipelines().usedBy(anna.id()));
        assertEquals(List.of(first), crm.pipelines().usedBy(bert.id()));
    }

    @Test
    void manyMovesAreEachJudgedByTheSameGateAndNoneIsLost() {
        Pipeline strict = crm.pipelines()
                .define(new DefinePipeline(
                        "Strict",
                        List.of(
                                open("Lead", 10),
                                open("Offer", 50).behind(Gate.requiring(Requirement.AMOUNT, Requirement.OWNER)))));
        Opportunity bare = opened(strict, null);
        Seller anna = crm.sellers().add(new AddSeller("Anna", null));
        Opportunity ready = crm.opportunities()
                .open(new OpenOpportunity(
                        "Valves",
                        strict.id(),
                        new OpportunityParties(anna.id(), null, null),
                        null,
                        Money.of("1", "EUR"),
                        null));
        StageId offer = id(strict, "Offer");
        OpportunityId nowhere = new OpportunityId(new UUID(7, 7));

        MoveReport report = crm.opportunities()
                .moveAll(List.of(
                        MoveOpportunity.to(bare.id(), offer, bare.revision()),
                        MoveOpportunity.to(ready.id(), offer, ready.revision()),
                        MoveOpportunity.to(nowhere, offer, bare.revision()),
                        MoveOpportunity.to(ready.id(), offer, ready.revision().next())));

        assertEquals(4, report.results().size());
        StageMoveException gate = assertInstanceOf(
                StageMoveException.class, report.results().get(0).refusal().orElseThrow());
        assertEquals(
                List.of("parties.owner", "amount"),
                gate.missing().stream().map(StageMoveException.Missing::name).toList());
        assertEquals(
                offer,
                crm.opportunities().find(ready.id()).orElseThrow().standing().stage());
        assertEquals(bare, crm.opportunities().find(bare.id()).orElseThrow());
        assertInstanceOf(
                NotFoundException.class, report.results().get(2).refusal().orElseThrow());
        assertInstanceOf(
                StaleRevisionException.class, report.results().get(3).refusal().orElseThrow());
        assertEquals(1, report.moved().size());
    }

    @Test
    void whatIsClosedIsReopenedWhereItHadCome() {
        Opportunity demo = in("Demo");
        Opportunity lost = crm.opportunities().move(demo.id(), id(first, "Lost"), demo.revision());
        Opportunity again = crm.opportunities().reopen(lost.id(), lost.revision());
        assertEquals(Outcome.OPEN, again.standing().outcome());
        assertEquals(id(first, "Demo"), again.standing().stage());
        assertNull(again.dates().closedOn());
        assertEquals(
                "opportunity 'Pumps' must be won or lost to be reopened; it is open",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> crm.opportunities().reopen(again.id(), again.revision()))
                        .getMessage());
    }

    @Test
    void whatWasSaidByHandStaysUntilItIsReleased() {
        Opportunity demo = in("Demo");
        Opportunity byHand = crm.opportunities()
                .change(ChangeOpportunity.of(demo).with(new Outlook(35, ForecastCategory.COMMIT, "Call", null)));
        Opportunity renamed =
                crm.opportunities().change(ChangeOpportunity.of(byHand).named("Pumps for Graz"));
        assertEquals(35, renamed.outlook().probability());
        assertEquals(ForecastCategory.COMMIT, renamed.outlook().category());
        Opportunity released = crm.opportunities().release(renamed.id(), renamed.revision());
        assertNull(released.outlook().probability());
        assertNull(released.outlook().category());
        assertEquals("Call", released.outlook().nextStep());
    }
}
