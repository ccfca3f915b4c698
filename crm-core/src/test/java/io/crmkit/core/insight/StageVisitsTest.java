package io.crmkit.core.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.service.CorrectMove;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.service.MoveOpportunity;
import io.crmkit.core.service.OpenOpportunity;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import io.crmkit.metrics.forecast.StageVisit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What metrics learn from, where a move was recorded wrongly. */
class StageVisitsTest {

    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-05-04T00:00:00Z");
    private static final TenantId TENANT = new TenantId("acme");

    private final InMemoryStores stores = InMemoryStores.empty();
    private final CrmSession crm = Crm.builder()
            .stores(stores)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build()
            .as(new Actor(TENANT, "anna"));
    private final Pipeline pipeline = crm.pipelines()
            .define(new DefinePipeline(
                    "Sales",
                    List.of(
                            new StageDefinition("Lead", StageKind.OPEN),
                            new StageDefinition("Offer", StageKind.OPEN),
                            new StageDefinition("Won", StageKind.WON))));

    private List<StageVisit> visits() {
        StageVisits visits = new StageVisits(pipeline.id());
        visits.read(stores.journal(), TENANT, NOW);
        return visits.visits();
    }

    private Opportunity moved(Opportunity deal, int stage, Instant at) {
        return crm.opportunities()
                .move(MoveOpportunity.to(deal.id(), pipeline.stages().get(stage).id(), deal.revision())
                        .at(at));
    }

    @Test
    void aCorrectedMoveEndsTheStayBeforeItAndBeginsItsOwn() {
        Opportunity opened = crm.opportunities()
                .open(new OpenOpportunity(
                        "Pumps", pipeline.id(), new OpportunityParties(null, null, null), null, null, null));
        Opportunity early = crm.opportunities().correct(new CorrectMove(opened.id(), opened.revision(), MORNING));
        Opportunity offered = moved(early, 1, MORNING.plusSeconds(60));
        Opportunity won = moved(offered, 2, MORNING.plusSeconds(3_600));
        assertEquals(MORNING.plusSeconds(60), visits().get(1).entered());

        crm.opportunities()
                .correct(new CorrectMove(won.id(), won.revision(), MORNING.plusSeconds(1_800), offered.revision()));

        List<StageVisit> visits = visits();
        assertEquals(2, visits.size());
        assertEquals(MORNING, visits.get(0).entered());
        assertEquals(Optional.of(MORNING.plusSeconds(1_800)), visits.get(0).left());
        assertEquals(MORNING.plusSeconds(1_800), visits.get(1).entered());
        assertEquals(Optional.of(MORNING.plusSeconds(3_600)), visits.get(1).left());
    }
}
