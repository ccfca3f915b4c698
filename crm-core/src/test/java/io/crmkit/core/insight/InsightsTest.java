package io.crmkit.core.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.service.AddProduct;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.AddTeam;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.service.OpenOpportunity;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.PipelineOutlook;
import io.crmkit.core.view.SalesMonth;
import io.crmkit.core.view.SellerFunnel;
import io.crmkit.core.view.StageMonth;
import io.crmkit.core.view.TeamFunnel;
import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Period;
import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.forecast.WeightedPipeline;
import io.crmkit.metrics.funnel.StepCount;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the records say, told on the in-memory adapter. */
class InsightsTest {

    private static final Instant MAY_4 = Instant.parse("2026-05-04T12:00:00Z");
    private static final Period MAY = Period.month(YearMonth.of(2026, 5), ZoneOffset.UTC);

    private final CrmSession crm = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(Clock.fixed(MAY.until().minusSeconds(1), ZoneOffset.UTC))
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));

    private Seller seller(String name) {
        return crm.sellers().add(new AddSeller(name, null));
    }

    private void held(ActivityType type, SellerId seller, int times) {
        for (int i = 0; i < times; i++) {
            crm.activities().record(RecordActivity.held(type, seller, MAY_4));
        }
    }

    private static List<Long> counts(SellerFunnel funnel) {
        return funnel.report().steps().stream().map(StepCount::count).toList();
    }

    private static List<Long> counts(TeamFunnel funnel) {
        return funnel.all().steps().stream().map(StepCount::count).toList();
    }

    private Pipeline pipeline() {
        return crm.pipelines()
                .define(new DefinePipeline(
                        "Sales",
                        List.of(
                                new StageDefinition("Lead", StageKind.OPEN),
                                new StageDefinition("Offer", StageKind.OPEN),
                                new StageDefinition("Paused", StageKind.ON_HOLD),
                                new StageDefinition("Won", StageKind.WON),
                                new StageDefinition("Lost", StageKind.LOST))));
    }

    private void opportunity(
            Pipeline pipeline,
            String stage,
            @Nullable SellerId owner,
            @Nullable Money amount,
            @Nullable String product) {
        Opportunity opened = crm.opportunities()
                .open(new OpenOpportunity(
                        "Pumps",
                        pipeline.id(),
                        new OpportunityParties(owner, null, null),
                        product,
                        amount,
                        LocalDate.of(2026, 7, 1)));
        if (!stage.equals("Lead")) {
            crm.opportunities()
                    .move(opened.id(), pipeline.stageNamed(stage).orElseThrow().id(), opened.revision());
        }
    }

    @Test
    void countsWhatEachSellerHeldStepByStep() {
        Seller zoe = seller("Zoe");
        Seller anna = seller("Anna");
        seller("Idle");
        held(ActivityType.CALL, zoe.id(), 4);
        held(ActivityType.CALL, anna.id(), 3);
        held(ActivityType.MEETING, anna.id(), 2);
        held(ActivityType.named("Trade fair"), anna.id(), 1);

        TeamFunnel funnel = crm.insights().activityFunnel(List.of(ActivityType.CALL, ActivityType.MEETING), MAY);

        assertEquals(List.of(7L, 2L), counts(funnel));
        assertEquals(
                List.of("Anna", "Zoe"),
                funnel.sellers().stream().map(SellerFunnel::name).toList());
        assertEquals(List.of(3L, 2L), counts(funnel.sellers().get(0)));
        assertEquals(List.of(4L, 0L), counts(funnel.sellers().get(1)));
    }

    @Test
    void countsOnlyWhatWasHeldAndOnlyInThePeriod() {
        SellerId anna = seller("Anna").id();
        for (ActivityState state : ActivityState.values()) {
            crm.activities().record(new RecordActivity(ActivityType.CALL, anna, MAY_4, state, ActivitySubjects.NONE));
        }
        crm.activities()
                .record(RecordActivity.held(ActivityType.CALL, anna, MAY.from().minusNanos(1_000)));
        crm.activities().record(RecordActivity.held(ActivityType.CALL, anna, MAY.until()));

        assertEquals(
                List.of(1L, 0L),
                counts(crm.insights().activityFunnel(List.of(ActivityType.CALL, ActivityType.MEETING), MAY)));
    }

    @Test
    void hasAnActivityPeriodOnlyWhereSomethingWasHeld() {
        assertEquals(Optional.empty(), crm.insights().activityPeriod());
        held(ActivityType.CALL, seller("Anna").id(), 1);
        assertEquals(
                Optional.of(new Period(MAY_4, MAY_4.plusNanos(1_000))),
                crm.insights().activityPeriod());
    }

    @Test
    void countsAnOpportunityInEveryStepUpToTheFurthestItReached() {
        Pipeline pipeline = pipeline();
        SellerId anna = seller("Anna").id();
        opportunity(pipeline, "Lead", anna, null, null);
        opportunity(pipeline, "Offer", anna, null, null);
        opportunity(pipeline, "Paused", anna, null, null);
        opportunity(pipeline, "Won", anna, null, null);
        opportunity(pipeline, "Lost", null, null, null);

        TeamFunnel funnel = crm.insights().opportunityFunnel(pipeline.id());

        assertEquals(
                List.of("Lead", "Offer", "Won"),
                funnel.all().steps().stream().map(StepCount::step).toList());
        assertEquals(List.of(5L, 3L, 1L), counts(funnel));
        assertTrue(funnel.all().overall().caveats().contains(Caveat.CENSORED_SHARE_HIGH));
        assertEquals(
                List.of("(no owner)", "Anna"),
                funnel.sellers().stream().map(SellerFunnel::name).toList());
        assertEquals(List.of(1L, 0L, 0L), counts(funnel.sellers().get(0)));
    }

    @Test
    void namesTheTeamOfEachSeller() {
        var north = crm.teams().add(new AddTeam("North", null));
        held(
                ActivityType.CALL,
                crm.sellers().add(new AddSeller("Anna", north.id())).id(),
                1);
        TeamFunnel funnel = crm.insights().activityFunnel(List.of(ActivityType.CALL, ActivityType.MEETING), MAY);
        assertEquals("North", funnel.sellers().get(0).team());
    }

    @Test
    void leavesWhatIsOpenOutOfTheWinRate() {
        Pipeline pipeline = pipeline();
        SellerId anna = seller("Anna").id();
        SellerId zoe = seller("Zoe").id();
        opportunity(pipeline, "Won", anna, null, null);
        opportunity(pipeline, "Lost", anna, null, null);
        opportunity(pipeline, "Offer", anna, null, null);
        opportunity(pipeline, "Offer", zoe, null, null);

        var chart = crm.insights().winRates(pipeline.id());

        assertEquals(Proportion.of(1, 2), chart.team());
        assertEquals(Proportion.of(1, 2), chart.sellers().get(0).count().proportion());
        assertEquals(Proportion.of(0, 0), chart.sellers().get(1).count().proportion());
    }

    @Test
    void valuesWhatIsOpenByItsAmountOrElseItsListPrice() {
        Pipeline pipeline = pipeline();
        crm.products().add(new AddProduct("Pump", null, Money.of("100", "EUR")));
        opportunity(pipeline, "Won", null, Money.of("1", "EUR"), null);
        opportunity(pipeline, "Lost", null, Money.of("1", "EUR"), null);
        opportunity(pipeline, "Offer", null, Money.of("1000", "EUR"), "Pump");
        opportunity(pipeline, "Offer", null, null, "Pump");
        opportunity(pipeline, "Lead", null, Money.of("50", "USD"), null);
        opportunity(pipeline, "Lead", null, null, "Pmup");

        PipelineOutlook outlook = crm.insights().outlook(pipeline.id());

        assertEquals(4, outlook.open());
        assertEquals(1, outlook.atListPrice());
        assertEquals(1, outlook.unvalued());
        assertEquals(Proportion.of(1, 2), outlook.winHistory());
        WeightedPipeline euro = outlook.byCurrency().get(0);
        assertEquals("Offer", euro.groups().get(0).group());
        assertEquals(0, euro.total().value().value().compareTo(new java.math.BigDecimal("1100")));
        assertEquals(2, outlook.byCurrency().size());
        assertEquals(
                List.of(
                        new StageMonth("Lead", YearMonth.of(2026, 7), 2),
                        new StageMonth("Offer", YearMonth.of(2026, 7), 2)),
                outlook.byExpectedClose());
        assertEquals(YearMonth.of(2026, 5), outlook.byOpened().get(0).month());
    }

    @Test
    void addsUpSalesByMonthAndCurrency() {
        Pipeline pipeline = pipeline();
        opportunity(pipeline, "Won", null, Money.of("10", "EUR"), null);
        opportunity(pipeline, "Won", null, Money.of("5.50", "EUR"), null);
        opportunity(pipeline, "Won", null, Money.of("7", "USD"), null);
        opportunity(pipeline, "Lost", null, Money.of("9", "EUR"), null);

        List<SalesMonth> sales = crm.insights().sales();

        assertEquals(2, sales.size());
        assertEquals(2, sales.get(0).won());
        Amount euros = sales.get(0).total();
        assertTrue(euros != null && euros.value().compareTo(new java.math.BigDecimal("15.50")) == 0);
        assertEquals(YearMonth.of(2026, 5), sales.get(1).month());
    }

    @Test
    void refusesAPipelineThatDoesNotExist() {
        PipelineId nowhere = new PipelineId(new UUID(9, 9));
        var refused = assertThrows(NotFoundException.class, () -> crm.insights().outlook(nowhere));
        assertEquals("PipelineId " + nowhere + " does not exist", refused.getMessage());
    }
}
