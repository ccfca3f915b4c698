package io.crmkit.core.pipeline;

import static io.crmkit.core.pipeline.Pipelines.LEAD;
import static io.crmkit.core.pipeline.Pipelines.LOST;
import static io.crmkit.core.pipeline.Pipelines.OFFER;
import static io.crmkit.core.pipeline.Pipelines.PAUSED;
import static io.crmkit.core.pipeline.Pipelines.SALES;
import static io.crmkit.core.pipeline.Pipelines.WON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.value.Revision;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpportunityTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private static Opportunity openedInMay(Stage stage) {
        return new Opportunity(
                new OpportunityId(new UUID(3, 1)),
                Revision.NONE,
                new OpportunityLabel("Pumps for Graz", "O-1", null),
                new OpportunityParties(null, null, null),
                Standing.in(SALES, stage),
                new OpportunityDates(MAY, null, null),
                null);
    }

    @Test
    void closesOnTheDayItIsWonAndHasThenReachedTheLastOpenStage() {
        Opportunity won = openedInMay(LEAD).movedTo(WON, SALES, JUNE);
        assertEquals(new Standing(SALES.id(), WON.id(), PAUSED.id(), Outcome.WON), won.standing());
        assertEquals(JUNE, won.dates().closedOn());
    }

    @Test
    void keepsWhatItHadReachedWhenItIsLost() {
        Opportunity lost = openedInMay(OFFER).movedTo(LOST, SALES, JUNE);
        assertEquals(new Standing(SALES.id(), LOST.id(), OFFER.id(), Outcome.LOST), lost.standing());
    }

    @Test
    void keepsWhatItHadReachedWhenItGoesBack() {
        Opportunity back = openedInMay(OFFER).movedTo(LEAD, SALES, JUNE);
        assertEquals(new Standing(SALES.id(), LEAD.id(), OFFER.id(), Outcome.OPEN), back.standing());
    }

    @Test
    void isOpenAgainAndHasNoClosingDayOnceReopened() {
        Opportunity reopened = openedInMay(LEAD).movedTo(LOST, SALES, JUNE).movedTo(OFFER, SALES, JUNE);
        assertEquals(Outcome.OPEN, reopened.standing().outcome());
        assertNull(reopened.dates().closedOn());
        assertEquals(OFFER.id(), reopened.standing().reached());
    }

    @Test
    void countsFromTheFirstStageWhenLostWithNothingKnownOfItsPast() {
        assertEquals(LEAD.id(), Standing.in(SALES, LOST).reached());
    }

    @Test
    void cannotCloseBeforeItOpened() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new OpportunityDates(JUNE, null, MAY));
        assertEquals(
                "closedOn must not be before openedOn: closed 2026-05-01, opened 2026-06-01", refused.getMessage());
    }

    @Test
    void cannotHaveAClosingDayWhileOpen() {
        Opportunity open = openedInMay(LEAD);
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Opportunity(
                        open.id(),
                        open.revision(),
                        open.label(),
                        open.parties(),
                        open.standing(),
                        new OpportunityDates(MAY, null, JUNE),
                        null));
        assertEquals("closedOn must be empty while the opportunity is open: 2026-06-01", refused.getMessage());
    }
}
