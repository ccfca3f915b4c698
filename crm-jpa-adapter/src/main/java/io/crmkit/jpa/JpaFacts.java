package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Credit;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.document.OrderState;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteState;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.port.ActivityColumns;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.port.Deal;
import io.crmkit.core.port.Facts;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Facts grouped by the database, each in one statement, and facts read one by one, by keyset, a page at a time: whatever a
 * host's provider and transaction are, no more than a page is held. Read committed, a page shows what is committed when it
 * is read; in an isolation of snapshots all pages show the same.
 */
final class JpaFacts implements Facts {

    private static final String HELD = Codes.ACTIVITY_STATE.of(ActivityState.HELD);

    private final Joined joined;

    JpaFacts(Joined joined) {
        this.joined = joined;
    }

    @Override
    public List<ActivityCount> activities(
            TenantId tenant, Criterion<Activity> meant, ActivityCounting counting, Instant from, Instant until) {
        requireNonNull(meant, "meant");
        Criterion<Activity> counted = meant.and(counting.counted());
        Set<ActivityType> shared = counting.shared();
        Types types = new Types();
        if (shared.isEmpty()) {
            return counts(
                            tenant,
                            counted,
                            all -> all.within("occurredAt", from, until).by("seller", "typeCode"))
                    .stream()
                    .map(row ->
                            new ActivityCount(new SellerId((UUID) row[0]), types.of((String) row[1]), 1, (Long) row[2]))
                    .toList();
        }
        List<Object[]> rows = new ArrayList<>(counts(
                tenant, counted, all -> all.within("occurredAt", from, until).by("seller", "typeCode", "sellerCount")));
        List<String> codes = shared.stream().map(ActivityType::code).toList();
        rows.addAll(counts(
                tenant,
                counted,
                all -> all.within("occurredAt", from, until)
                        .byParticipatingSeller(codes)
                        .by("typeCode", "sellerCount")));
        return added(rows, types, counting);
    }

    private List<Object[]> counts(
            TenantId tenant, Criterion<Activity> counted, UnaryOperator<Grouping<Activity, ActivityRow>> keys) {
        return rows(
                "counting activities",
                tenant,
                counted,
                ActivityRow.class,
                all -> keys.apply(all).count());
    }

    /* rows differ by how many sellers take part, which matters only where they share */
    private static List<ActivityCount> added(List<Object[]> rows, Types types, ActivityCounting counting) {
        Map<ActivityCount, Long> counts = new HashMap<>();
        for (Object[] row : rows) {
            ActivityType type = types.of((String) row[1]);
            int shares = counting.rule(type).credit() == Credit.SPLIT ? (Integer) row[2] : 1;
            counts.merge(new ActivityCount(new SellerId((UUID) row[0]), type, shares, 1), (Long) row[3], Long::sum);
        }
        return counts.entrySet().stream()
                .map(row -> new ActivityCount(
                        row.getKey().seller(), row.getKey().type(), row.getKey().shares(), row.getValue()))
                .toList();
    }

    @Override
    public List<OpportunityCount> opportunities(TenantId tenant, Criterion<Opportunity> meant) {
        return opportunities(
                        "counting opportunities",
                        tenant,
                        meant,
                        all -> all.by("owner", "pipeline", "reached", "outcome").count())
                .stream()
                .map(row -> new OpportunityCount(
                        Ids.of((UUID) row[0], SellerId::new),
                        new PipelineId((UUID) row[1]),
                        new StageId((UUID) row[2]),
                        Codes.OUTCOME.constant((String) row[3]),
                        (Long) row[4]))
                .toList();
    }

    @Override
    public List<SalesSum> sales(TenantId tenant, Criterion<Opportunity> meant) {
        return opportunities(
                        "adding up sales",
                        tenant,
                        meant,
                        all -> all.where("outcome", Codes.OUTCOME.of(Outcome.WON))
                                .byMonth("closedOn")
                                .sum("worth"))
                .stream()
                .map(row -> new SalesSum(month(row[0], row[1]), (Long) row[3], money(row[4], row[2])))
                .toList();
    }

    @Override
    public List<OpenSum> open(TenantId tenant, Criterion<Opportunity> meant) {
        return opportunities(
                        "adding up what is open",
                        tenant,
                        meant,
                        all -> all.where("outcome", Codes.OUTCOME.of(Outcome.OPEN))
                                .by("pipeline", "stage", "product")
                                .byMonth("openedOn")
                                .byMonth("expectedClose")
                                .sum("worth"))
                .stream()
                .map(row -> new OpenSum(
                        new PipelineId((UUID) row[0]),
                        new StageId((UUID) row[1]),
                        (String) row[2],
                        month(row[3], row[4]),
                        month(row[5], row[6]),
                        (Long) row[8],
                        money(row[9], row[7])))
                .toList();
    }

    @Override
    public List<DocumentSum<QuoteState>> quotes(TenantId tenant, Criterion<Quote> meant) {
        return documents("adding up quotes", tenant, meant, QuoteRow.class, Codes.QUOTE_STATE);
    }

    @Override
    public List<DocumentSum<OrderState>> orders(TenantId tenant, Criterion<SalesOrder> meant) {
        return documents("adding up orders", tenant, meant, SalesOrderRow.class, Codes.ORDER_STATE);
    }

