package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.QuoteFields;
import io.crmkit.core.audience.SalesOrderFields;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.SalesStage;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Gate;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.Requirement;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.pipeline.StageMoveException;
import io.crmkit.core.port.PassingStores;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.ConvertedSum;
import io.crmkit.core.value.ExchangeRate;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.RatePolicy;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens with a sale, in its transaction, and what sales come to in one currency. */
class SalePolicyTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    private static final ExchangeRate DOLLAR = ExchangeRate.of("USD", "EUR", TODAY, "0.8");

    private final InMemoryStores stores = InMemoryStores.empty();
    private final CrmSession session = Crm.builder()
            .stores(stores)
            .clock(Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC))
            .rates(wanted -> List.of(DOLLAR))
            .build()
            .as(new Actor(TENANT, "anna"));
    private final CompanyId company =
            session.companies().add(AddCompany.named("Acme")).id();
    private final SellerId seller =
            session.sellers().add(new AddSeller("Anna", null)).id();

    private Opportunity opportunity(Gate gate) {
        Stage won = new Stage(
                new StageId(UUID.randomUUID()), "Won", StageKind.WON, null, ForecastCategory.CLOSED, null, gate);
        Pipeline pipeline = new Pipeline(
                new PipelineId(UUID.randomUUID()),
                Revision.NONE,
                "Sales " + UUID.randomUUID(),
                List.of(new Stage(new StageId(UUID.randomUUID()), "Talking", StageKind.OPEN), won));
        stores.transactions().write(() -> stores.pipelines().save(TENANT, pipeline));
        return session.opportunities()
                .open(new OpenOpportunity(
                        "Pumps", pipeline.id(), new OpportunityParties(seller, company, null), null, null, null));
    }

    private Quote sent(@Nullable OpportunityId deal, String currency) {
        DraftQuote wish = new DraftQuote(
                new DocumentParties(seller, company, null, deal),
                new QuoteTerms(Currency.getInstance(currency), TODAY.plusDays(30), null, null, null),
                List.of(DraftQuote.Line.of("Pump", "10", "10", TaxCategory.rate("22"))),
                List.of());
        Quote draft = session.quotes().draft(wish);
        return session.quotes().markSent(draft.id(), draft.revision());
    }

    private Outcome outcome(Opportunity deal) {
        return session.opportunities().find(deal.id()).orElseThrow().standing().outcome();
    }

    private SalesStage stage() {
        return session.companies().find(company).orElseThrow().relationship().stage();
    }

    @Test
    void nothingElseHappensWhereNothingWasSaid() {
        Opportunity deal = opportunity(Gate.OPEN);
        Quote sent = sent(deal.id(), "EUR");
        Quote accepted = session.quotes().accept(sent.id(), sent.revision());
        session.orders().order(OrderQuote.all(accepted.id()));
        assertEquals(Outcome.OPEN, outcome(deal));
        assertEquals(SalesStage.SUSPECT, stage());
    }

    @Test
    void anAcceptedQuoteWinsTheOpportunityAndMakesACustomerWhereAskedTo() {
        Opportunity deal = opportunity(Gate.OPEN);
        Quote sent = sent(deal.id(), "EUR");
        session.quotes(SalePolicy.WHOLE).accept(sent.id(), sent.revision());
        assertEquals(Outcome.WON, outcome(deal));
        assertEquals(SalesStage.CUSTOMER, stage());
    }

    @Test
    void anOrderDoesWhatTheBuilderSays() {
        Opportunity deal = opportunity(Gate.OPEN);
        Quote sent = sent(deal.id(), "EUR");
        Quote accepted = session.quotes().accept(sent.id(), sent.revision());
        CrmSession whole = Crm.builder()
                .stores(stores)
                .clock(Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC))
                .sales(SalePolicy.WHOLE)
                .build()
                .as(new Actor(TENANT, "anna"));
        SalesOrder order = whole.orders().order(OrderQuote.all(accepted.id()));
        assertEquals(Outcome.WON, outcome(deal));
        assertEquals(SalesStage.CUSTOMER, stage());
        long changes = session.journal().last();
        assertEquals(order, whole.orders().order(OrderQuote.all(accepted.id())));
        assertEquals(changes, session.journal().last());
    }

    @Test
    void aGateThatKeepsTheOpportunityOutLeavesNothingHalfDone() {
        Opportunity deal = opportunity(Gate.requiring(Requirement.AMOUNT));
        Quote sent = sent(deal.id(), "EUR");
        assertThrows(
                StageMoveException.class, () -> session.quotes(SalePolicy.WHOLE).accept(sent.id(), sent.revision()));
        assertEquals(sent, session.quotes().find(sent.id()).orElseThrow());
        Quote accepted = session.quotes().accept(sent.id(), sent.revision());
        assertThrows(
                StageMoveException.class, () -> session.orders(SalePolicy.WHOLE).order(OrderQuote.all(accepted.id())));
        assertEquals(0, session.orders().count());
        assertEquals(accepted, session.quotes().find(accepted.id()).orElseThrow());
        assertEquals(SalesStage.SUSPECT, stage());
        assertEquals(
                "O-2026-00001",
                session.orders().order(OrderQuote.all(accepted.id())).naturalKey());
    }

    /** D8: an anchor counts every contract of a customer once for each of the customer's opportunities. */
    @Test
    void anOrderOfACustomerWithSeveralOpportunitiesCountsOnce() {
        for (Opportunity deal : List.of(opportunity(Gate.OPEN), opportunity(Gate.OPEN))) {
            Quote sent = sent(deal.id(), "EUR");
            Quote accepted = session.quotes().accept(sent.id(), sent.revision());
            session.orders().order(OrderQuote.all(accepted.id()));
        }
        ConvertedSum both = session.orders().sum(SalesOrderFields.COMPANY.is(company), RatePolicy.documentDate("EUR"));
        assertEquals(Money.of("200", "EUR"), both.total());
        assertEquals(List.of(), both.rates());
    }

    @Test
    void documentsOfTwoCurrenciesAreAddedUpByTheRatesOfTheirDayWhichTheSumTells() {
        sent(null, "EUR");
        sent(null, "USD");
        ConvertedSum sum = session.quotes().sum(QuoteFields.STATE.is(QuoteState.SENT), RatePolicy.documentDate("EUR"));
        assertEquals(Money.of("180", "EUR"), sum.total());
        assertEquals(List.of(DOLLAR), sum.rates());
        assertEquals(
                Money.of("0", "EUR"),
                session.quotes()
                        .sum(Criterion.nothing(), RatePolicy.documentDate("EUR"))
                        .total());
    }

    @Test
    void whatIsConvertedByOneRateIsAddedUpWithoutReadingADocument() {
        for (String currency : List.of("EUR", "USD", "USD")) {
            Quote sent = sent(null, currency);
            session.orders()
                    .order(OrderQuote.all(
                            session.quotes().accept(sent.id(), sent.revision()).id()));
        }
        CrmSession unread = Crm.builder()
                .stores(new Unread(stores))
                .clock(Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC))
                .rates(wanted -> List.of(DOLLAR))
                .build()
                .as(new Actor(TENANT, "anna"));
        RatePolicy fixed = RatePolicy.fixed("EUR", Map.of(Currency.getInstance("USD"), new BigDecimal("0.5")));
        Map<RatePolicy, Money> sums =
                Map.of(fixed, Money.of("200", "EUR"), RatePolicy.today("EUR"), Money.of("260", "EUR"));
        sums.forEach((policy, sum) -> {
            assertEquals(
                    sum, unread.quotes().sum(Criterion.everything(), policy).total());
            assertEquals(
                    sum, unread.orders().sum(Criterion.everything(), policy).total());
        });
        assertThrows(
                UnsupportedOperationException.class,
                () -> unread.quotes().sum(Criterion.everything(), RatePolicy.closeDate("EUR")));
    }

    /** Stores whose documents cannot be listed. */
    private static final class Unread extends PassingStores {

        Unread(Stores stores) {
            super(stores);
        }

        @Override
        public Store<Quote, QuoteId> quotes() {
            return unlisted();
        }

        @Override
        public Store<SalesOrder, SalesOrderId> orders() {
            return unlisted();
        }

        @SuppressWarnings("unchecked") // a proxy of the interface
        private static <N extends Noun<I>, I extends Identifier> Store<N, I> unlisted() {
            return (Store<N, I>) Proxy.newProxyInstance(
                    Store.class.getClassLoader(), new Class<?>[] {Store.class}, (self, method, args) -> {
                        throw new UnsupportedOperationException(method.getName());
                    });
        }
    }
}
