package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.DocumentStateException;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.jspecify.annotations.Nullable;

/** The revisions of a quote and the orders from them, against a table of what may follow what and a sum by hand. */
class DocumentStateMachineTest {

    /* what may be asked of a quote in each state; written down by hand, so that the code is not its own judge */
    private static final Map<String, Set<String>> MAY = Map.of(
            "DRAFT", Set.of("rewrite", "send", "cancel"),
            "SENT", Set.of("accept", "decline", "cancel", "revise"),
            "ACCEPTED", Set.of("order"),
            "DECLINED", Set.of("revise"),
            "CANCELLED", Set.of(),
            "SUPERSEDED", Set.of());

    private static final Map<String, String> BECOMES =
            Map.of("send", "SENT", "accept", "ACCEPTED", "decline", "DECLINED", "cancel", "CANCELLED");

    /** What the model keeps of one revision of the quote. */
    private static final class Row {

        private final QuoteId id;
        private final Map<String, Part> parts = new HashMap<>();
        private String state = "DRAFT";
        private int pumps;
        private boolean isSent;

        private Row(QuoteId id, int pumps) {
            this.id = id;
            this.pumps = pumps;
        }

        private boolean may(String asked) {
            return MAY.getOrDefault(state, Set.of()).contains(asked);
        }

        private int left() {
            return pumps - parts.values().stream().mapToInt(Part::pumps).sum();
        }
    }

    /** A confirmed order, as the model keeps it. */
    private record Part(SalesOrderId id, int pumps) {}

    /** A session, and what it ought to hold. */
    private static final class World {

        private final CrmSession crm = Crm.builder()
                .stores(InMemoryStores.empty())
                .clock(Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC))
                .build()
                .as(new Actor(new TenantId("acme"), "anna"));
        private final CompanyId acme =
                crm.companies().add(AddCompany.named("Acme")).id();
        private final List<Row> revisions = new ArrayList<>();
        private final List<SalesOrderId> cancelled = new ArrayList<>();

        private World() {
            revisions.add(new Row(crm.quotes().draft(wish(10)).id(), 10));
        }