    private <N, R extends DocumentRow, S extends Enum<S>> List<DocumentSum<S>> documents(
            String what, TenantId tenant, Criterion<N> meant, Class<R> entity, Codes<S> states) {
        return rows(
                        what,
                        tenant,
                        meant,
                        entity,
                        all -> all.by("seller", "state").sum("net"))
                .stream()
                .map(row -> new DocumentSum<>(
                        new SellerId((UUID) row[0]),
                        states.constant((String) row[1]),
                        (Long) row[3],
                        requireNonNull(money(row[4], row[2]))))
                .toList();
    }

    @Override
    public @Nullable Span activitySpan(TenantId tenant, Criterion<Activity> meant) {
        return activities("finding the span of activities", tenant, meant, held -> held.span("occurredAt")).stream()
                .filter(row -> row[0] != null)
                .map(row -> new Span((Instant) row[0], (Instant) row[1]))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void eachActivity(
            TenantId tenant,
            Criterion<Activity> meant,
            ActivityCounting counting,
            Instant from,
            Instant until,
            Consumer<ActivityColumns> to) {
        requireNonNull(tenant, "tenant");
        Criterion<Activity> counted = requireNonNull(meant, "meant").and(counting.counted());
        Set<ActivityState> states = EnumSet.of(ActivityState.HELD);
        counting.rules().values().forEach(rule -> states.addAll(rule.states()));
        ActivityReading reading = new ActivityReading(counting, new ActivityColumns.Filler(to));
        // state by state, as the index has them: a page then begins where the one before has ended
        for (ActivityState state : states) {
            String code = Codes.ACTIVITY_STATE.of(state);
            reading.all(page -> joined.read(
                    "reading activities",
                    manager -> page.apply(grouping(manager, ActivityRow.class, tenant, counted)
                            .where("state", code)
                            .within("occurredAt", from, until))));
        }
        reading.finish();
    }

    @Override
    public void eachOpportunity(TenantId tenant, Criterion<Opportunity> meant, Consumer<OpportunityFact> to) {
        requireNonNull(tenant, "tenant");
        requireNonNull(meant, "meant");
        UUID last = null;
        List<Object[]> page;
        do {
            UUID after = last;
            page = joined.read("reading opportunities", manager -> {
                Grouping<Opportunity, OpportunityRow> all = grouping(manager, OpportunityRow.class, tenant, meant)
                        .by("id", "openedOn", "closedOn", "outcome", "product")
                        .byMoney("worth");
                return (after == null ? all : all.behind(after)).each(ActivityReading.PAGE, "id");
            });
            page.forEach(row -> to.accept(fact(row)));
            last = page.isEmpty() ? last : (UUID) page.get(page.size() - 1)[0];
        } while (page.size() == ActivityReading.PAGE);
    }

    private static OpportunityFact fact(Object[] row) {
        return new OpportunityFact(
                new OpportunityId((UUID) row[0]),
                (LocalDate) row[1],
                (LocalDate) row[2],
                Codes.OUTCOME.constant((String) row[3]),
                (String) row[4],
                money(row[5], row[6]));
    }

    @Override
    public Page<Deal> deals(TenantId tenant, Criterion<Opportunity> meant, PageRequest request) {
        requireNonNull(tenant, "tenant");
        requireNonNull(meant, "meant");
        return joined.read(
                "listing deals", manager -> new Deals(manager).page(joined.textOrder(manager), tenant, meant, request));
    }

    private <N, R extends Row> Grouping<N, R> grouping(
            EntityManager manager, Class<R> entity, TenantId tenant, Criterion<N> meant) {
        return new Grouping<>(manager, entity, joined.textOrder(manager), tenant, meant);
    }

    private List<Object[]> activities(
            String what,
            TenantId tenant,
            Criterion<Activity> meant,
            UnaryOperator<Grouping<Activity, ActivityRow>> grouped) {
        return rows(what, tenant, meant, ActivityRow.class, all -> grouped.apply(all.where("state", HELD)));
    }

    private List<Object[]> opportunities(
            String what,
            TenantId tenant,
            Criterion<Opportunity> meant,
            UnaryOperator<Grouping<Opportunity, OpportunityRow>> grouped) {
        return rows(what, tenant, meant, OpportunityRow.class, grouped);
    }

    private <N, R extends Row> List<Object[]> rows(
            String what, TenantId tenant, Criterion<N> meant, Class<R> entity, UnaryOperator<Grouping<N, R>> grouped) {
        requireNonNull(tenant, "tenant");
        requireNonNull(meant, "meant");
        return joined.read(
                what,
                manager ->
                        grouped.apply(grouping(manager, entity, tenant, meant)).rows());
    }

    private static @Nullable Money money(@Nullable Object amount, @Nullable Object currency) {
        return MoneyColumns.money((BigDecimal) amount, (String) currency);
    }

    private static @Nullable YearMonth month(@Nullable Object year, @Nullable Object month) {
        return year == null || month == null
                ? null
                : YearMonth.of(((Number) year).intValue(), ((Number) month).intValue());
    }
}
