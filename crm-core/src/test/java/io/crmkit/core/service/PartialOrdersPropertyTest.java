package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.audience.SalesOrderFields;
import io.crmkit.core.document.DocumentLine;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.DocumentStateException;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws of orders in parts, over orders, repetitions and cancellations at random from a seed. */
class PartialOrdersPropertyTest {

    private static final TaxCategory VAT = TaxCategory.rate("22");
    private static final List<String> QUOTED = List.of("10", "2.5", "0.0001");

    private final CrmSession session = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC))
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));

    private Quote accepted() {
        CompanyId acme = session.companies().add(AddCompany.named("Acme")).id();
        DocumentParties parties = new DocumentParties(new SellerId(UUID.randomUUID()), acme, null, null);
        List<DraftQuote.Line> lines = QUOTED.stream()
                .map(quantity -> DraftQuote.Line.of("Pump", quantity, "17.35", VAT))
                .toList();
        QuoteTerms terms = new QuoteTerms(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 3), null, null, null);
        Quote draft = session.quotes().draft(new DraftQuote(parties, terms, lines, List.of()));
        Quote sent = session.quotes().markSent(draft.id(), draft.revision());
        return session.quotes().accept(sent.id(), sent.revision());
    }

    private List<SalesOrder> confirmed(Quote quote) {
        return session.orders().ofQuote(quote.id(), PageRequest.first(100)).items().stream()
                .filter(order -> order.progress().state() == OrderState.CONFIRMED)
                .toList();
    }

    @Property(tries = 100)
    void quantitiesAreConservedLineByLine(@ForAll long seed) {
        Random random = new Random(seed);
        Quote quote = accepted();
        for (int step = 0; step < 12; step++) {
            List<SalesOrder> live = confirmed(quote);
            if (random.nextInt(4) == 0 && !live.isEmpty()) {
                SalesOrder off = live.get(random.nextInt(live.size()));
                session.orders().cancel(off.id(), null, off.revision());
            } else {
                order(quote, "step " + step, random);
            }
            assertConserved(quote);
        }
    }

    private void order(Quote quote, String request, Random random) {
        Map<Integer, BigDecimal> wanted = new HashMap<>();
        for (int line = 1; line <= QUOTED.size(); line++) {
            if (random.nextBoolean()) {
                wanted.put(line, BigDecimal.valueOf(1 + random.nextInt(60_000), 4));
            }
        }
        Map<Integer, BigDecimal> left = new HashMap<>();
        Quote before = session.quotes().find(quote.id()).orElseThrow();
        wanted.keySet().forEach(line -> left.put(line, before.remaining(line)));
        boolean possible = wanted.isEmpty()
                ? before.lines().stream()
                        .anyMatch(line -> before.remaining(line.number()).signum() > 0)
                : wanted.entrySet().stream().allMatch(each -> each.getValue().compareTo(left.get(each.getKey())) <= 0);
        try {
            session.orders().order(new OrderQuote(quote.id(), request, wanted));
            assertTrue(possible, () -> wanted + " of " + left);
        } catch (InvalidCommandException | DocumentStateException refused) {
            assertTrue(!possible, () -> wanted + " of " + left);
            assertEquals(before, session.quotes().find(quote.id()).orElseThrow());
        }
    }

    /* what is left and what was ordered make what was quoted, and no order has a line of more than that */
    private void assertConserved(Quote quote) {
        Quote now = session.quotes().find(quote.id()).orElseThrow();
        for (DocumentLine line : quote.lines()) {
            BigDecimal ordered = confirmed(quote).stream()
                    .flatMap(order -> order.lines().stream())
                    .filter(part -> part.number() == line.number())
                    .map(DocumentLine::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, line.quantity().compareTo(ordered.add(now.remaining(line.number()))));
            assertTrue(now.remaining(line.number()).signum() >= 0);
        }
    }

    @Property(tries = 100)
    void aRequestIsOneOrderHoweverOftenItIsMade(@ForAll long seed) {
        Random random = new Random(seed);
        Quote quote = accepted();
        Map<String, SalesOrder> first = new HashMap<>();
        for (int step = 0; step < 20; step++) {
            String request = "request " + random.nextInt(4);
            Map<Integer, BigDecimal> quantities =
                    Map.of(1, BigDecimal.valueOf(1 + request.charAt(request.length() - 1) - '0'));
            SalesOrder order = session.orders().order(new OrderQuote(quote.id(), request, quantities));
            SalesOrder before = first.putIfAbsent(request, order);
            assertEquals(before == null ? order : before, order);
        }
        assertEquals(first.size(), session.orders().count(SalesOrderFields.QUOTE.is(quote.id())));
    }

    @Property(tries = 50)
    void anOrdersTotalIsTheSumOfItsRoundedLines(@ForAll long seed) {
        Random random = new Random(seed);
        Quote quote = accepted();
        for (int step = 0; step < 5; step++) {
            order(quote, "step " + step, random);
        }
        for (SalesOrder order : confirmed(quote)) {
            BigDecimal lines = order.lines().stream()
                    .map(line -> line.quantity().multiply(line.unitPrice()).setScale(2, java.math.RoundingMode.HALF_UP))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(new Money(lines, order.currency()), order.totals().net());
        }
    }
}
