package io.crmkit.core.access;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Field;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.Person;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.port.ActivityColumns;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.port.Deal;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Facts of the records that may be counted; rows that differ in nothing that may be seen are one. */
record GuardedFacts(Stores guarded, Facts facts, Guards guards, boolean inTotal) implements Facts {

    private Criterion<Activity> activities(Criterion<Activity> meant) {
        return counted(guards.of(Activity.class), meant);
    }

    private Criterion<Opportunity> opportunities(Criterion<Opportunity> meant) {
        return counted(guards.of(Opportunity.class), meant);
    }

    private <N extends io.crmkit.core.value.Noun<?>> Criterion<N> counted(Guard<N> guard, Criterion<N> meant) {
        return inTotal ? guard.counted(meant) : guard.visible(meant);
    }

    /* what may be seen of a key or a sum */
    private <T> @Nullable T seen(Field<Opportunity, ?> field, @Nullable T value) {
        return guards.of(Opportunity.class).hides(field) ? null : value;
    }

    private <T> @Nullable T single(@Nullable T seller) {
        return inTotal ? null : seller;
    }

    @Override
    public Facts totals() {
        return new GuardedFacts(guarded, facts, guards, true);
    }

    @Override
    public List<ActivityCount> activities(
            TenantId tenant, Criterion<Activity> meant, ActivityCounting counting, Instant from, Instant until) {
        return seen(facts.activities(tenant, activities(meant), seen(counting), from, until));
    }

    @Override
    public List<List<ActivityCount>> activities(
            TenantId tenant, Criterion<Activity> meant, ActivityCounting counting, List<Instant> edges) {
        return facts.activities(tenant, activities(meant), seen(counting), edges).stream()
                .map(this::seen)
                .toList();
    }

    private List<ActivityCount> seen(List<ActivityCount> counts) {
        return merged(
                counts.stream()
                        .map(row -> new ActivityCount(single(row.seller()), row.type(), row.shares(), row.count()))
                        .toList(),
                row -> Arrays.asList(row.seller(), row.type(), row.shares()),
                (one, other) -> new ActivityCount(one.seller(), one.type(), one.shares(), one.count() + other.count()));
    }

    @Override
    public List<OpportunityCount> opportunities(TenantId tenant, Criterion<Opportunity> meant) {
        return merged(
                facts.opportunities(tenant, opportunities(meant)).stream()
                        .map(row -> counting(row, single(seen(OpportunityFields.OWNER, row.owner())), row.count()))
                        .toList(),
                row -> counting(row, row.owner(), 1),
                (one, other) -> counting(one, one.owner(), one.count() + other.count()));
    }

    private static OpportunityCount counting(
            OpportunityCount row, io.crmkit.core.team.@Nullable SellerId owner, long count) {
        return new OpportunityCount(owner, row.pipeline(), row.reached(), row.outcome(), count);
    }

    @Override
    public List<SalesSum> sales(TenantId tenant, Criterion<Opportunity> meant) {
        return merged(
                facts.sales(tenant, opportunities(meant)).stream()
                        .map(row -> new SalesSum(
                                seen(OpportunityFields.CLOSED_ON, row.month()),
                                row.count(),
                                seen(OpportunityFields.AMOUNT, row.total())))
                        .toList(),
                row -> Arrays.asList(row.month(), currency(row.total())),
                (one, other) ->
                        new SalesSum(one.month(), one.count() + other.count(), sum(one.total(), other.total())));
    }

    @Override
    public List<OpenSum> open(TenantId tenant, Criterion<Opportunity> meant) {
        return merged(
                facts.open(tenant, opportunities(meant)).stream()
                        .map(this::seen)
                        .toList(),
                row -> Arrays.asList(summing(row, 1, null), currency(row.total())),
                (one, other) -> summing(one, one.count() + other.count(), sum(one.total(), other.total())));
    }

