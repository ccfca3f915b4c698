package io.crmkit.core.memory;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.port.Facts;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts and sums, in passes over a tenant's records. */
final class InMemoryFacts implements Facts {

    private final Table<Opportunity, OpportunityId> opportunities;
    private final Table<Activity, ActivityId> activities;

    InMemoryFacts(Table<Opportunity, OpportunityId> opportunities, Table<Activity, ActivityId> activities) {
        this.opportunities = opportunities;
        this.activities = activities;
    }

    @Override
    public List<ActivityCount> activities(TenantId tenant, Instant from, Instant until) {
        Predicate<Activity> counted = activity -> isHeld(activity)
                && !activity.at().isBefore(from)
                && activity.at().isBefore(until);
        return counted(
                activities.over(
                        tenant,
                        all -> tally(
                                all, counted, activity -> new ActivityCount(activity.seller(), activity.type(), 0))),
                (key, count) -> new ActivityCount(key.seller(), key.type(), count));
    }

    @Override
    public List<OpportunityCount> opportunities(TenantId tenant) {
        return counted(
                opportunities.over(tenant, all -> tally(all, opportunity -> true, InMemoryFacts::key)),
                (key, count) -> new OpportunityCount(key.owner(), key.pipeline(), key.reached(), key.outcome(), count));
    }

    private static OpportunityCount key(Opportunity opportunity) {
        return new OpportunityCount(
                opportunity.parties().owner(),
                opportunity.standing().pipeline(),
                opportunity.standing().reached(),
                opportunity.standing().outcome(),
                0);
    }

    @Override
    public List<SalesSum> sales(TenantId tenant) {
        return summed(
                tenant,
                Outcome.WON,
                opportunity -> new SalesSum(month(opportunity.dates().closedOn()), 0, null),
                (key, sum) -> new SalesSum(key.month(), sum.count, sum.total()));
    }

    @Override
    public List<OpenSum> open(TenantId tenant) {
        return summed(
                tenant,
                Outcome.OPEN,
                opportunity -> new OpenSum(
                        opportunity.standing().pipeline(),
                        opportunity.standing().stage(),
                        opportunity.label().product(),
                        month(opportunity.dates().openedOn()),
                        month(opportunity.dates().expectedClose()),
                        0,
                        null),
                (key, sum) -> new OpenSum(
                        key.pipeline(),
                        key.stage(),
                        key.product(),
                        key.opened(),
                        key.expectedClose(),
                        sum.count,
                        sum.total()));
    }

    @Override
    public @Nullable Span activitySpan(TenantId tenant) {
        Instant first = activities.over(
                tenant, all -> heldAt(all).min(Comparator.naturalOrder()).orElse(null));
        Instant last = activities.over(
                tenant, all -> heldAt(all).max(Comparator.naturalOrder()).orElse(null));
        return first == null || last == null ? null : new Span(first, last);
    }

    private static Stream<Instant> heldAt(Collection<Activity> all) {
        return all.stream().filter(InMemoryFacts::isHeld).map(Activity::at);
    }

    private static boolean isHeld(Activity activity) {
        return activity.state() == ActivityState.HELD;
    }

    private static @Nullable YearMonth month(@Nullable LocalDate day) {
        return day == null ? null : YearMonth.from(day);
    }

    private static <N, K> Map<K, Long> tally(Collection<N> all, Predicate<N> counted, Function<N, K> key) {
        return all.stream().filter(counted).collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static <K, R> List<R> counted(Map<K, Long> tally, BiFunction<K, Long, R> row) {
        return tally.entrySet().stream()
                .map(entry -> row.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    private <K, R> List<R> summed(
            TenantId tenant, Outcome outcome, Function<Opportunity, K> key, BiFunction<K, Sum, R> row) {
        record KeyAndCurrency<K>(K key, @Nullable Currency currency) {}
        Map<KeyAndCurrency<K>, Sum> sums = new HashMap<>();
        opportunities.over(tenant, all -> {
            all.stream()
                    .filter(opportunity -> opportunity.standing().outcome() == outcome)
                    .forEach(opportunity -> sums.computeIfAbsent(
                                    new KeyAndCurrency<>(key.apply(opportunity), currency(opportunity)),
                                    unseen -> new Sum(currency(opportunity)))
                            .add(opportunity));
            return sums;
        });
        return sums.entrySet().stream()
                .map(entry -> row.apply(entry.getKey().key(), entry.getValue()))
                .toList();
    }

    private static @Nullable Currency currency(Opportunity opportunity) {
        Money amount = opportunity.amount();
        return amount == null ? null : amount.currency();
    }

    /** How many, and how much, of one currency or of none. */
    private static final class Sum {

        private final @Nullable Currency currency;
        private long count;
        private BigDecimal total = BigDecimal.ZERO;

        Sum(@Nullable Currency currency) {
            this.currency = currency;
        }

        void add(Opportunity opportunity) {
            count++;
            Money amount = opportunity.amount();
            if (amount != null) {
                total = total.add(amount.amount());
            }
        }

        @Nullable
        Money total() {
            return currency == null ? null : new Money(total, currency);
        }
    }
}
