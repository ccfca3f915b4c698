package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Stores;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.Seller;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The use cases, through the front door, on the in-memory adapter. */
class ServicesTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final Stores stores = InMemoryStores.empty();
    private final Crm crm = Crm.builder()
            .stores(stores)
            .clock(Clock.fixed(NOON, ZoneOffset.UTC))
            .build();
    private final CrmSession session = as("acme");

    private CrmSession as(String tenant) {
        return crm.as(new Actor(new TenantId(tenant), "anna"));
    }

    private Pipeline pipeline() {
        return session.pipelines()
                .define(new DefinePipeline(
                        "Sales",
                        List.of(
                                new StageDefinition("Lead", StageKind.OPEN),
                                new StageDefinition("Offer", StageKind.OPEN),
                                new StageDefinition("Won", StageKind.WON),
                                new StageDefinition("Lost", StageKind.LOST))));
    }

    private Opportunity opened(Pipeline pipeline) {
        return session.opportunities()
                .open(new OpenOpportunity(
                        "Pumps for Graz",
                        pipeline.id(),
                        new OpportunityParties(null, null, null),
                        "Pump",
                        Money.of("1200", "EUR"),
                        null));
    }

    private static StageId stage(Pipeline pipeline, String name) {
        return pipeline.stageNamed(name).orElseThrow().id();
    }

    @Test
    void whatWasAddedIsFoundCountedAndListed() {
        var company = session.companies().add(new AddCompany("Graz Pumps", "Pumps", "Graz", null));
        var person = session.people().add(new AddPerson("Eva Huber", null));
        var team = session.teams().add(new AddTeam("North", "Alps"));
        var seller = session.sellers().add(new AddSeller("Anna Rossi", team.id()));
        var product = session.products().add(new AddProduct("Pump", "P", Money.of("1200", "EUR")));
        assertEquals(Optional.of(company), session.companies().find(company.id()));
        assertEquals(Optional.of(person), session.people().find(person.id()));
        assertEquals(Optional.of(team), session.teams().find(team.id()));
        assertEquals(Optional.of(seller), session.sellers().find(seller.id()));
        assertEquals(Optional.of(product), session.products().find(product.id()));
        assertEquals(1, session.companies().count());
        assertEquals(new Revision(1), company.revision());
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        var company = session.companies().add(AddCompany.named("Graz Pumps"));
        assertEquals(Optional.empty(), as("other").companies().find(company.id()));
        assertEquals(0, as("other").companies().count());
    }

    @Test
    void aCommandIsRefusedWithAllItsViolationsAtOnceAndNothingIsStored() {
        var refused = assertThrows(
                InvalidCommandException.class,
                () -> session.companies().add(new AddCompany(" ", "a\tb", "x".repeat(201), null)));
        assertEquals(
                "AddCompany is not valid: location '" + "x".repeat(80)
                        + "\u2026 (201)' must have 1 to 200 characters; "
                        + "name ' ' must not be blank; sector 'a\\u0009b' must not contain control characters",
                refused.getMessage());
        assertEquals(3, refused.violations().size());
        assertEquals(0, session.companies().count());
    }

    @Test
    @SuppressWarnings("NullAway") // a form that sends nothing
    void aMissingFieldIsNamed() {
        var refused = assertThrows(
                InvalidCommandException.class,
                () -> session.activities().record(new RecordActivity(null, null, null, null, null)));
        assertEquals(
                "RecordActivity is not valid: at must be given; seller must be given; state must be given; "
                        + "subjects must be given; type must be given",
                refused.getMessage());
    }

    @Test
    void aStageOfAPipelineIsCheckedInItsPlace() {
        var refused = assertThrows(
                InvalidCommandException.class,
                () -> session.pipelines()
                        .define(new DefinePipeline(
                                "Sales",
                                List.of(
                                        new StageDefinition("Lead", StageKind.OPEN),
                                        new StageDefinition("", StageKind.WON)))));
        assertEquals("DefinePipeline is not valid: stages[1].name '' must not be blank", refused.getMessage());
    }

    @Test
    void anOpportunityOpensTodayInTheFirstOpenStage() {
        Pipeline pipeline = pipeline();
        Opportunity opened = opened(pipeline);
        assertEquals(stage(pipeline, "Lead"), opened.standing().stage());
        assertEquals(Outcome.OPEN, opened.standing().outcome());
        assertEquals(LocalDate.of(2026, 5, 4), opened.dates().openedOn());
    }

    @Test
    void anOpportunityIsWonByMovingItToAWonStage() {
        Pipeline pipeline = pipeline();
        Opportunity opened = opened(pipeline);
        Opportunity won = session.opportunities().move(opened.id(), stage(pipeline, "Won"), opened.revision());
        assertEquals(Outcome.WON, won.standing().outcome());
        assertEquals(LocalDate.of(2026, 5, 4), won.dates().closedOn());
        assertEquals(new Revision(2), won.revision());
        assertEquals(Optional.of(won), session.opportunities().find(opened.id()));
    }

    @Test
    void aMoveFromAnOldRevisionIsRefused() {
        Pipeline pipeline = pipeline();
        Opportunity opened = opened(pipeline);
        session.opportunities().move(opened.id(), stage(pipeline, "Offer"), opened.revision());
        var stale = assertThrows(
                StaleRevisionException.class,
                () -> session.opportunities().move(opened.id(), stage(pipeline, "Lost"), opened.revision()));
        assertEquals(
                "OpportunityId " + opened.id() + " was saved from revision 1, but is at revision 2",
                stale.getMessage());
        assertEquals(Optional.of(new Revision(2)), stale.found());
    }

    @Test
    void whatDoesNotExistIsNamed() {
        Pipeline pipeline = pipeline();
        OpportunityId nowhere = new OpportunityId(new UUID(7, 7));
        assertEquals(
                "OpportunityId " + nowhere + " does not exist",
                assertThrows(
                                NotFoundException.class,
                                () -> session.opportunities().move(nowhere, stage(pipeline, "Won"), Revision.NONE))
                        .getMessage());
        StageId elsewhere = new StageId(new UUID(8, 8));
        Opportunity opened = opened(pipeline);
        assertEquals(
                "StageId " + elsewhere + " does not exist",
                assertThrows(
                                NotFoundException.class,
                                () -> session.opportunities().move(opened.id(), elsewhere, opened.revision()))
                        .getMessage());
    }

    @Test
    void anActivityKeepsItsInstantToTheMicrosecond() {
        Seller seller = session.sellers().add(new AddSeller("Anna Rossi", null));
        var call = session.activities()
                .record(RecordActivity.held(ActivityType.CALL, seller.id(), NOON.plusNanos(1_234_567)));
        assertEquals(NOON.plusNanos(1_234_000), call.at());
    }

    @Test
    void aBuilderSaysWhatIsMissingOrGivenTwice() {
        assertEquals(
                "stores must be given: InMemoryStores.empty(), JpaStores.joining(...), or your own",
                assertThrows(IllegalStateException.class, () -> Crm.builder().build())
                        .getMessage());
        assertEquals(
                "clock was already given",
                assertThrows(
                                IllegalStateException.class,
                                () -> Crm.builder().clock(Clock.systemUTC()).clock(Clock.systemUTC()))
                        .getMessage());
    }

    @Test
    void identitiesCanComeFromTheHost() {
        UUID given = new UUID(1, 2);
        CrmSession own = Crm.builder().stores(stores).ids(() -> given).build().as(new Actor(new TenantId("own"), "me"));
        assertEquals(
                new CompanyId(given),
                own.companies().add(AddCompany.named("One")).id());
        assertTrue(own.companies().find(new CompanyId(given)).isPresent());
    }
}