    private OpenSum seen(OpenSum row) {
        return new OpenSum(
                row.pipeline(),
                row.stage(),
                seen(OpportunityFields.PRODUCT, row.product()),
                seen(OpportunityFields.OPENED_ON, row.opened()),
                seen(OpportunityFields.EXPECTED_CLOSE, row.expectedClose()),
                row.count(),
                seen(OpportunityFields.AMOUNT, row.total()));
    }

    private static OpenSum summing(OpenSum row, long count, @Nullable Money total) {
        return new OpenSum(row.pipeline(), row.stage(), row.product(), row.opened(), row.expectedClose(), count, total);
    }

    @Override
    public List<DocumentSum<QuoteState>> quotes(TenantId tenant, Criterion<Quote> meant) {
        return documents(facts.quotes(tenant, counted(guards.of(Quote.class), meant)));
    }

    @Override
    public List<DocumentSum<OrderState>> orders(TenantId tenant, Criterion<SalesOrder> meant) {
        return documents(facts.orders(tenant, counted(guards.of(SalesOrder.class), meant)));
    }

    /* seller, state and net of a document cannot be hidden */
    private <S extends Enum<S>> List<DocumentSum<S>> documents(List<DocumentSum<S>> sums) {
        return merged(
                sums.stream()
                        .map(row -> new DocumentSum<>(single(row.seller()), row.state(), row.count(), row.net()))
                        .toList(),
                row -> Arrays.asList(row.seller(), row.state(), row.net().currency()),
                (one, other) -> new DocumentSum<>(
                        one.seller(),
                        one.state(),
                        one.count() + other.count(),
                        one.net().plus(other.net())));
    }

    @Override
    public @Nullable Span activitySpan(TenantId tenant, Criterion<Activity> meant) {
        return facts.activitySpan(tenant, activities(meant));
    }

    @Override
    public void eachActivity(
            TenantId tenant,
            Criterion<Activity> meant,
            ActivityCounting counting,
            Instant from,
            Instant until,
            Consumer<ActivityColumns> to) {
        Consumer<ActivityColumns> seen = inTotal ? columns -> to.accept(columns.ofNobody()) : to;
        facts.eachActivity(tenant, activities(meant), seen(counting), from, until, seen);
    }

    /* who takes part may be hidden: then each is its owner's alone */
    private ActivityCounting seen(ActivityCounting counting) {
        return guards.of(Activity.class).hides(ActivityFields.PARTICIPANTS) ? counting.byOwner() : counting;
    }

    @Override
    public void eachOpportunity(TenantId tenant, Criterion<Opportunity> meant, Consumer<OpportunityFact> to) {
        facts.eachOpportunity(tenant, opportunities(meant), one -> to.accept(seen(one)));
    }

    private OpportunityFact seen(OpportunityFact one) {
        return new OpportunityFact(
                one.id(),
                seen(OpportunityFields.OPENED_ON, one.opened()),
                seen(OpportunityFields.CLOSED_ON, one.closed()),
                one.outcome(),
                seen(OpportunityFields.PRODUCT, one.product()),
                seen(OpportunityFields.AMOUNT, one.amount()));
    }

    /* names are of records that may be seen themselves, and of these, of fields that may be seen */
    @Override
    public Page<Deal> deals(TenantId tenant, Criterion<Opportunity> meant, PageRequest request) {
        boolean unlimited = guards.of(Opportunity.class).isUnlimited()
                && guards.of(Company.class).isUnlimited()
                && guards.of(Person.class).isUnlimited();
        return unlimited ? facts.deals(tenant, meant, request) : Deal.page(guarded, tenant, meant, request);
    }

    private static @Nullable Object currency(@Nullable Money total) {
        return total == null ? null : total.currency();
    }

    private static @Nullable Money sum(@Nullable Money one, @Nullable Money other) {
        return one == null || other == null ? null : one.plus(other);
    }

    private static <R> List<R> merged(List<R> rows, Function<R, Object> key, BinaryOperator<R> plus) {
        Map<Object, R> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.merge(key.apply(row), row, plus));
        Collection<R> all = byKey.values();
        return List.copyOf(all);
    }
}
