package io.crmkit.core.insight;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.ChangeOpportunity;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.service.MoveOpportunity;
import io.crmkit.core.service.OpenOpportunity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.ExchangeRate;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.RatePolicy;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.ClosePeriod;
import io.crmkit.core.view.ConvertedWaterfall;
import io.crmkit.core.view.OpportunityState;
import io.crmkit.core.view.PortfolioDimension;
import io.crmkit.core.view.PortfolioRow;
import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Period;
import io.crmkit.metrics.forecast.Waterfall;
import io.crmkit.metrics.forecast.Waterfall.Movement;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random months of selling: what was seen at the time is what is answered later, and every waterfall adds up. */
class PortfolioPropertyTest {

    private static final Instant START = Instant.parse("2026-05-04T12:00:00Z");
    private static final ClosePeriod QUARTER = new ClosePeriod(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 7, 1));

    /** The clock of the months told. */
    private static final class StoryClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** A seller's months, and what was to be seen on some of their days. */
    private static final class Story {

        private final Random random;
        private final StoryClock clock = new StoryClock();
        private final CrmSession crm = Crm.builder()
                .stores(InMemoryStores.empty())
                .clock(clock)
                .build()
                .as(new Actor(new TenantId("acme"), "anna"));
        private final SellerId anna =
                crm.sellers().add(new AddSeller("Anna", null)).id();
        private final SellerId bert =
                crm.sellers().add(new AddSeller("Bert", null)).id();
        private final Pipeline pipeline = crm.pipelines()
                .define(new DefinePipeline(
                        "Sales",
                        List.of(
                                stage("Lead", StageKind.OPEN, 10),
                                stage("Offer", StageKind.OPEN, 50),
                                stage("Won", StageKind.WON, 100),
                                stage("Lost", StageKind.LOST, 0))));
        private final TreeMap<Instant, List<OpportunityState>> seen = new TreeMap<>();

        Story(long seed) {
            random = new Random(seed);
            for (int day = 0; day < 30; day++) {
                clock.now = clock.now.plusSeconds(3_600L * (1 + random.nextInt(40)));
                act();
                if (random.nextInt(4) == 0) {
                    clock.now = clock.now.plusSeconds(1);
                    seen.put(clock.now, states(clock.now));
                    clock.now = clock.now.plusSeconds(1);
                }
            }
            seen.put(clock.now.plusSeconds(1), states(clock.now.plusSeconds(1)));
        }

        private static StageDefinition stage(String name, StageKind kind, int probability) {
            return new StageDefinition(name, kind, probability, kind.category(), null, Gate.OPEN);
        }

        /* read from the records themselves: at this moment nothing needs to be undone */
        private List<OpportunityState> states(Instant now) {
            return crm.portfolio().opportunities(now, PageRequest.first(1_000)).items();
        }

        private List<Opportunity> deals() {
            return crm.opportunities().page(PageRequest.first(1_000)).items();
        }

        private void act() {
            List<Opportunity> deals = deals();
            if (deals.isEmpty() || random.nextInt(3) == 0) {
                crm.opportunities()
                        .open(new OpenOpportunity(
                                "Deal",
                                pipeline.id(),
                                new OpportunityParties(pick(anna, bert), null, null),
                                null,
                                money(),
                                close()));
                return;
            }
            Opportunity deal = deals.get(random.nextInt(deals.size()));
            switch (random.nextInt(4)) {
                case 0 -> crm.opportunities().change(ChangeOpportunity.of(deal).worth(money(), null));
                case 1 -> crm.opportunities().handOver(deal.id(), pick(anna, bert), deal.revision());
                case 2 ->
                    crm.opportunities()
                            .change(new ChangeOpportunity(
                                    deal.id(),
                                    deal.revision(),
                                    "Deal",
                                    null,
                                    deal.parties(),
                                    close(),
                                    deal.amount(),
                                    null,
                                    new Outlook(35, ForecastCategory.COMMIT, null, null)));
                default ->
                    crm.opportunities()
                            .move(MoveOpportunity.to(
                                    deal.id(),
                                    pipeline.stages().get(random.nextInt(4)).id(),
                                    deal.revision()));
            }
        }

        private Money money() {
            return new Money(
                    BigDecimal.valueOf(random.nextInt(1_000)),
                    Money.of("0", pick("EUR", "USD")).currency());
        }

        private LocalDate close() {
            return LocalDate.of(2026, 5, 20).plusDays(random.nextInt(60));
        }

        @SafeVarargs
        private <T> T pick(T... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }

    @Property(tries = 25)
    void whatWasToBeSeenAtAnInstantIsAnsweredEverAfter(@ForAll long seed) {
        Story story = new Story(seed);
        story.seen.forEach((asOf, states) -> assertEquals(states, story.states(asOf), asOf::toString));
    }

    @Property(tries = 25)
    void everyLayoutAddsUpToTheSameTotals(@ForAll long seed) {
        Story story = new Story(seed);
        Instant asOf = story.seen.firstKey();
        Map<String, BigDecimal> totals = totals(story.crm.portfolio().open(asOf));
        for (PortfolioDimension by : PortfolioDimension.values()) {
            assertEquals(totals, totals(story.crm.portfolio().open(asOf, by)), by::name);
        }
        assertEquals(totals, totals(story.crm.portfolio().open(asOf, PortfolioDimension.values())));
        BigDecimal euros = sum(story.seen.firstEntry().getValue(), "EUR", state -> true);
        assertEquals(0, totals.getOrDefault("EUR", BigDecimal.ZERO).compareTo(euros));
    }

    private static Map<String, BigDecimal> totals(List<PortfolioRow> rows) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        rows.forEach(row -> {
            if (row.total() != null) {
                totals.merge(
                        row.total().currency().getCurrencyCode(), row.total().value(), BigDecimal::add);
            }
        });
        return totals;
    }

    private static BigDecimal sum(List<OpportunityState> states, String code, Predicate<OpportunityState> meant) {
        BigDecimal sum = new BigDecimal("0.00");
        for (OpportunityState state : states) {
            Money amount = state.amount();
            if (state.isOpen()
                    && meant.test(state)
                    && amount != null
                    && amount.currency().getCurrencyCode().equals(code)) {
                sum = sum.add(amount.amount());
            }
        }
        return sum;
    }

    @Property(tries = 25)
    void theEndIsTheStartAndAllThatCameLessAllThatWent(@ForAll long seed) {
        Story story = new Story(seed);
        Instant from = story.seen.firstKey();
        Instant until = story.seen.lastKey();
        for (Set<SellerId> owners : List.of(Set.<SellerId>of(), Set.of(story.anna))) {
            List<Waterfall> falls = from.equals(until)
                    ? new ArrayList<>()
                    : story.crm.portfolio().waterfall(new Period(from, until), QUARTER, owners);
            for (Waterfall fall : falls) {
                BigDecimal end = fall.start().value();
                for (Movement movement : Movement.values()) {
                    end = end.add(fall.of(movement).value().multiply(BigDecimal.valueOf(movement.sign())));
                    assertTrue(fall.of(movement).value().signum() >= 0);
                }
                assertEquals(0, end.compareTo(fall.end().value()));
                assertEquals(
                        0,
                        inside(requireNonNull(story.seen.get(from)), fall, owners)
                                .compareTo(fall.start().value()));
                assertEquals(
                        0,
                        inside(requireNonNull(story.seen.get(until)), fall, owners)
                                .compareTo(fall.end().value()));
            }
        }
    }

    @Property(tries = 25)
    void aWaterfallInOneCurrencyIsTheOnesOfEachAtAgreedRates(@ForAll long seed) {
        Story story = new Story(seed);
        Instant from = story.seen.firstKey();
        Instant until = story.seen.lastKey();
        if (from.equals(until)) {
            return;
        }
        Period between = new Period(from, until);
        Map<Currency, BigDecimal> agreed = new HashMap<>();
        List<Waterfall> falls = story.crm.portfolio().waterfall(between, QUARTER, Set.of());
        falls.forEach(fall -> {
            Currency currency = fall.start().currency();
            agreed.put(currency, currency.getCurrencyCode().equals("EUR") ? BigDecimal.ONE : new BigDecimal("0.92"));
        });
        ConvertedWaterfall converted =
                story.crm.portfolio().waterfall(between, QUARTER, Set.of(), RatePolicy.fixed("EUR", agreed));
        assertEquals(
                0,
                worth(falls, agreed, Waterfall::start)
                        .compareTo(converted.waterfall().start().value()));
        assertEquals(
                0,
                worth(falls, agreed, Waterfall::end)
                        .compareTo(converted.waterfall().end().value()));
        for (Movement movement : List.of(Movement.WON, Movement.LOST)) {
            assertEquals(
                    0,
                    worth(falls, agreed, fall -> fall.of(movement))
                            .compareTo(converted.waterfall().of(movement).value()));
        }
        assertEquals(
                Set.copyOf(converted.rates()).size(),
                converted.rates().stream().map(ExchangeRate::from).distinct().count());
        assertTrue(converted.rates().stream()
                .noneMatch(rate -> rate.from().getCurrencyCode().equals("EUR")));
    }

    private static BigDecimal worth(
            List<Waterfall> falls, Map<Currency, BigDecimal> rates, Function<Waterfall, Amount> part) {
        return falls.stream()
                .map(part)
                .map(amount -> amount.value().multiply(requireNonNull(rates.get(amount.currency()))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal inside(List<OpportunityState> states, Waterfall fall, Set<SellerId> owners) {
        return sum(states, fall.start().currency().getCurrencyCode(), state -> {
            LocalDate close = state.dates().expectedClose();
            SellerId owner = state.owner();
            return close != null
                    && QUARTER.contains(close)
                    && (owners.isEmpty() || owner != null && owners.contains(owner));
        });
    }
}
