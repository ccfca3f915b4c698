package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.DraftQuote;
import io.crmkit.core.service.OrderQuote;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many people press the button that makes an order of a quote, each in a transaction of a database of their own. */
class OrdersRaceTest {

    private static final int THREADS = 64;

    private final TenantId tenant = new TenantId("tenant " + UUID.randomUUID());

    @RegisterExtension
    final Sessions sessions = new Sessions();

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private CrmSession crm(JpaSession session) {
        return Crm.builder().stores(session.stores()).build().as(new Actor(tenant, "anna"));
    }

    private Quote accepted(JpaSession session) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        QuoteTerms terms = new QuoteTerms(Currency.getInstance("EUR"), today.plusDays(30), null, null, null);
        return session.write(() -> {
            CrmSession crm = crm(session);
            CompanyId acme = crm.companies().add(AddCompany.named("Acme")).id();
            DocumentParties parties = new DocumentParties(new SellerId(UUID.randomUUID()), acme, null, null);
            Quote draft = crm.quotes()
                    .draft(new DraftQuote(
                            parties,
                            terms,
                            List.of(DraftQuote.Line.of("Pump", "10", "120.50", TaxCategory.rate("22"))),
                            List.of()));
            Quote sent = crm.quotes().markSent(draft.id(), draft.revision());
            return crm.quotes().accept(sent.id(), sent.revision());
        });
    }

    private List<SalesOrder> pressed(Database database, Function<Integer, OrderQuote> requests) throws Exception {
        CountDownLatch together = new CountDownLatch(THREADS);
        List<Callable<SalesOrder>> calls = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            JpaSession session = sessions.on(database);
            OrderQuote request = requests.apply(i);
            calls.add(() -> {
                together.countDown();
                together.await();
                return session.write(() -> crm(session).orders().order(request));
            });
        }
        List<SalesOrder> orders = new ArrayList<>();
        for (Future<SalesOrder> order : threads.invokeAll(calls)) {
            orders.add(order.get());
        }
        return orders;
    }

    @ParameterizedTest
    @EnumSource
    void sixtyFourThreadsThatPressTheButtonMakeOneOrder(Database database) throws Exception {
        JpaSession session = sessions.on(database);
        QuoteId quote = accepted(session).id();
        List<SalesOrder> orders = pressed(database, thread -> OrderQuote.all(quote));
        assertEquals(1, orders.stream().map(SalesOrder::id).distinct().count());
        assertEquals(1, crm(session).orders().count());
        assertEquals(
                1, crm(session).quotes().find(quote).orElseThrow().ordered().size());
    }

    @ParameterizedTest
    @EnumSource
    void sixtyFourPartsTogetherAreNeverMoreThanWasQuotedAndNumberedWithoutAGap(Database database) throws Exception {
        JpaSession session = sessions.on(database);
        QuoteId quote = accepted(session).id();
        List<SalesOrder> orders = pressed(
                database, thread -> new OrderQuote(quote, "part " + thread, Map.of(1, new BigDecimal("0.1562"))));
        assertEquals(
                IntStream.rangeClosed(1, THREADS).boxed().toList(),
                orders.stream()
                        .map(order -> (int) order.number().sequence())
                        .sorted()
                        .toList());
        assertEquals(
                new BigDecimal("0.0032"),
                crm(session).quotes().find(quote).orElseThrow().remaining(1));
    }

    /* every fourth transaction is rolled back after it has drawn */
    @ParameterizedTest
    @EnumSource
    void sixtyFourThreadsThatDrawNumbersLeaveNoGapAndNoDouble(Database database) throws Exception {
        CountDownLatch together = new CountDownLatch(THREADS);
        List<Callable<List<Long>>> calls = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            JpaSession session = sessions.on(database);
            int thread = i;
            calls.add(() -> {
                together.countDown();
                together.await();
                return drawn(session, thread);
            });
        }
        List<Long> drawn = new ArrayList<>();
        for (Future<List<Long>> each : threads.invokeAll(calls)) {
            drawn.addAll(each.get());
        }
        assertEquals(
                LongStream.rangeClosed(1, drawn.size()).boxed().toList(),
                drawn.stream().sorted().toList());
    }

    private List<Long> drawn(JpaSession session, int thread) {
        List<Long> drawn = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            if ((thread + i) % 4 == 0) {
                session.rollBack(() -> session.stores().numbering().next(tenant, "N", 2026));
            } else {
                drawn.add(session.write(() ->
                        session.stores().numbering().next(tenant, "N", 2026).sequence()));
            }
        }
        return drawn;
    }
}
