package io.crmkit.core.memory;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.Credit;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.port.ActivityColumns;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.port.Deal;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts counted in one pass over the tenant's records. */
final class MemoryFacts implements Facts {

    private final Stores stores;
    private final MemoryTransactions transactions;
    private final Table<Activity> activities;
    private final Table<Opportunity> opportunities;
    private final Table<Quote> quotes;
    private final Table<SalesOrder> orders;

    MemoryFacts(
            Stores stores,
            MemoryTransactions transactions,
            Table<Activity> activities,
            Table<Opportunity> opportunities,
            Table<Quote> quotes,
            Table<SalesOrder> orders) {
        this.stores = stores;
        this.transactions = transactions;
        this.activities = activities;
        this.opportunities = opportunities;
        this.quotes = quotes;
        this.orders = orders;
    }

    @Override
    public List<ActivityCount> activities(
            TenantId tenant, Criterion<Activity> meant, ActivityCounting counting, Instant from, Instant until) {
        return transactions.read(() -> counts(counting, counted(tenant, meant, counting, from, until)));
    }

    private static List<ActivityCount> counts(ActivityCounting counting, Stream<Activity> counted) {
        return rows(
                counted.flatMap(activity ->
                        credited(activity, counting.rule(activity.type()).credit())),
                one -> one,
                (key, count) -> new ActivityCount(key.seller(), key.type(), key.shares(), count));
    }

    @Override
    public List<List<ActivityCount>> activities(
            TenantId tenant, Criterion<Activity> meant, ActivityCounting counting, List<Instant> edges) {
        if (edges.isEmpty()) {
            return List.of();
        }
        NavigableMap<Instant, List<Activity>> begun = new TreeMap<>();
        edges.forEach(edge -> begun.put(edge, new ArrayList<>()));
        return transactions.read(() -> {
            counted(tenant, meant, counting, edges.get(0), edges.get(edges.size() - 1))
                    .forEach(activity ->
                            begun.floorEntry(activity.at()).getValue().add(activity));
            // of two edges that are the same, the later one begins what follows
            return IntStream.range(1, edges.size())
                    .mapToObj(i ->
                            edges.get(i - 1).equals(edges.get(i)) ? List.<Activity>of() : begun.get(edges.get(i - 1)))
                    .map(within -> counts(counting, within.stream()))
                    .toList();
        });
    }

    private Stream<Activity> counted(
            TenantId tenant, Criterion<Activity> meant, ActivityCounting counting, Instant from, Instant until) {
        Predicate<Activity> counted = meant.compile();
        return activities
                .all(tenant)
                .filter(activity -> counting.rule(activity.type()).counts(activity)
                        && !activity.at().isBefore(from)
                        && activity.at().isBefore(until)
                        && counted.test(activity));
    }

    @Override
    public void eachActivity(
            TenantId tenant,
            Criterion<Activity> meant,
            ActivityCounting counting,
            Instant from,
            Instant until,
            Consumer<ActivityColumns> to) {
        ActivityColumns.Filler filler = new ActivityColumns.Filler(to);
        transactions.read(() -> {
            counted(tenant, meant, counting, from, until)
                    .forEach(activity -> credited(
                                    activity, counting.rule(activity.type()).credit())
                            .forEach(one ->
                                    filler.add(requireNonNull(one.seller()), one.type(), one.shares(), activity.at())));
            filler.finish();
            return filler;
        });
    }

    @Override
    public void eachOpportunity(TenantId tenant, Criterion<Opportunity> meant, Consumer<OpportunityFact> to) {
        transactions.read(() -> {
            opportunities
                    .all(tenant)
                    .filter(meant.compile())
                    .map(deal -> new OpportunityFact(
                            deal.id(),
                            deal.dates().openedOn(),
                            deal.dates().closedOn(),
                            deal.standing().outcome(),
                            deal.label().product(),
                            deal.amount()))
                    .forEach(to);
            return to;
        });
    }

    @Override
    public Page<Deal> deals(TenantId tenant, Criterion<Opportunity> meant, PageRequest request) {
        return transactions.read(() -> Deal.page(stores, tenant, meant, request));
    }

    private static Stream<ActivityCount> credited(Activity activity, Credit credit) {
        if (credit == Credit.OWNER) {
            return Stream.of(new ActivityCount(activity.seller(), activity.type(), 1));
        }
        Set<SellerId> sellers = activity.sellers();
        int shares = credit == Credit.SPLIT ? sellers.size() : 1;
        return sellers.stream().map(seller -> new ActivityCount(seller, activity.type(), shares, 1));
    }

    @Override
    public List<OpportunityCount> opportunities(TenantId tenant, Criterion<Opportunity> meant) {
        return transactions.read(() -> rows(
                opportunities.all(tenant).filter(meant.compile()),
                MemoryFacts::one,
                (key, count) ->
                        new OpportunityCount(key.owner(), key.pipeline(), key.reached(), key.outcome(), count)));
    }

    @Override
    public List<SalesSum> sales(TenantId tenant, Criterion<Opportunity> meant) {
        return sums(
                tenant,
                meant,
                Outcome.WON,
                deal -> new SalesSum(month(deal.dates().closedOn()), 1, null),
                (key, sum) -> new SalesSum(key.month(), sum.count(), sum.total()));
    }

