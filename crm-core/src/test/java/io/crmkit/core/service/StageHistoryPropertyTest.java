package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Gate;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outlook;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.OpportunityPeriod;
import io.crmkit.core.view.StageMove;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is done to an opportunity, its history tiles its life. */
class StageHistoryPropertyTest {

    private static final Instant MAY_4 = Instant.parse("2026-05-04T12:00:00Z");

    private final MovingClock clock = new MovingClock(MAY_4);
    private final CrmSession crm = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(clock)
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));
    private final Pipeline pipeline = crm.pipelines()
            .define(new DefinePipeline(
                    "Sales",
                    List.of(
                            new StageDefinition("Lead", StageKind.OPEN, 10, ForecastCategory.PIPELINE, null, Gate.OPEN),
                            new StageDefinition("Offer", StageKind.OPEN),
                            new StageDefinition("Paused", StageKind.ON_HOLD),
                            new StageDefinition("Won", StageKind.WON),
                            new StageDefinition("Lost", StageKind.LOST))));

    @Property(tries = 60)
    void periodsTileTheLifeWithoutGapOrOverlapAndEndAtWhatIsStored(@ForAll long seed) {
        Random random = new Random(seed);
        Opportunity deal = opened();
        Instant opened = clock.instant();
        List<Instant> entries = new ArrayList<>(List.of(opened));
        for (int i = 0; i < 12; i++) {
            clock.forward(Duration.ofHours(random.nextInt(48)));
            deal = changed(deal, random, entries);
        }

        List<OpportunityPeriod> history = crm.opportunities().history(deal.id());

        assertEquals(
                entries,
                crm.opportunities().moves(deal.id()).stream().map(StageMove::at).toList());
        assertEquals(entries.get(0), history.get(0).from());
        for (int i = 1; i < history.size(); i++) {
            assertEquals(history.get(i - 1).until(), history.get(i).from());
            assertTrue(history.get(i - 1).from().isBefore(history.get(i).from()));
        }
        OpportunityPeriod last = history.get(history.size() - 1);
        assertNull(last.until());
        assertEquals(deal.standing(), last.state().standing());
        assertEquals(deal.dates(), last.state().dates());
        assertEquals(deal.amount(), last.state().amount());
        assertEquals(deal.parties().owner(), last.state().owner());
    }

    private Opportunity opened() {
        return crm.opportunities()
                .open(new OpenOpportunity(
                        "Pumps",
                        pipeline.id(),
                        new OpportunityParties(null, null, null),
                        null,
                        Money.of("100", "EUR"),
                        null));
    }

    private Opportunity changed(Opportunity deal, Random random, List<Instant> entries) {
        int last = entries.size() - 1;
        return switch (random.nextInt(4)) {
            case 0 ->
                crm.opportunities()
                        .change(ChangeOpportunity.of(deal).worth(Money.of("" + random.nextInt(500), "EUR"), null));
            case 1 ->
                crm.opportunities()
                        .change(ChangeOpportunity.of(deal).with(new Outlook(random.nextInt(101), null, null, null)));
            case 2 -> {
                int place = random.nextInt(entries.size());
                Instant earliest = place == 0 ? morning(deal) : entries.get(place - 1);
                Instant at = between(earliest, place == last ? clock.instant() : entries.get(place + 1), random);
                entries.set(place, at);
                Revision move = crm.opportunities().moves(deal.id()).get(place).revision();
                yield crm.opportunities().correct(new CorrectMove(deal.id(), deal.revision(), at, move));
            }
            default -> {
                Stage to = pipeline.stages().get(random.nextInt(5));
                Instant at = between(entries.get(last), clock.instant(), random);
                if (!to.id().equals(deal.standing().stage())) {
                    entries.add(at);
                }
                yield crm.opportunities()
                        .move(MoveOpportunity.to(deal.id(), to.id(), deal.revision())
                                .at(at));
            }
        };
    }

    private static Instant morning(Opportunity deal) {
        LocalDate opened = requireNonNull(deal.dates().openedOn());
        return opened.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant between(Instant from, Instant until, Random random) {
        long seconds = Duration.between(from, until).toSeconds();
        return seconds <= 0 ? from : from.plusSeconds(random.nextLong(seconds + 1));
    }

    @Property(tries = 1)
    void aMoveRecordedWithAWrongDayIsSupersededAndStaysInTheJournal() {
        Opportunity deal = opened();
        clock.forward(Duration.ofDays(10));
        Stage offer = pipeline.stageNamed("Offer").orElseThrow();
        Opportunity moved = crm.opportunities().move(deal.id(), offer.id(), deal.revision());
        Instant then = MAY_4.plus(Duration.ofDays(3));

        Opportunity corrected = crm.opportunities().correct(new CorrectMove(deal.id(), moved.revision(), then));

        List<OpportunityPeriod> history = crm.opportunities().history(deal.id());
        assertEquals(
                List.of("Lead", "Offer"),
                history.stream().map(p -> p.state().stage()).toList());
        assertEquals(then, history.get(1).from());
        assertEquals(clock.instant(), history.get(1).recordedAt());
        assertEquals(10, history.get(0).state().probability());
        assertEquals(ForecastCategory.PIPELINE, history.get(0).state().category());
        assertEquals("anna", history.get(1).actor());
        assertEquals(3, crm.journal().of(corrected.id()).size());
    }

    @Property(tries = 1)
    void aStageThatWasLeftIsKnownToHaveBeenEnteredAtAnotherInstant() {
        Opportunity deal = opened();
        clock.forward(Duration.ofDays(10));
        Opportunity offered = moved(deal, "Offer");
        clock.forward(Duration.ofDays(10));
        Opportunity won = moved(offered, "Won");
        Instant then = MAY_4.plus(Duration.ofDays(3));

        Opportunity corrected =
                crm.opportunities().correct(new CorrectMove(deal.id(), won.revision(), then, offered.revision()));

        List<StageMove> moves = crm.opportunities().moves(deal.id());
        assertEquals(then, moves.get(1).at());
        assertEquals(List.of(MAY_4.plus(Duration.ofDays(10))), moves.get(1).superseded());
        assertEquals(List.of(), moves.get(2).superseded());
        assertEquals(
                List.of(MAY_4, then, MAY_4.plus(Duration.ofDays(20))),
                crm.opportunities().history(deal.id()).stream()
                        .map(OpportunityPeriod::from)
                        .toList());
        assertEquals(won.standing(), corrected.standing());
        // and once more: the last that is said counts
        Instant later = then.plusSeconds(60);
        crm.opportunities().correct(new CorrectMove(deal.id(), corrected.revision(), later, offered.revision()));
        assertEquals(later, crm.opportunities().moves(deal.id()).get(1).at());
        assertEquals(2, crm.opportunities().moves(deal.id()).get(1).superseded().size());
    }

    private Opportunity moved(Opportunity deal, String stage) {
        return crm.opportunities()
                .move(deal.id(), pipeline.stageNamed(stage).orElseThrow().id(), deal.revision());
    }

    @Property(tries = 1)
    void anEarlierMoveStaysBetweenItsNeighboursAndMustBeOne() {
        Opportunity deal = opened();
        clock.forward(Duration.ofDays(10));
        Opportunity offered = moved(deal, "Offer");
        Opportunity won = moved(offered, "Won");
        assertEquals(
                "CorrectMove is not valid: enteredAt '2026-05-14T12:00:00Z' must not be after it entered the next stage,"
                        + " 2026-05-14T11:59:59Z",
                refused(new CorrectMove(
                        won.id(),
                        crm.opportunities()
                                .correct(new CorrectMove(
                                        won.id(),
                                        won.revision(),
                                        clock.instant().minusSeconds(1),
                                        offered.revision()))
                                .revision(),
                        clock.instant(),
                        deal.revision())));
        assertEquals(
                "CorrectMove is not valid: move '99' must be the revision that a move gave the opportunity",
                refused(new CorrectMove(
                        won.id(),
                        crm.opportunities().find(won.id()).orElseThrow().revision(),
                        clock.instant(),
                        new Revision(99))));
    }

    private String refused(CorrectMove correct) {
        return String.valueOf(assertThrows(
                        InvalidCommandException.class, () -> crm.opportunities().correct(correct))
                .getMessage());
    }

    @Property(tries = 1)
    void aMoveTakesPlaceNeitherInTheFutureNorBeforeTheOneBeforeIt() {
        Opportunity deal = opened();
        Stage offer = pipeline.stageNamed("Offer").orElseThrow();
        MoveOpportunity move = MoveOpportunity.to(deal.id(), offer.id(), deal.revision());
        assertEquals(
                "MoveOpportunity is not valid: at '2026-05-04T12:00:01Z' must not be after now, 2026-05-04T12:00:00Z",
                refused(move.at(MAY_4.plusSeconds(1))));
        assertEquals(
                "MoveOpportunity is not valid: at '2026-05-04T11:59:59Z' must not be before it was opened or "
                        + "entered the stage before, 2026-05-04T12:00:00Z",
                refused(move.at(MAY_4.minusSeconds(1))));
    }

    private String refused(MoveOpportunity move) {
        return String.valueOf(assertThrows(
                        InvalidCommandException.class, () -> crm.opportunities().move(move))
                .getMessage());
    }
}
