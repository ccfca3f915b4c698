package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.audience.QuoteFields;
import io.crmkit.core.document.DocumentAllowance;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.DocumentStateException;
import io.crmkit.core.document.LineKind;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.PassingStores;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Transactions;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Quotes and orders, through the front door, on the in-memory adapter. */
class DocumentsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    private static final TaxCategory VAT = TaxCategory.rate("22");

    private final Day day = new Day();
    private final Stores stores = InMemoryStores.empty();
    private final CrmSession session =
            Crm.builder().stores(stores).clock(day).build().as(new Actor(new TenantId("acme"), "anna"));
    private final CompanyId company =
            session.companies().add(AddCompany.named("Acme")).id();
    private final DocumentParties parties = new DocumentParties(new SellerId(UUID.randomUUID()), company, null, null);

    /** A clock that stands at noon of a day. */
    private static final class Day extends Clock {

        private LocalDate today = TODAY;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return today.atTime(12, 0).toInstant(ZoneOffset.UTC);
        }
    }

    private QuoteTerms terms() {
        return new QuoteTerms(
                Currency.getInstance("EUR"), TODAY.plusDays(30), "30 days net", "ex works", "Thank you\nfor asking");
    }

    private DraftQuote wish(DraftQuote.Line... lines) {
        return new DraftQuote(parties, terms(), List.of(lines), List.of());
    }

    private Quote draft() {
        return session.quotes()
                .draft(wish(
                        DraftQuote.Line.of("Pump", "10", "120.50", VAT),
                        DraftQuote.Line.of("Installation", "2.5", "80", VAT)));
    }

    private Quote sent() {
        Quote draft = draft();
        return session.quotes().markSent(draft.id(), draft.revision());
    }

    private Quote accepted() {
        Quote sent = sent();
        return session.quotes().accept(sent.id(), sent.revision());
    }

    private static String refusal(Class<? extends Exception> type, Runnable call) {
        return String.valueOf(assertThrows(type, call::run).getMessage());
    }

    @Test
    void aQuoteIsNumberedByYearAndAddedUp() {
        Quote first = draft();
        assertEquals("Q-2026-00001", first.naturalKey());
        assertEquals("Q-2026-00002", draft().naturalKey());
        assertEquals(Money.of("1405.00", "EUR"), first.totals().net());
        assertEquals(Money.of("1714.10", "EUR"), first.totals().gross());
        day.today = LocalDate.of(2027, 1, 1);
        Quote next = session.quotes()
                .draft(new DraftQuote(
                        parties,
                        new QuoteTerms(Currency.getInstance("EUR"), day.today, null, null, null),
                        List.of(),
                        List.of()));
        assertEquals("Q-2027-00001", next.naturalKey());
    }

    @Test
    void aRefusedQuoteUsesUpNoNumber() {
        DraftQuote tooMuchOff = new DraftQuote(
                parties,
                terms(),
                List.of(DraftQuote.Line.of("Pump", "1", "1", VAT)),
                List.of(new DocumentAllowance("Goodwill", Money.of("2", "EUR"), VAT)));
        assertEquals(
                "DraftQuote is not valid: allowances[0].amount '2.00 EUR' must be at most what is left of the lines of tax"
                        + " category S 22, 1.00 EUR",
                refusal(InvalidCommandException.class, () -> session.quotes().draft(tooMuchOff)));
        assertEquals("Q-2026-00001", draft().naturalKey());
    }

    @Test
    void aQuoteThatDoesNotAddUpIsRefusedBeforeAnyUnitOfWork() {
        Stores untouched = new PassingStores(stores) {
            @Override
            public Transactions transactions() {
                throw new AssertionError("a unit of work was begun");
            }
        };
        Quotes quotes = Crm.builder()
                .stores(untouched)
                .clock(day)
                .build()
                .as(new Actor(new TenantId("acme"), "anna"))
                .quotes();
        DraftQuote ofTwoCurrencies = new DraftQuote(
                parties,
                terms(),
                List.of(DraftQuote.Line.of("Pump", "1", "100", VAT)),
                List.of(new DocumentAllowance("Goodwill", Money.of("10", "USD"), VAT)));
        assertEquals(
                "DraftQuote is not valid: allowances[0].amount '10.00 USD' must be in EUR, the currency of the terms",
                refusal(InvalidCommandException.class, () -> quotes.draft(ofTwoCurrencies)));
    }

    @Test
    void everythingWrongWithAWishIsSaidAtOnce() {
        DraftQuote.Line wrong = new DraftQuote.Line(
                LineKind.STANDARD,
                null,
                " ",
                BigDecimal.ZERO,
                "piece",
                new BigDecimal("-1"),
                new BigDecimal("200"),
                VAT);
        assertEquals(
                "DraftQuote is not valid: lines[1].description ' ' must not be blank; "
                        + "lines[1].discount '200' must be 100 or less; "
                        + "lines[1].quantity '0' must be above 0; "
                        + "lines[1].unit 'piece' must be a code of UN/ECE Recommendation 20, such as C62; "
                        + "lines[1].unitPrice '-1' must be 0 or more",
                refusal(
                        InvalidCommandException.class,
                        () -> session.quotes().draft(wish(DraftQuote.Line.of("Pump", "1", "1", VAT), wrong))));
        assertEquals(0, session.quotes().count());
    }

    @Test
    void aQuoteIsNeitherValidInThePastNorOfTenThousandLines() {
        QuoteTerms past = new QuoteTerms(Currency.getInstance("EUR"), TODAY.minusDays(1), null, null, null);
        assertEquals(
                "DraftQuote is not valid: terms.validUntil '2026-05-03' must not be before today, 2026-05-04",
                refusal(
                        InvalidCommandException.class,
                        () -> session.quotes().draft(new DraftQuote(parties, past, List.of(), List.of()))));
        List<DraftQuote.Line> lines = Stream.generate(() -> DraftQuote.Line.of("Pump", "1", "1", VAT))
                .limit(10_000)
                .toList();
        assertTrue(refusal(
                        InvalidCommandException.class,
                        () -> session.quotes().draft(new DraftQuote(parties, terms(), lines, List.of())))
                .endsWith("must have 0 to 1000 items"));
    }

    @Test
    void whatWasSentCannotBeRewritten() {
        Quote sent = sent();
        assertEquals(
                "quote Q-2026-00001 cannot be rewritten: it is SENT; make a new revision",
                refusal(
                        DocumentStateException.class,
                        () -> session.quotes().rewrite(sent.id(), wish(), sent.revision())));
    }

    @Test
    void aDraftWithoutALineThatCountsIsNotSent() {
        Quote empty = session.quotes().draft(wish());
        assertEquals(
                "quote Q-2026-00001 cannot be sent: it has no line that counts",
                refusal(DocumentStateException.class, () -> session.quotes().markSent(empty.id(), empty.revision())));
        day.today = TODAY.plusDays(31);
        Quote late = session.quotes().find(empty.id()).orElseThrow();
        assertEquals(QuoteState.DRAFT, late.state());
    }

    /** D4: an anchor keeps the lines of a quote's old versions and loses terms, discounts and parties. */
    @Test
    void aRevisionKeepsTheWholeOfTheOneBeforeAndTellsWhatChanged() {
        Quote first = sent();
        Quote second = session.quotes().revise(first.id());
        assertEquals("Q-2026-00001/2", second.naturalKey());
        QuoteTerms longer = new QuoteTerms(
                Currency.getInstance("EUR"), TODAY.plusDays(60), "60 days net", "ex works", "Thank you\nfor asking");
        Quote changed = session.quotes()
                .rewrite(
                        second.id(),
                        new DraftQuote(
                                parties,
                                longer,
                                List.of(
                                        DraftQuote.Line.of("Pump", "12", "120.50", VAT),
                                        DraftQuote.Line.of("Installation", "2.5", "80", VAT)),
                                List.of(new DocumentAllowance("Loyalty", Money.of("50", "EUR"), VAT))),
                        second.revision());
        session.quotes().markSent(changed.id(), changed.revision());

        Quote old = session.quotes().find(first.id()).orElseThrow();
        assertEquals(QuoteState.SUPERSEDED, old.state());
        assertEquals(first.terms(), old.terms());
        assertEquals(first.lines(), old.lines());
        assertEquals(first.allowances(), old.allowances());
        assertEquals(first.parties(), old.parties());
        assertEquals(
                List.of(first.id(), second.id()),
                session.quotes().revisions(first.number().number()).stream()
                        .map(Quote::id)
                        .toList());
        List<FieldChange> difference = session.quotes().difference(first.id(), second.id());
        assertTrue(
                difference.contains(new FieldChange("terms.payment", "30 days net", "60 days net")),
                () -> difference.toString());
        assertTrue(difference.contains(new FieldChange("lines[0].quantity", "10", "12")));
        assertTrue(difference.contains(new FieldChange("allowances[0].amount", null, "50.00 EUR")));
    }

    @Test
    void aQuoteIsRevisedOnceAtATime() {
        Quote first = sent();
        session.quotes().revise(first.id());
        assertEquals(
                "quote Q-2026-00001 cannot be revised: its next revision exists",
                refusal(DocumentStateException.class, () -> session.quotes().revise(first.id())));
        assertEquals(
                "quote Q-2026-00002 cannot be revised: it is DRAFT",
                refusal(DocumentStateException.class, () -> session.quotes().revise(draft().id())));
    }

    @Test
    void aDraftCalledOffIsNoDeadEndAndKeepsItsNumber() {
        Quote first = sent();
        Quote second = session.quotes().revise(first.id());
        session.quotes().cancel(second.id(), "never mind", second.revision());
        Quote third = session.quotes().revise(first.id());
        assertEquals("Q-2026-00001/3", third.naturalKey());
        session.quotes().markSent(third.id(), third.revision());
        assertEquals(
                List.of(QuoteState.SUPERSEDED, QuoteState.CANCELLED, QuoteState.SENT),
                session.quotes().revisions(first.number().number()).stream()
                        .map(Quote::state)
                        .toList());
    }

    @Test
    void noRevisionIsSentAfterAnEarlierOneWasAccepted() {
        Quote first = sent();
        Quote second = session.quotes().revise(first.id());
        Quote now = session.quotes().find(first.id()).orElseThrow();
        session.quotes().accept(first.id(), now.revision());
        assertEquals(
                "quote Q-2026-00001/2 cannot be sent: revision 1 was accepted",
                refusal(DocumentStateException.class, () -> session.quotes().markSent(second.id(), second.revision())));
        assertEquals(
                QuoteState.DRAFT,
                session.quotes().find(second.id()).orElseThrow().state());
    }

    @Test
    void aSupersededQuoteCannotBeAcceptedNorOrdered() {
        Quote first = sent();
        Quote second = session.quotes().revise(first.id());
        session.quotes().markSent(second.id(), second.revision());
        Quote old = session.quotes().find(first.id()).orElseThrow();
        assertEquals(
                "quote Q-2026-00001 cannot be accepted: it is SUPERSEDED",
                refusal(DocumentStateException.class, () -> session.quotes().accept(old.id(), old.revision())));
        assertEquals(
                "quote Q-2026-00001 cannot become an order: it is SUPERSEDED",
                refusal(DocumentStateException.class, () -> session.orders().order(OrderQuote.all(old.id()))));
    }

    @Test
    void anExpiredQuoteCannotBeAcceptedNorOrdered() {
        Quote sent = sent();
        day.today = TODAY.plusDays(30);
        assertEquals(false, sent.expired(day.today));
        day.today = TODAY.plusDays(31);
        assertEquals(
                "quote Q-2026-00001 cannot be accepted: it expired on 2026-06-03",
                refusal(DocumentStateException.class, () -> session.quotes().accept(sent.id(), sent.revision())));
        assertEquals(
                "quote Q-2026-00001 cannot become an order: it expired on 2026-06-03",
                refusal(DocumentStateException.class, () -> session.orders().order(OrderQuote.all(sent.id()))));
    }

    /** D10: an anchor works a quote's state out from a list, so that no jump can be refused. */
    @Test
    void aStateThatDoesNotFollowIsRefused() {
        Quote accepted = accepted();
        assertEquals(
                "quote Q-2026-00001 cannot become DECLINED: it is ACCEPTED",
                refusal(
                        DocumentStateException.class,
                        () -> session.quotes().decline(accepted.id(), "too late", accepted.revision())));
        assertEquals(
                "quote Q-2026-00001 cannot be sent: it is ACCEPTED",
                refusal(
                        DocumentStateException.class,
                        () -> session.quotes().markSent(accepted.id(), accepted.revision())));
    }

    @Test
    void anOrderTakesTheLinesAndKnowsItsQuote() {
        Quote accepted = accepted();
        SalesOrder order = session.orders().order(OrderQuote.all(accepted.id()));
        assertEquals("O-2026-00001", order.naturalKey());
        assertEquals(accepted.lines(), order.lines());
        assertEquals(accepted.totals(), order.totals());
        assertEquals(
                List.of(order),
                session.orders().ofQuote(accepted.id(), PageRequest.first(10)).items());
        Quote after = session.quotes().find(accepted.id()).orElseThrow();
        assertEquals(BigDecimal.ZERO, after.remaining(1).stripTrailingZeros());
    }

    /** D9: an anchor marks the quote first and makes the document after, twice when pressed twice. */
    @Test
    void sixtyFourThreadsThatPressTheButtonMakeOneOrder() throws Exception {
        Quote accepted = accepted();
        Set<SalesOrderId> orders = new HashSet<>();
        for (SalesOrder order : fromThreads(64, () -> session.orders().order(OrderQuote.all(accepted.id())))) {
            orders.add(order.id());
        }
        assertEquals(1, orders.size());
        assertEquals(1, session.orders().count());
        assertEquals(
                1,
                session.quotes().find(accepted.id()).orElseThrow().ordered().stream()
                        .map(part -> part.order())
                        .distinct()
                        .count());
    }

    @Test
    void sixtyFourThreadsThatOrderPartsNeverOrderMoreThanWasQuoted() throws Exception {
        Quote accepted = accepted();
        List<String> answers = new ArrayList<>();
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            OrderQuote part = new OrderQuote(accepted.id(), "part " + i, Map.of(1, new BigDecimal("0.75")));
            calls.add(() -> {
                try {
                    return session.orders().order(part).naturalKey();
                } catch (InvalidCommandException nothingLeft) {
                    return String.valueOf(nothingLeft.getMessage());
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (Future<String> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
        // 13 times 0.75 are 9.75 of 10
        List<String> made = answers.stream()
                .filter(answer -> answer.startsWith("O-"))
                .sorted()
                .toList();
        assertEquals(
                Stream.iterate(1, i -> i + 1)
                        .limit(13)
                        .map("O-2026-%05d"::formatted)
                        .toList(),
                made);
        assertTrue(answers.contains(
                "OrderQuote is not valid: quantities[1] '0.75' must be at most 0.25, what is left to order"));
    }

    private static <T> List<T> fromThreads(int count, Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer :
                    threads.invokeAll(Stream.generate(() -> call).limit(count).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theSameRequestIsAnsweredByTheSameOrderAndAnotherByTheRest() {
        Quote accepted = accepted();
        OrderQuote part = new OrderQuote(accepted.id(), "first lorry", Map.of(1, new BigDecimal("4")));
        SalesOrder first = session.orders().order(part);
        assertEquals(first, session.orders().order(part));
        SalesOrder rest = session.orders().order(OrderQuote.all(accepted.id()));
        assertNotEquals(first.id(), rest.id());
        assertEquals(
                Map.of(1, new BigDecimal("6"), 2, new BigDecimal("2.5")),
                Map.of(
                        rest.lines().get(0).number(),
                        rest.lines().get(0).quantity(),
                        rest.lines().get(1).number(),
                        rest.lines().get(1).quantity()));
        assertEquals(
                "quote Q-2026-00001 cannot become an order: all of it is ordered already",
                refusal(
                        DocumentStateException.class,
                        () -> session.orders().order(new OrderQuote(accepted.id(), "again", Map.of()))));
    }

    @Test
    void aCancelledOrderGivesBackWhatItTook() {
        Quote accepted = accepted();
        SalesOrder order = session.orders().order(OrderQuote.all(accepted.id()));
        SalesOrder off = session.orders().cancel(order.id(), "credit refused", order.revision());
        assertEquals(OrderState.CANCELLED, off.progress().state());
        assertEquals(
                "order O-2026-00001 cannot be cancelled: it is cancelled already",
                refusal(DocumentStateException.class, () -> session.orders().cancel(off.id(), null, off.revision())));
        SalesOrder again = session.orders().order(OrderQuote.all(accepted.id()));
        assertEquals("O-2026-00002", again.naturalKey());
        assertEquals(accepted.totals(), again.totals());
    }

    @Test
    void theAllowanceGoesToTheOrderThatTakesAllAndToNoPart() {
        DraftQuote wish = new DraftQuote(
                parties,
                terms(),
                List.of(DraftQuote.Line.of("Pump", "2", "100", VAT)),
                List.of(new DocumentAllowance("Loyalty", Money.of("20", "EUR"), VAT)));
        Quote draft = session.quotes().draft(wish);
        Quote sent = session.quotes().markSent(draft.id(), draft.revision());
        Quote accepted = session.quotes().accept(sent.id(), sent.revision());
        SalesOrder half = session.orders().order(new OrderQuote(accepted.id(), "half", Map.of(1, BigDecimal.ONE)));
        assertEquals(Money.of("100", "EUR"), half.totals().net());
        session.orders().cancel(half.id(), null, half.revision());
        assertEquals(
                Money.of("180", "EUR"),
                session.orders().order(OrderQuote.all(accepted.id())).totals().net());
    }

    @Test
    void anOptionalLineIsOrderedOnlyWhenAskedFor() {
        DraftQuote.Line optional = new DraftQuote.Line(
                LineKind.OPTIONAL,
                null,
                "Spare parts",
                BigDecimal.ONE,
                "C62",
                new BigDecimal("15"),
                BigDecimal.ZERO,
                VAT);
        Quote draft = session.quotes().draft(wish(DraftQuote.Line.of("Pump", "1", "100", VAT), optional));
        Quote sent = session.quotes().markSent(draft.id(), draft.revision());
        Quote accepted = session.quotes().accept(sent.id(), sent.revision());
        SalesOrder all = session.orders().order(OrderQuote.all(accepted.id()));
        assertEquals(1, all.lines().size());
        SalesOrder spare =
                session.orders().order(new OrderQuote(accepted.id(), "spare parts", Map.of(2, BigDecimal.ONE)));
        assertEquals(Money.of("15", "EUR"), spare.totals().net());
    }

    @Test
    void theArchiveFindsARevisionByNumberPartyDayAndText() {
        Quote sent = sent();
        draft();
        for (var criterion : List.of(
                QuoteFields.NUMBER.is("Q-2026-00001"),
                QuoteFields.SENT_AT.isSet().and(QuoteFields.COMPANY.is(company)),
                QuoteFields.VALID_UNTIL.is(TODAY.plusDays(30)).and(QuoteFields.STATE.is(QuoteState.SENT)),
                QuoteFields.TEXT.contains("INSTALLATION").and(QuoteFields.SENT_AT.isSet()))) {
            assertEquals(
                    List.of(sent),
                    stores.quotes()
                            .select(new TenantId("acme"), criterion, PageRequest.first(10))
                            .items(),
                    criterion::toText);
        }
    }

    @Test
    void whoeverHasNotSeenTheLastChangeIsRefused() {
        Quote sent = sent();
        session.quotes().accept(sent.id(), sent.revision());
        assertThrows(StaleRevisionException.class, () -> session.quotes().decline(sent.id(), null, sent.revision()));
        assertThrows(StaleRevisionException.class, () -> session.quotes().cancel(sent.id(), null, new Revision(7)));
        assertEquals(
                "QuoteId 00000000-0000-0000-0000-000000000001 does not exist",
                refusal(NotFoundException.class, () -> session.quotes().revise(new QuoteId(new UUID(0, 1)))));
    }
}