    @Override
    public List<OpenSum> open(TenantId tenant, Criterion<Opportunity> meant) {
        return sums(tenant, meant, Outcome.OPEN, MemoryFacts::oneOpen, (key, sum) -> {
            return new OpenSum(
                    key.pipeline(),
                    key.stage(),
                    key.product(),
                    key.opened(),
                    key.expectedClose(),
                    sum.count(),
                    sum.total());
        });
    }

    @Override
    public List<DocumentSum<QuoteState>> quotes(TenantId tenant, Criterion<Quote> meant) {
        return documents(
                quotes,
                tenant,
                meant,
                quote -> new DocumentSum<>(
                        quote.parties().seller(),
                        quote.state(),
                        1,
                        quote.totals().net()));
    }

    @Override
    public List<DocumentSum<OrderState>> orders(TenantId tenant, Criterion<SalesOrder> meant) {
        return documents(
                orders,
                tenant,
                meant,
                order -> new DocumentSum<>(
                        order.parties().seller(),
                        order.progress().state(),
                        1,
                        order.totals().net()));
    }

    private <T extends Noun<?>, S extends Enum<S>> List<DocumentSum<S>> documents(
            Table<T> table, TenantId tenant, Criterion<T> meant, Function<T, DocumentSum<S>> one) {
        Map<Keyed<List<@Nullable Object>>, DocumentSum<S>> sums = new HashMap<>();
        transactions.read(() -> {
            table.all(tenant)
                    .filter(meant.compile())
                    .map(one)
                    .forEach(sum -> sums.merge(
                            new Keyed<>(
                                    Arrays.asList(sum.seller(), sum.state()),
                                    sum.net().currency()),
                            sum,
                            (a, b) -> new DocumentSum<>(
                                    a.seller(),
                                    a.state(),
                                    a.count() + b.count(),
                                    a.net().plus(b.net()))));
            return sums;
        });
        return List.copyOf(sums.values());
    }

    @Override
    public @Nullable Span activitySpan(TenantId tenant, Criterion<Activity> meant) {
        return transactions
                .read(() -> held(tenant, meant)
                        .map(activity -> new Span(activity.at(), activity.at()))
                        .reduce(MemoryFacts::hull))
                .orElse(null);
    }

    private Stream<Activity> held(TenantId tenant, Criterion<Activity> meant) {
        return activities
                .all(tenant)
                .filter(activity -> activity.state() == ActivityState.HELD)
                .filter(meant.compile());
    }

    private static Span hull(Span a, Span b) {
        return new Span(
                a.first().isBefore(b.first()) ? a.first() : b.first(),
                a.last().isAfter(b.last()) ? a.last() : b.last());
    }

    /* A row that counts one record is the key under which its like are counted. */

    private static OpportunityCount one(Opportunity deal) {
        Standing standing = deal.standing();
        return new OpportunityCount(
                deal.parties().owner(), standing.pipeline(), standing.reached(), standing.outcome(), 1);
    }

    private static OpenSum oneOpen(Opportunity deal) {
        return new OpenSum(
                deal.standing().pipeline(),
                deal.standing().stage(),
                deal.label().product(),
                month(deal.dates().openedOn()),
                month(deal.dates().expectedClose()),
                1,
                null);
    }

    private static @Nullable YearMonth month(@Nullable LocalDate day) {
        return day == null ? null : YearMonth.from(day);
    }

    private static <T, R> List<R> rows(Stream<T> records, Function<T, R> one, Counted<R> row) {
        return records.collect(groupingBy(one, counting())).entrySet().stream()
                .map(group -> row.of(group.getKey(), group.getValue()))
                .toList();
    }

    private <R> List<R> sums(
            TenantId tenant,
            Criterion<Opportunity> meant,
            Outcome outcome,
            Function<Opportunity, R> one,
            Summed<R> row) {
        Map<Keyed<R>, Sum> sums = new HashMap<>();
        Predicate<Opportunity> counted = meant.compile();
        transactions.read(() -> {
            opportunities
                    .all(tenant)
                    .filter(deal -> deal.standing().outcome() == outcome && counted.test(deal))
                    .forEach(deal -> sums.merge(
                            new Keyed<>(one.apply(deal), currency(deal.amount())),
                            new Sum(1, deal.amount()),
                            Sum::plus));
            return sums;
        });
        return sums.entrySet().stream()
                .map(sum -> row.of(sum.getKey().key(), sum.getValue()))
                .toList();
    }

    private static @Nullable Currency currency(@Nullable Money amount) {
        return amount == null ? null : amount.currency();
    }

    private interface Counted<R> {
        R of(R key, long count);
    }

    private interface Summed<R> {
        R of(R key, Sum sum);
    }

    private record Keyed<R>(R key, @Nullable Currency currency) {}

    private record Sum(long count, @Nullable Money total) {

        Sum plus(Sum other) {
            return new Sum(count + other.count, total == null || other.total == null ? null : total.plus(other.total));
        }
    }
}
