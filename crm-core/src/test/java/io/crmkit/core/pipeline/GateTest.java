package io.crmkit.core.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.pipeline.StageMoveException.Kind;
import io.crmkit.core.pipeline.StageMoveException.Missing;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What keeps an opportunity out of a stage, and what a move does to what was said by hand. */
class GateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    private static final Stage LEAD = Pipelines.LEAD;
    private static final Stage DEMO = Pipelines.stage(6, "Demo", StageKind.OPEN);
    private static final Stage OFFER = gated(
            2,
            "Offer",
            StageKind.OPEN,
            new Gate(Set.of(Requirement.AMOUNT, Requirement.EXPECTED_CLOSE), Set.of("budget"), true, true, false));
    private static final Stage BIG =
            gated(7, "Board", StageKind.OPEN, new Gate(Set.of(), Set.of(), false, false, true));
    private static final Stage WON = Pipelines.WON;
    private static final Stage LOST = gated(5, "Lost", StageKind.LOST, Gate.requiring(Requirement.REASON));
    private static final Pipeline SALES = Pipelines.of(LEAD, DEMO, OFFER, BIG, WON, LOST);

    private static Stage gated(long id, String name, StageKind kind, Gate gate) {
        return new Stage(new StageId(new UUID(2, id)), name, kind, 40, kind.category(), null, gate);
    }

    private static Opportunity in(Stage stage) {
        return new Opportunity(
                new OpportunityId(new UUID(3, 3)),
                Revision.NONE,
                new OpportunityLabel("Pumps", null, null),
                new OpportunityParties(null, null, null),
                Standing.in(SALES, stage),
                OpportunityDates.UNKNOWN,
                null);
    }

    private static StageMoveException refused(Opportunity opportunity, Stage to) {
        return assertThrows(StageMoveException.class, () -> opportunity.movedTo(to, SALES, TODAY));
    }

    @Test
    void aRefusalListsAllThatIsMissingAtOnce() {
        StageMoveException refusal = refused(in(LEAD), OFFER);
        assertEquals(
                "opportunity 'Pumps' cannot enter stage 'Offer': amount must be given; "
                        + "dates.expectedClose must be given; custom.budget must be given; "
                        + "Demo must be passed through before",
                refusal.getMessage());
        assertEquals(
                List.of(
                        new Missing(Kind.FIELD, "amount", "must be given"),
                        new Missing(Kind.FIELD, "dates.expectedClose", "must be given"),
                        new Missing(Kind.FIELD, "custom.budget", "must be given"),
                        new Missing(Kind.STAGE, "Demo", "must be passed through before")),
                refusal.missing());
        assertEquals(OFFER.id(), refusal.to());
    }

    @Test
    void whatHasAllThatIsAskedForPasses() {
        Opportunity ready = in(LEAD).movedTo(DEMO, SALES, TODAY)
                .worth(Money.of("100", "EUR"), null)
                .described(new OpportunityLabel("Pumps", null, null), new OpportunityParties(null, null, null), TODAY)
                .withCustom(CustomFields.of(FieldKey.text("budget"), "approved"));
        assertEquals(OFFER.id(), ready.movedTo(OFFER, SALES, TODAY).standing().stage());
    }

    @Test
    void goingBackIsRefusedByAGateThatSaysSo() {
        assertEquals(
                List.of(
                        new Missing(Kind.FIELD, "amount", "must be given"),
                        new Missing(Kind.FIELD, "dates.expectedClose", "must be given"),
                        new Missing(Kind.FIELD, "custom.budget", "must be given"),
                        new Missing(Kind.DIRECTION, "Offer", "must not be gone back to from 'Won'")),
                refused(in(WON), OFFER).missing());
        assertEquals(LEAD.id(), in(WON).movedTo(LEAD, SALES, TODAY).standing().stage());
    }

    @Test
    void approvalIsAskedForWhereTheGateSaysSo() {
        assertEquals(
                "opportunity 'Pumps' cannot enter stage 'Board': Board must be approved by another seller",
                refused(in(LEAD), BIG).getMessage());
        assertEquals(
                BIG.id(), in(LEAD).movedTo(BIG, SALES, TODAY, true).standing().stage());
    }

    @Test
    void losingNeedsAReasonWhereTheGateAsksForOne() {
        assertEquals(
                "opportunity 'Pumps' cannot enter stage 'Lost': ending.reason must be given",
                refused(in(LEAD), LOST).getMessage());
        Opportunity lost = in(LEAD).withEnding(new Ending("price", "Acme", "10 % dearer\nthan theirs"))
                .movedTo(LOST, SALES, TODAY);
        assertEquals(Outcome.LOST, lost.standing().outcome());
        assertEquals("price", lost.ending().reason());
        Opportunity again = lost.movedTo(LEAD, SALES, TODAY);
        assertEquals(Ending.UNSAID, again.ending());
        assertNull(again.dates().closedOn());
    }

    @Test
    void whatComesInFromElsewhereIsAskedForItsFieldsToo() {
        assertEquals(
                "opportunity 'Pumps' cannot enter stage 'Lost': ending.reason must be given",
                assertThrows(StageMoveException.class, () -> SALES.admit(in(LOST)))
                        .getMessage());
        Opportunity lead = in(LEAD);
        assertSame(lead, SALES.admit(lead));
    }

    /** D6: an anchor sets the probability back to the stage's whenever anything else of a record is edited. */
    @Test
    void aProbabilityGivenByHandStaysUntilTheStageChanges() {
        Outlook byHand = new Outlook(35, ForecastCategory.COMMIT, "call back", TODAY);
        Opportunity deal = in(LEAD).withOutlook(byHand);
        Opportunity edited = deal.worth(Money.of("5", "EUR"), null)
                .described(new OpportunityLabel("Pumps and pipes", null, null), deal.parties(), TODAY)
                .withTags(Set.of("vip"));
        assertEquals(35, LEAD.probabilityOf(edited));
        assertEquals(ForecastCategory.COMMIT, LEAD.categoryOf(edited));
        Opportunity moved = edited.movedTo(DEMO, SALES, TODAY);
        assertNull(DEMO.probabilityOf(moved));
        assertEquals(ForecastCategory.PIPELINE, DEMO.categoryOf(moved));
        assertEquals("call back", moved.outlook().nextStep());
        assertEquals(35, LEAD.probabilityOf(edited.movedTo(LEAD, SALES, TODAY)));
    }

    /** D6, D7: anchors read won and lost off a probability of 100 or 0. */
    @Test
    void nothingIsInferredFromAProbabilityOfNoneOrAll() {
        Stage doubtful = new Stage(
                new StageId(new UUID(2, 9)), "Doubtful", StageKind.OPEN, 0, ForecastCategory.PIPELINE, null, Gate.OPEN);
        Pipeline pipeline = Pipelines.of(doubtful, WON);
        Opportunity deal = new Opportunity(
                new OpportunityId(new UUID(3, 4)),
                Revision.NONE,
                new OpportunityLabel("Pumps", null, null),
                new OpportunityParties(null, null, null),
                Standing.in(pipeline, doubtful),
                OpportunityDates.UNKNOWN,
                null);
        assertEquals(Outcome.OPEN, deal.standing().outcome());
        assertEquals(
                Outcome.OPEN,
                deal.withOutlook(new Outlook(100, null, null, null)).standing().outcome());
        assertEquals(0, doubtful.probabilityOf(deal));
    }

    @Test
    void whatBreaksARuleIsRefused() {
        assertEquals(
                "probability must be 0 to 100 %: 101",
                assertThrows(IllegalArgumentException.class, () -> new Outlook(101, null, null, null))
                        .getMessage());
        assertEquals(
                "nextStep must be given where nextStepDue is: 2026-05-04",
                assertThrows(IllegalArgumentException.class, () -> new Outlook(null, null, null, TODAY))
                        .getMessage());
        assertEquals(
                "rottingDays must be 1 or more: 0 of stage 'Old'",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Stage(
                                        LEAD.id(),
                                        "Old",
                                        StageKind.OPEN,
                                        null,
                                        ForecastCategory.PIPELINE,
                                        0,
                                        Gate.OPEN))
                        .getMessage());
        assertEquals(
                "recurring must be in the currency of amount: 5.00 USD, 5.00 EUR",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> in(LEAD).worth(Money.of("5", "EUR"), Money.of("5", "USD")))
                        .getMessage());
    }
}
