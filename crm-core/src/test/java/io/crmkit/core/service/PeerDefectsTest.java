package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Gate;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Outlook;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.ClosePeriod;
import io.crmkit.core.view.RottingAnswer;
import io.crmkit.core.view.RottingAnswer.Verdict;
import io.crmkit.core.view.RottingRule;
import io.crmkit.metrics.funnel.StepCount;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What peers get wrong, told by a small copy of the peer's rule beside ours. */
class PeerDefectsTest {

    private static final Instant MAY_4 = Instant.parse("2026-05-04T12:00:00Z");

    private final MovingClock clock = new MovingClock(MAY_4);
    private final CrmSession crm = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(clock)
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));
    private final SellerId anna = crm.sellers().add(new AddSeller("Anna", null)).id();
    private final Pipeline pipeline = crm.pipelines()
            .define(new DefinePipeline(
                    "Sales",
                    List.of(
                            stage("A", StageKind.OPEN, 10),
                            stage("B", StageKind.OPEN, 0),
                            stage("Paused", StageKind.ON_HOLD, 10),
                            stage("Won", StageKind.WON, 100),
                            stage("Lost", StageKind.LOST, 0))));

    private static StageDefinition stage(String name, StageKind kind, int probability) {
        return new StageDefinition(name, kind, probability, kind.category(), 30, Gate.OPEN);
    }

    private StageId id(String stage) {
        return pipeline.stageNamed(stage).orElseThrow().id();
    }

    private Opportunity opened() {
        return crm.opportunities()
                .open(new OpenOpportunity(
                        "Pumps",
                        pipeline.id(),
                        new OpportunityParties(anna, null, null),
                        null,
                        Money.of("1000", "EUR"),
                        LocalDate.of(2026, 5, 20)));
    }

    private Opportunity moved(Opportunity deal, String... stages) {
        Opportunity last = deal;
        for (String stage : stages) {
            clock.forward(Duration.ofHours(1));
            last = crm.opportunities().move(last.id(), id(stage), last.revision());
        }
        return last;
    }

    private RottingAnswer rotting(Opportunity deal) {
        return crm.opportunities().rotting(deal.id(), RottingRule.DEFAULT);
    }

    /** D1: rows of changes are counted, and those of lost deals are not. */
    @Test
    void aFunnelCountsDealsNotChangesAndKeepsTheLost() {
        List<Opportunity> deals = List.of(
                moved(opened(), "B", "A", "B"),
                moved(opened(), "B", "Lost"),
                moved(opened(), "B", "Lost"),
                moved(opened(), "Lost"));
        long peer = deals.stream()
                .filter(deal -> deal.standing().outcome() != Outcome.LOST)
                .flatMap(deal -> crm.journal().of(deal.id()).stream())
                .flatMap(change -> change.fields().stream())
                .filter(field -> field.field().equals("standing.stage") && field.before() != null)
                .filter(field -> id("B").toString().equals(field.after()))
                .count();
        List<Long> ours = crm.insights().opportunityFunnel(pipeline.id()).all().steps().stream()
                .map(StepCount::count)
                .toList();
        assertEquals(2, peer, "the one that came to B twice, and none of the lost");
        assertEquals(4, ours.get(0));
        assertEquals(3, ours.get(1));
    }

    /** D2: a lost deal adds all of its value to the forecast. */
    @Test
    void aLostDealAddsNothingToTheForecast() {
        moved(opened(), "Lost");
        opened();
        BigDecimal peer = BigDecimal.ZERO;
        for (Opportunity deal : crm.opportunities().page(PageRequest.first(10)).items()) {
            BigDecimal amount = Money.of("1000", "EUR").amount();
            peer = peer.add(
                    deal.standing().outcome() == Outcome.LOST ? amount : amount.multiply(new BigDecimal("0.10")));
        }
        BigDecimal ours = crm
                .portfolio()
                .forecast(clock.instant(), new ClosePeriod(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1)))
                .stream()
                .map(sum -> sum.single().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, peer.compareTo(new BigDecimal("1100")));
        assertEquals(0, ours.compareTo(new BigDecimal("1000")), ours::toString);
    }

    /** D3: what was won counts for the month it was opened in. */
    @Test
    void aDealWonInJuneCountsForJune() {
        Opportunity deal = opened();
        clock.forward(Duration.ofDays(40));
        Opportunity won = moved(deal, "Won");
        YearMonth peer = YearMonth.from(requireNonNull(won.dates().openedOn()));
        assertEquals(YearMonth.of(2026, 5), peer);
        assertEquals(YearMonth.of(2026, 6), crm.insights().sales().get(0).month());
    }

    /** D5: a deal rots by the day it was made, however busy it is. */
    @Test
    void aBusyDealIsFreshAndADeadOneRottenWhateverTheirAge() {
        Opportunity busy = opened();
        clock.forward(Duration.ofDays(31));
        held(busy, ActivityType.CALL);
        boolean peer = !clock.instant().isBefore(MAY_4.plus(Duration.ofDays(30)));
        assertTrue(peer, "the peer calls it rotten");
        RottingAnswer answer = rotting(busy);
        assertEquals(Verdict.FRESH, answer.verdict());
        assertEquals("0 days since the call on 2026-06-04; stage 'A' allows 30", answer.because());

        clock.forward(Duration.ofDays(30));
        assertEquals(Verdict.ROTTEN, rotting(busy).verdict());
        assertEquals(
                List.of(busy.id()),
                crm.opportunities().rotten(anna, RottingRule.DEFAULT, PageRequest.first(10)).items().stream()
                        .map(RottingAnswer::opportunity)
                        .toList());
        assertEquals(
                "30 days since the call on 2026-06-04; stage 'A' allows 30",
                rotting(busy).because());
    }

    private void held(Opportunity deal, ActivityType type) {
        record(deal, type, ActivityState.HELD, clock.instant());
    }

    private void record(Opportunity deal, ActivityType type, ActivityState state, Instant at) {
        crm.activities().record(new RecordActivity(type, anna, at, state, new ActivitySubjects(null, null, deal.id())));
    }

    @Test
    void theClockStandsStillOnHoldAndWhileAnActivityIsPlannedThatIsNotOverdue() {
        Opportunity deal = opened();
        clock.forward(Duration.ofDays(30));
        assertEquals(Verdict.ROTTEN, rotting(deal).verdict());
        record(
                deal,
                ActivityType.MEETING,
                ActivityState.PLANNED,
                clock.instant().plus(Duration.ofDays(2)));
        assertEquals("a meeting is planned for 2026-06-05", rotting(deal).because());
        clock.forward(Duration.ofDays(3));
        assertEquals(Verdict.ROTTEN, rotting(deal).verdict(), "the meeting is overdue");
        held(deal, ActivityType.named("note"));
        assertEquals(Verdict.ROTTEN, rotting(deal).verdict(), "a note means nothing");
        Opportunity paused = moved(deal, "Paused");
        assertEquals("it is on hold in stage 'Paused'", rotting(paused).because());
        Opportunity again = moved(paused, "A");
        assertEquals(Verdict.FRESH, rotting(again).verdict(), "the clock starts anew");
        assertEquals("it is won", rotting(moved(again, "Won")).because());
    }

    @Test
    void theReasonIsToldInTheCallersLanguage() {
        Opportunity deal = opened();
        clock.forward(Duration.ofDays(31));
        assertEquals(
                "31 days since it entered stage 'A' on 2026-05-04; stage 'A' allows 30",
                crm.in(Locale.FRENCH)
                        .opportunities()
                        .rotting(deal.id(), RottingRule.DEFAULT)
                        .because());
        assertEquals(
                "31 giorni dall'ingresso nella fase 'A' il 2026-05-04; la fase 'A' ne ammette 30", inItalian(deal));
        held(deal, ActivityType.CALL);
        assertEquals("0 giorni dall'attività 'call' del 2026-06-04; la fase 'A' ne ammette 30", inItalian(deal));
        assertEquals("è sospesa nella fase 'Paused'", inItalian(moved(deal, "Paused")));
    }

    private String inItalian(Opportunity deal) {
        return crm.in(Locale.ITALIAN)
                .opportunities()
                .rotting(deal.id(), RottingRule.DEFAULT)
                .because();
    }

    /** D6: a probability said by hand is lost with any edit, and a stage of 0 % is taken for lost. */
    @Test
    void anEditOfTheTitleLeavesTheProbabilitySaidByHand() {
        Opportunity byHand = crm.opportunities()
                .change(ChangeOpportunity.of(opened()).with(new Outlook(35, ForecastCategory.BEST_CASE, null, null)));
        Integer peer = pipeline.stage(byHand.standing().stage()).orElseThrow().probability();
        Opportunity renamed =
                crm.opportunities().change(ChangeOpportunity.of(byHand).named("Valves"));
        assertNotEquals(35, peer);
        assertEquals(35, renamed.outlook().probability());
        assertEquals(ForecastCategory.BEST_CASE, renamed.outlook().category());
        assertEquals(Outcome.OPEN, moved(renamed, "B").standing().outcome(), "0 % is not lost");
    }

    /** D7: a won deal is taken to have passed through every stage, and a lost one through all up to its last. */
    @Test
    void aDealHasBeenInTheStagesItWasInAndNoOther() {
        Opportunity won = moved(opened(), "Won");
        List<String> peer = List.of("A", "B", "Paused", "Won");
        List<String> ours = crm.opportunities().history(won.id()).stream()
                .map(period -> period.state().stage())
                .toList();
        assertNotEquals(peer, ours);
        assertEquals(List.of("A", "Won"), ours);
    }

    /** What the history tells is what the journal holds: nothing of it is written twice, and nothing is edited. */
    @Test
    void theHistoryIsReadFromTheJournalAlone() {
        Opportunity deal = moved(opened(), "B", "Won");
        List<String> stages = new ArrayList<>();
        for (Change change : crm.journal().after(0)) {
            for (FieldChange field : change.fields()) {
                if (field.field().equals("standing.stage")) {
                    stages.add(String.valueOf(field.after()));
                }
            }
        }
        assertEquals(
                stages,
                crm.opportunities().history(deal.id()).stream()
                        .map(period -> period.state().standing().stage().toString())
                        .toList());
    }
}