        private DraftQuote wish(int pumps) {
            return new DraftQuote(
                    new DocumentParties(new SellerId(new UUID(1, 1)), acme, null, null),
                    new QuoteTerms(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 3), null, null, null),
                    List.of(DraftQuote.Line.of("Pump", "" + pumps, "17.35", TaxCategory.rate("22"))),
                    List.of());
        }

        private Quote stored(Row row) {
            return crm.quotes().find(row.id).orElseThrow();
        }

        private Row any(Random random) {
            boolean old = random.nextInt(4) == 0;
            return revisions.get(old ? random.nextInt(revisions.size()) : revisions.size() - 1);
        }

        /* carried out where the table allows it and the revision is the one that is stored */
        private boolean isDone(String asked, Row row, Revision seen, Supplier<?> command) {
            boolean allowed = row.may(asked) && !(asked.equals("send") && isAgreedUpon(row));
            Class<?> refusal = allowed ? null : DocumentStateException.class;
            Class<?> expected = seen.equals(stored(row).revision()) ? refusal : StaleRevisionException.class;
            assertEquals(expected, Steps.refusal(command), () -> asked + " of " + row.state);
            return expected == null;
        }

        /* once the customer has accepted a revision, no later one is offered */
        private boolean isAgreedUpon(Row row) {
            return revisions.subList(0, revisions.indexOf(row)).stream()
                    .anyMatch(earlier -> earlier.state.equals("ACCEPTED"));
        }

        /* drafts called off are passed over: the customer has never seen them */
        private boolean isFollowed(Row row) {
            return revisions.subList(revisions.indexOf(row) + 1, revisions.size()).stream()
                    .anyMatch(later -> !later.state.equals("CANCELLED"));
        }

        private Optional<Row> sentBefore(Row row) {
            return revisions.subList(0, revisions.indexOf(row)).stream()
                    .filter(earlier -> earlier.isSent)
                    .reduce((first, second) -> second);
        }

        private Revision seen(Row row, Random random) {
            long now = stored(row).revision().number();
            return new Revision(random.nextInt(8) == 0 ? now + 1 : now);
        }

        private void rewrite(Random random) {
            Row row = any(random);
            Revision seen = seen(row, random);
            int pumps = 1 + random.nextInt(20);
            if (isDone("rewrite", row, seen, () -> crm.quotes().rewrite(row.id, wish(pumps), seen))) {
                row.pumps = pumps;
            }
        }

        private void decide(String asked, Random random) {
            Row row = any(random);
            Revision seen = seen(row, random);
            Quotes quotes = crm.quotes();
            boolean done = isDone(asked, row, seen, () -> switch (asked) {
                case "send" -> quotes.markSent(row.id, seen);
                case "accept" -> quotes.accept(row.id, seen);
                case "decline" -> quotes.decline(row.id, "too dear", seen);
                default -> quotes.cancel(row.id, null, seen);
            });
            if (done && asked.equals("send")) {
                row.isSent = true;
                sentBefore(row).filter(before -> before.may("revise")).ifPresent(before -> before.state = "SUPERSEDED");
            }
            if (done) {
                row.state = requireNonNull(BECOMES.get(asked));
            }
        }

        private void revise(Random random) {
            Row row = any(random);
            boolean allowed = !isFollowed(row) && row.may("revise");
            Class<?> expected = allowed ? null : DocumentStateException.class;
            assertEquals(expected, Steps.refusal(() -> crm.quotes().revise(row.id)));
            if (allowed) {
                List<Quote> all = crm.quotes().revisions(stored(row).number().number());
                revisions.add(new Row(all.get(all.size() - 1).id(), row.pumps));
            }
        }

        private void order(Random random) {
            Row row = any(random);
            String request = "request " + random.nextInt(3);
            int wanted = random.nextInt(12);
            Map<Integer, BigDecimal> quantities = wanted == 0 ? Map.of() : Map.of(1, BigDecimal.valueOf(wanted));
            OrderQuote command = new OrderQuote(row.id, request, quantities);
            Part earlier = row.parts.get(request);
            if (earlier != null) {
                assertEquals(earlier.id, crm.orders().order(command).id());
            } else if (!row.may("order") || (wanted == 0 && row.left() == 0)) {
                assertEquals(
                        DocumentStateException.class,
                        Steps.refusal(() -> crm.orders().order(command)));
            } else if (wanted > row.left()) {
                assertEquals(
                        InvalidCommandException.class,
                        Steps.refusal(() -> crm.orders().order(command)));
            } else {
                SalesOrder made = crm.orders().order(command);
                row.parts.put(request, new Part(made.id(), wanted == 0 ? row.left() : wanted));
            }
        }

        private void cancelOrder(Random random) {
            for (Row row : revisions) {
                for (String request : List.copyOf(row.parts.keySet())) {
                    SalesOrderId id = requireNonNull(row.parts.get(request)).id;
                    assertEquals(StaleRevisionException.class, cancelled(id, 9));
                    if (random.nextInt(3) == 0 && cancelled(id, 1) == null) {
                        row.parts.remove(request);
                        cancelled.add(id);
                    }
                }
            }
            cancelled.forEach(id -> assertEquals(DocumentStateException.class, cancelled(id, 2)));
        }

        private @Nullable Class<?> cancelled(SalesOrderId id, long seen) {
            return Steps.refusal(() -> crm.orders().cancel(id, null, new Revision(seen)));
        }

        /* each pump quoted is left or in one confirmed order, and nothing else is confirmed */
        private void requireConserved(Row row) {
            Quote quote = stored(row);
            assertEquals(row.state, quote.state().name());
            assertEquals(
                    0,
                    BigDecimal.valueOf(row.pumps).compareTo(quote.lines().get(0).quantity()));
            assertEquals(0, BigDecimal.valueOf(row.left()).compareTo(quote.remaining(1)));
            Map<String, Part> confirmed = new HashMap<>();
            for (SalesOrder order :
                    crm.orders().ofQuote(row.id, PageRequest.first(100)).items()) {
                if (order.progress().state() == OrderState.CONFIRMED) {
                    int pumps = order.lines().get(0).quantity().intValueExact();
                    assertNull(confirmed.put(order.request(), new Part(order.id(), pumps)));
                }
            }
            assertEquals(row.parts, confirmed);
        }
    }

    @Provide
    ActionChainArbitrary<World> asking() {
        return ActionChain.startWith(World::new)
                .withAction(2, Steps.step("rewrite", World::rewrite))
                .withAction(4, Steps.step("send", (world, random) -> world.decide("send", random)))
                .withAction(3, Steps.step("accept", (world, random) -> world.decide("accept", random)))
                .withAction(1, Steps.step("decline", (world, random) -> world.decide("decline", random)))
                .withAction(1, Steps.step("cancel", (world, random) -> world.decide("cancel", random)))
                .withAction(3, Steps.step("revise", World::revise))
                .withAction(6, Steps.step("order", World::order))
                .withAction(2, Steps.step("cancel orders", World::cancelOrder))
                .withMaxTransformations(24);
    }

    @Property(tries = 200)
    void quotesFollowTheTableAndQuantitiesAreConserved(@ForAll("asking") ActionChain<World> chain) {
        World world = chain.run();
        world.revisions.forEach(world::requireConserved);
        assertEquals(world.revisions.size(), world.crm.quotes().count());
        long parts = world.revisions.stream().mapToLong(row -> row.parts.size()).sum();
        assertEquals(parts + world.cancelled.size(), world.crm.orders().count());
    }
}
