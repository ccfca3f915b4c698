package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Credit;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.port.Facts;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Facts grouped by the database, each in one statement. */
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
        List<Object[]> rows = new ArrayList<>(rows(
                "counting activities",
                tenant,
                counted,
                ActivityRow.class,
                all -> all.within("occurredAt", from, until)
                        .by("seller", "typeCode", "sellerCount")
                        .count()));
        Set<ActivityType> shared = counting.shared();
        if (!shared.isEmpty()) {
            List<String> codes = shared.stream().map(ActivityType::code).toList();
            rows.addAll(rows(
                    "counting activities of those who take part",
                    tenant,
                    counted,
                    ActivityRow.class,
                    all -> all.within("occurredAt", from, until)
                            .byParticipatingSeller(codes)
                            .by("typeCode", "sellerCount")
                            .count()));
        }
        return added(rows, counting);
    }

    /* rows differ by how many sellers take part, which matters only where they share */
    private static List<ActivityCount> added(List<Object[]> rows, ActivityCounting counting) {
        Map<ActivityCount, Long> counts = new HashMap<>();
        for (Object[] row : rows) {
            ActivityType type = new ActivityType((String) row[1]);
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
    public @Nullable Span activitySpan(TenantId tenant, Criterion<Activity> meant) {
        return activities("finding the span of activities", tenant, meant, held -> held.span("occurredAt")).stream()
                .filter(row -> row[0] != null)
                .map(row -> new Span((Instant) row[0], (Instant) row[1]))
                .findFirst()
                .orElse(null);
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
                manager -> grouped.apply(new Grouping<>(manager, entity, joined.textOrder(manager), tenant, meant))
                        .rows());
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
