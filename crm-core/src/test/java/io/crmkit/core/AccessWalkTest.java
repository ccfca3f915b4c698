package io.crmkit.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.access.GuardedStores;
import io.crmkit.core.access.Reach;
import io.crmkit.core.access.Role;
import io.crmkit.core.access.RolePolicy;
import io.crmkit.core.access.RolePolicy.Assignment;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.document.DocumentKind;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.AccessPolicy;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Journal;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.AddTeam;
import io.crmkit.core.service.Call;
import io.crmkit.core.service.Commands;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.service.DraftQuote;
import io.crmkit.core.service.OpenOpportunity;
import io.crmkit.core.service.OrderQuote;
import io.crmkit.core.service.Outward;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.service.RecordDocument;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two tenants, three teams, a hidden amount: what may not be seen is said by no read of any handle. */
class AccessWalkTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final String OWN_DEAL = "Pumps for Anna";
    private static final String OTHERS_DEAL = "Valves for Bert";
    private static final String STRANGERS_DEAL = "Pipes for nobody here";
    private static final String OWN_AMOUNT = "424242";
    private static final String OTHERS_AMOUNT = "737373";
    private static final String OTHERS_CALL = "1999-12-31";

    private final Stores stores = InMemoryStores.empty();
    private final List<Identifier> ids = new ArrayList<>();
    private SellerId anna = new SellerId(new java.util.UUID(0, 1));
    private SellerId bert = anna;

    private CrmSession unguarded(String tenant) {
        return session(stores, new Actor(new TenantId(tenant), "root"));
    }

    private static CrmSession session(Stores stores, Actor actor) {
        return new CrmSession(new Call(
                actor,
                stores,
                CLOCK,
                new TimeOrderedIds(CLOCK),
                Commands.checkedByProvider(),
                SuppressionKey.of(new byte[16]),
                Outward.NONE));
    }

    private <I extends Identifier> I known(I id) {
        ids.add(id);
        return id;
    }

    @BeforeEach
    void tellTheStory() {
        CrmSession crm = unguarded("acme");
        Team region = crm.teams().add(new AddTeam("Region", null));
        Team north = crm.teams().add(new AddTeam("North", null, region.id(), null));
        Team south = crm.teams().add(new AddTeam("South", null, region.id(), null));
        anna = known(seller(crm, "Anna", north).id());
        bert = known(seller(crm, "Bert", north).id());
        SellerId cleo = known(seller(crm, "Cleo", north).id());
        SellerId dora = known(seller(crm, "Dora", south).id());
        Pipeline pipeline = pipeline(crm);
        deals(crm, pipeline, anna, OWN_DEAL, Money.of(OWN_AMOUNT, "EUR"));
        // each in a currency of his own, so that sums are amounts
        Map<SellerId, String> others = Map.of(bert, "USD", cleo, "CHF", dora, "GBP");
        for (SellerId other : others.keySet()) {
            deals(crm, pipeline, other, OTHERS_DEAL, Money.of(OTHERS_AMOUNT, String.valueOf(others.get(other))));
            held(crm, other, Instant.parse(OTHERS_CALL + "T10:00:00Z"));
            invoiced(crm, other, Money.of(OTHERS_AMOUNT, String.valueOf(others.get(other))));
            ordered(crm, other, String.valueOf(others.get(other)));
        }
        held(crm, anna, NOON);
        CrmSession strangers = unguarded("strangers");
        deals(strangers, pipeline(strangers), null, STRANGERS_DEAL, Money.of(OTHERS_AMOUNT, "EUR"));
    }

    private static Seller seller(CrmSession crm, String name, Team team) {
        return crm.sellers().add(new AddSeller(name, team.id()));
    }

    private Pipeline pipeline(CrmSession crm) {
        Pipeline pipeline = crm.pipelines()
                .define(new DefinePipeline(
                        "Sales",
                        List.of(
                                new StageDefinition("Lead", StageKind.OPEN),
                                new StageDefinition("Won", StageKind.WON))));
        known(pipeline.id());
        return pipeline;
    }

    private void held(CrmSession crm, SellerId seller, Instant at) {
        known(crm.activities()
                .record(new RecordActivity(ActivityType.CALL, seller, at, ActivityState.HELD, ActivitySubjects.NONE))
                .id());
    }

    /* a company of the seller's, and an invoice to it */
    private void invoiced(CrmSession crm, SellerId seller, Money amount) {
        Company company = crm.companies().add(AddCompany.named(OTHERS_DEAL));
        Relationship owned = new Relationship(seller, SalesStage.CUSTOMER, null, PartyState.ACTIVE);
        stores.transactions()
                .write(() -> stores.companies().save(new TenantId("acme"), company.withRelationship(owned)));
        known(company.id());
        DocumentSubjects subjects = new DocumentSubjects(company.id(), null, null);
        known(crm.documents()
                .record(RecordDocument.open(DocumentKind.INVOICE, "2026/" + amount.currency(), NOON, subjects)
                        .worth(amount))
                .id());
    }

    /* a quote to a company that is nobody's, and what was ordered of it */
    private void ordered(CrmSession crm, SellerId seller, String currency) {
        CompanyId company = crm.companies().add(AddCompany.named("Everybody's")).id();
        Quote draft = crm.quotes()
                .draft(new DraftQuote(
                        new DocumentParties(seller, known(company), null, null),
                        new QuoteTerms(Currency.getInstance(currency), LocalDate.of(2026, 12, 31), null, null, null),
                        List.of(DraftQuote.Line.of(OTHERS_DEAL, "1", OTHERS_AMOUNT, TaxCategory.NONE)),
                        List.of()));
        Quote sent = crm.quotes().markSent(known(draft.id()), draft.revision());
        Quote accepted = crm.quotes().accept(sent.id(), sent.revision());
        known(crm.orders().order(OrderQuote.all(accepted.id())).id());
    }

    /* one open and one won */
    private void deals(CrmSession crm, Pipeline pipeline, @Nullable SellerId owner, String name, Money amount) {
        for (boolean won : new boolean[] {false, true}) {
            Opportunity deal = crm.opportunities()
                    .open(new OpenOpportunity(
                            name, pipeline.id(), new OpportunityParties(owner, null, null), null, amount, null));
            known(deal.id());
            if (won) {
                crm.opportunities()
                        .move(
                                deal.id(),
                                pipeline.stageNamed("Won").orElseThrow().id(),
                                deal.revision());
            }
        }
    }

    private Map<String, String> walk(Stores all, Role role) throws IllegalAccessException {
        Actor actor = new Actor(new TenantId("acme"), "anna");
        AccessPolicy policy = RolePolicy.of(any -> new Assignment(role, anna));
        return Walk.of(session(guarded(all, policy, actor), actor), ids);
    }

    /* what a saboteur passes by the guard */
    private Stores guarded(Stores all, AccessPolicy policy, Actor actor) {
        return GuardedStores.over(all, policy, actor);
    }

    private static Set<String> saying(Map<String, String> answers, String... secrets) {
        return answers.entrySet().stream()
                .filter(answer -> List.of(secrets).stream().anyMatch(answer.getValue()::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Role seller() {
        return Role.seller()
                .with(Opportunity.class, Reach.OWN, Reach.OWN)
                .with(Activity.class, Reach.OWN, Reach.OWN)
                .with(Quote.class, Reach.OWN, Reach.OWN)
                .with(SalesOrder.class, Reach.OWN, Reach.OWN)
                .hiding(OpportunityFields.AMOUNT);
    }

    @Test
    void noReadSaysWhatMayNotBeSeen() throws IllegalAccessException {
        Map<String, String> answers = walk(stores, seller());
        assertEquals(Set.of(), saying(answers, OTHERS_DEAL, STRANGERS_DEAL, OTHERS_AMOUNT, OTHERS_CALL));
        assertEquals(Set.of(), saying(answers, OWN_AMOUNT));
        assertTrue(saying(answers, OWN_DEAL).contains("opportunities.find"), answers::toString);
    }

    @Test
    void everySecretIsSaidToThoseWhoMayKnowIt() throws IllegalAccessException {
        Map<String, String> answers = walk(stores, Role.administrator());
        Set<String> reads = Set.of("opportunities.find", "opportunities.page", "journal.of", "journal.after");
        assertTrue(saying(answers, OTHERS_DEAL).containsAll(reads), answers::toString);
        Set<String> sums = Set.of("insights.sales", "insights.outlook", "quotes.sums", "orders.sums");
        assertTrue(saying(answers, OTHERS_AMOUNT).containsAll(sums), answers::toString);
        assertTrue(saying(answers, OTHERS_CALL).contains("insights.activityPeriod"));
        assertTrue(saying(answers, "Bert").contains("insights.winRates"));
        assertEquals(Set.of(), saying(answers, STRANGERS_DEAL));
    }

    @Test
    void aSellerIsComparedWithTheTeamAndNamesNobodyInIt() throws IllegalAccessException {
        Map<String, String> answers = walk(stores, seller());
        Set<String> compared = Set.of("insights.activityFunnel", "insights.opportunityFunnel", "insights.winRates");
        Set<String> naming = saying(answers, "Bert", "Cleo", "Dora");
        compared.forEach(read -> assertFalse(naming.contains(read), read));
        assertTrue(saying(answers, "Anna").containsAll(compared), answers::toString);
        // North won three of three; Anna's own row is one of one
        assertTrue(saying(answers, "3 of 3").contains("insights.winRates"), answers::toString);
    }

    /** Each method a guard might forget, and a read that tells when it does. */
    @ParameterizedTest
    @CsvSource({
        "opportunities, find, opportunities.find",
        "opportunities, page, opportunities.page",
        "facts, sales, insights.sales",
        "facts, open, insights.outlook",
        "facts, activitySpan, insights.activityPeriod",
        "facts, activities, insights.activityFunnel",
        "facts, opportunities, insights.winRates",
        "facts, eachActivity, insights.activityTable",
        "facts, deals, opportunities.portfolio",
        "facts, quotes, quotes.sums",
        "facts, orders, orders.sums",
        "journal, after, journal.after",
        "journal, before, journal.of",
        "journal, recorded, journal.recorded"
    })
    void aGuardThatForgetsOneMethodIsFoundOut(String port, String method, String read) throws IllegalAccessException {
        Actor actor = new Actor(new TenantId("acme"), "anna");
        Stores guarded = GuardedStores.over(stores, RolePolicy.of(any -> new Assignment(seller(), anna)), actor);
        Map<String, String> answers = Walk.of(session(forgetting(guarded, port, method), actor), ids);
        Set<String> told = saying(answers, OTHERS_DEAL, OTHERS_AMOUNT, OTHERS_CALL);
        told.addAll(saying(answers, "name=Bert", "seller=Bert"));
        assertTrue(told.contains(read), () -> "told by " + told);
    }

    private Stores forgetting(Stores guarded, String port, String method) {
        Class<?> type = port.equals("facts") ? Facts.class : port.equals("journal") ? Journal.class : Store.class;
        return (Stores) passing(Stores.class, guarded, (name, sound) -> {
            if (!name.equals(port)) {
                return sound;
            }
            Object raw = port.equals("facts")
                    ? stores.facts()
                    : port.equals("journal") ? stores.journal() : stores.opportunities();
            return proxy(
                    type,
                    (called, args) ->
                            called.getName().equals(method) ? called.invoke(raw, args) : called.invoke(sound, args));
        });
    }

    private interface Kept {
        Object instead(String name, Object answer);
    }

    private interface Called {
        Object answer(java.lang.reflect.Method method, Object[] args) throws ReflectiveOperationException;
    }

    private static Object passing(Class<?> type, Object sound, Kept kept) {
        return proxy(type, (method, args) -> kept.instead(method.getName(), method.invoke(sound, args)));
    }

    private static Object proxy(Class<?> type, Called called) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return called.answer(method, args);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }
}
