package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.access.Role;
import io.crmkit.core.access.RolePolicy;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentStatus;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.HostDocument;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.pipeline.BuyingRole;
import io.crmkit.core.pipeline.Charge;
import io.crmkit.core.pipeline.ContactRole;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineUse;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a command mentions must be there, whether it is another tenant's, hidden or nobody's; sellers need not be. */
class MentionsTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final TenantId TENANT = new TenantId("acme");
    private static final SellerId ANNA = new SellerId(new UUID(7, 7));
    private static final CompanyId NO_COMPANY = new CompanyId(new UUID(9, 1));
    private static final PersonId NOBODY = new PersonId(new UUID(9, 2));
    private static final OpportunityId NO_OPPORTUNITY = new OpportunityId(new UUID(9, 3));
    private static final ProductId NO_PRODUCT = new ProductId(new UUID(9, 4));
    private static final TeamId NO_TEAM = new TeamId(new UUID(9, 5));
    private static final TeamId NO_OTHER_TEAM = new TeamId(new UUID(9, 6));
    private static final DocumentParties TO_NO_COMPANY = new DocumentParties(ANNA, NO_COMPANY, null, null);

    private final InMemoryStores stores = InMemoryStores.empty();
    private final CrmSession session = builder().build().as(new Actor(TENANT, "anna"));
    private final CompanyId acme =
            session.companies().add(AddCompany.named("Acme")).id();
    private final Pipeline pipeline = session.pipelines()
            .define(new DefinePipeline(
                    "Sales",
                    List.of(
                            new StageDefinition("Lead", StageKind.OPEN),
                            new StageDefinition("Won", StageKind.WON),
                            new StageDefinition("Lost", StageKind.LOST))));

    private Crm.Builder builder() {
        return Crm.builder().stores(stores).clock(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private void refused(List<? extends Identifier> missing, Executable command) {
        long before = stores.journal().last(TENANT);
        NotFoundException refused = assertThrows(NotFoundException.class, command);
        assertEquals(missing, refused.ids());
        assertEquals(missing.get(0), refused.id());
        assertEquals(before, stores.journal().last(TENANT));
    }

    private OpenOpportunity deal(OpportunityParties parties) {
        return new OpenOpportunity("Pumps", pipeline.id(), parties, null, null, null);
    }

    private Opportunity opened() {
        return session.opportunities().open(deal(new OpportunityParties(ANNA, acme, null)));
    }

    /* as an import, a merge or another system leaves it */
    private Opportunity withNoCompany() {
        Opportunity opened = opened();
        return stores.opportunities()
                .save(TENANT, opened.withParties(opened.parties().withCompany(NO_COMPANY)));
    }

    private static DraftQuote quote(DocumentParties parties, DraftQuote.Line... lines) {
        QuoteTerms terms = new QuoteTerms(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 3), null, null, null);
        return new DraftQuote(parties, terms, List.of(lines), List.of());
    }

    private static DraftQuote.Line pump(ProductId product) {
        DraftQuote.Line line = DraftQuote.Line.of("Pump", "1", "10", TaxCategory.rate("22"));
        return new DraftQuote.Line(
                line.kind(),
                product,
                line.description(),
                line.quantity(),
                line.unit(),
                line.unitPrice(),
                line.discount(),
                line.tax());
    }

    @Test
    void allThatIsMissingIsNamedAtOnceAndNothingIsWritten() {
        OpportunityParties parties = new OpportunityParties(
                ANNA, NO_TEAM, NO_COMPANY, NOBODY, List.of(new ContactRole(NOBODY, new BuyingRole("buyer"))));
        refused(
                List.of(NO_TEAM, NO_COMPANY, NOBODY),
                () -> session.opportunities().open(deal(parties)));
        assertEquals(
                "TeamId %s, CompanyId %s, PersonId %s do not exist"
                        .formatted(NO_TEAM.value(), NO_COMPANY.value(), NOBODY.value()),
                assertThrows(
                                NotFoundException.class,
                                () -> session.opportunities().open(deal(parties)))
                        .getMessage());
        assertEquals(0, session.opportunities().count());
    }

    @Test
    void aMessageNamesTwentyAndCountsTheOthers() {
        List<PersonId> people = IntStream.range(0, 25)
                .mapToObj(i -> new PersonId(new UUID(9, i)))
                .toList();
        NotFoundException refused = new NotFoundException(people);
        assertEquals(people, refused.ids());
        assertEquals(
                ", PersonId 00000000-0000-0009-0000-000000000013 and 5 more do not exist",
                String.valueOf(refused.getMessage())
                        .substring(19 * "PersonId 00000000-0000-0009-0000-000000000013, ".length() - 2));
        assertThrows(IllegalArgumentException.class, () -> new NotFoundException(List.of()));
    }

    @Test
    void whatIsAnotherTenantsOrHiddenLooksLikeWhatDoesNotExist() {
        CrmSession stranger = builder().build().as(new Actor(new TenantId("other"), "zoe"));
        CompanyId theirs = stranger.companies().add(AddCompany.named("Theirs")).id();
        refused(List.of(theirs), () -> session.quotes().draft(quote(new DocumentParties(ANNA, theirs, null, null))));
        SellerId bert = session.sellers().add(new AddSeller("Bert", null)).id();
        stores.companies()
                .save(
                        TENANT,
                        session.companies()
                                .find(acme)
                                .orElseThrow()
                                .withRelationship(
                                        new Relationship(ANNA, SalesStage.PROSPECT, null, PartyState.ACTIVE)));
        CrmSession berts = builder()
                .access(RolePolicy.of(actor -> new RolePolicy.Assignment(Role.seller(), bert)))
                .build()
                .as(new Actor(TENANT, "bert"));
        refused(List.of(acme), () -> berts.opportunities().open(deal(new OpportunityParties(bert, acme, null))));
        assertEquals(
                bert,
                berts.opportunities()
                        .open(deal(new OpportunityParties(bert, null, null)))
                        .parties()
                        .owner());
    }

    @Test
    void whatAnOpportunityMentionsAlreadyMayBeSaidAgainAndNothingElse() {
        Opportunity stored = withNoCompany();
        Opportunity named =
                session.opportunities().change(ChangeOpportunity.of(stored).named("Valves"));
        assertEquals(NO_COMPANY, named.parties().company());
        refused(
                List.of(NOBODY),
                () -> session.opportunities()
                        .change(new ChangeContacts(
                                named.id(),
                                named.revision(),
                                null,
                                List.of(new ContactRole(NOBODY, new BuyingRole("buyer"))))));
        refused(List.of(NO_TEAM), () -> session.opportunities().assign(named.id(), NO_TEAM, named.revision()));
        ChangeLines.Line line =
                new ChangeLines.Line(NO_PRODUCT, "Pump", BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO, Charge.ONCE);
        refused(
                List.of(NO_PRODUCT),
                () -> session.opportunities()
                        .change(new ChangeLines(
                                named.id(), named.revision(), Currency.getInstance("EUR"), List.of(line))));
    }

    @Test
    void aQuoteIsRewrittenAndDraftedFromWhatIsMentionedAlready() {
        refused(List.of(NO_COMPANY, NO_PRODUCT), () -> session.quotes().draft(quote(TO_NO_COMPANY, pump(NO_PRODUCT))));
        Quote draft = session.quotes().draft(quote(new DocumentParties(ANNA, acme, null, null)));
        Quote stored = stores.quotes()
                .save(TENANT, draft.rewritten(TO_NO_COMPANY, draft.terms(), draft.lines(), draft.allowances()));
        refused(
                List.of(NO_PRODUCT),
                () -> session.quotes().rewrite(stored.id(), quote(TO_NO_COMPANY, pump(NO_PRODUCT)), stored.revision()));
        assertEquals(
                TO_NO_COMPANY,
                session.quotes()
                        .rewrite(
                                stored.id(),
                                quote(TO_NO_COMPANY, DraftQuote.Line.of("Pump", "1", "10", TaxCategory.rate("22"))),
                                stored.revision())
                        .parties());
        Opportunity deal = session.opportunities()
                .change(new ChangeLines(
                        withNoCompany().id(),
                        new Revision(2),
                        Currency.getInstance("EUR"),
                        List.of(ChangeLines.Line.of("Pump", "1", "10", Charge.ONCE))));
        QuoteOpportunity offer = new QuoteOpportunity(deal.id(), draft.terms(), TaxCategory.rate("22"), null);
        assertEquals(NO_COMPANY, session.quotes().draftFrom(offer).parties().company());
    }

    @Test
    void anActivityIsAboutWhatIsThereOrWhatItWasAboutBefore() {
        RecordActivity call = RecordActivity.held(ActivityType.CALL, ANNA, NOON)
                .about(new ActivitySubjects(NO_COMPANY, null, NO_OPPORTUNITY))
                .with(ActivityContent.NONE.with(Participant.of(NOBODY), Participant.of(ANNA)));
        refused(
                List.of(NO_COMPANY, NO_OPPORTUNITY, NOBODY),
                () -> session.activities().record(call));
        refused(
                List.of(NO_COMPANY, NO_OPPORTUNITY, NOBODY),
                () -> session.activities().record(new RecordActivities(List.of(call, call))));
        PlanActivity next = PlanActivity.of(ActivityType.CALL, ANNA, NOON).about(call.subjects());
        refused(List.of(NO_COMPANY, NO_OPPORTUNITY), () -> session.activities().plan(next));
        Activity held = session.activities().record(RecordActivity.held(ActivityType.CALL, ANNA, NOON));
        refused(
                List.of(NO_COMPANY, NO_OPPORTUNITY),
                () -> session.activities().change(ChangeActivity.of(held).about(call.subjects())));
        Activity stored = stores.activities().save(TENANT, held.withSubjects(call.subjects()));
        assertEquals(
                call.subjects(),
                session.activities().followUp(stored.id(), next).subjects());
        SellerId bert = new SellerId(new UUID(7, 8));
        assertEquals(
                bert,
                session.activities()
                        .change(ChangeActivity.of(stored).assignedTo(bert))
                        .seller());
    }

    @Test
    void aHostsDocumentIsRecordedAgainOfWhomItWasRecorded() {
        RecordDocument invoice = RecordDocument.open(
                DocumentKind.INVOICE, "2026/17", NOON, new DocumentSubjects(NO_COMPANY, null, NO_OPPORTUNITY));
        refused(List.of(NO_COMPANY, NO_OPPORTUNITY), () -> session.documents().record(invoice));
        RecordDocument acmes =
                RecordDocument.open(DocumentKind.INVOICE, "2026/17", NOON, new DocumentSubjects(acme, null, null));
        DocumentReference recorded = session.documents().record(acmes);
        HostDocument moved = invoice.document();
        stores.documentReferences().save(TENANT, recorded.withDocument(moved));
        assertEquals(
                DocumentStatus.COMPLETED,
                session.documents()
                        .record(invoice.at(DocumentStatus.COMPLETED))
                        .document()
                        .status());
    }

    @Test
    void teamsOfSellersAndPipelinesAreThereOrWereMentionedBefore() {
        refused(List.of(NO_TEAM), () -> session.sellers().add(new AddSeller("Bert", NO_TEAM)));
        Seller stored =
                stores.sellers().save(TENANT, new Seller(new SellerId(new UUID(7, 8)), Revision.NONE, "Bert", NO_TEAM));
        ChangeSeller renamed = new ChangeSeller("Berta", NO_TEAM, null);
        assertEquals(
                "Berta",
                session.sellers()
                        .change(stored.id(), renamed, stored.revision())
                        .name());
        PipelineUse use = new PipelineUse("machines", Set.of(NO_TEAM));
        refused(
                List.of(NO_TEAM),
                () -> session.pipelines()
                        .define(new DefinePipeline(
                                        "Service",
                                        List.of(
                                                new StageDefinition("Lead", StageKind.OPEN),
                                                new StageDefinition("Won", StageKind.WON),
                                                new StageDefinition("Lost", StageKind.LOST)))
                                .usedFor(use)));
        Pipeline used = stores.pipelines().save(TENANT, pipeline.called("Sales", use));
        refused(
                List.of(NO_OTHER_TEAM),
                () -> session.pipelines()
                        .use(new UsePipeline(
                                used.id(),
                                used.revision(),
                                "Sales",
                                new PipelineUse(null, Set.of(NO_TEAM, NO_OTHER_TEAM)))));
        assertEquals(
                "Deals",
                session.pipelines()
                        .use(new UsePipeline(used.id(), used.revision(), "Deals", use))
                        .name());
    }

    @Test
    void manyCompaniesNameAllParentsThatAreMissing() {
        CompanyId none = new CompanyId(new UUID(9, 8));
        refused(
                List.of(NO_COMPANY, none),
                () -> session.companies()
                        .add(new AddCompanies(List.of(
                                new AddCompany("A", null, null, NO_COMPANY),
                                new AddCompany("B", null, null, acme),
                                new AddCompany("C", null, null, none)))));
    }
}
