package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.port.Facts;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Facts grouped by the database, each in one statement. */
final class JpaFacts implements Facts {

    static final String HELD_BY_SELLER_AND_TYPE = """
            select r.seller, r.typeCode, count(r) from ActivityRow r
            where r.tenant = :tenant and r.state = :state and r.occurredAt >= :from and r.occurredAt < :until
            group by r.seller, r.typeCode""";

    static final String OPPORTUNITIES_BY_STANDING = """
            select r.owner, r.pipeline, r.reached, r.outcome, count(r) from OpportunityRow r
            where r.tenant = :tenant
            group by r.owner, r.pipeline, r.reached, r.outcome""";

    static final String SALES_BY_MONTH = """
            select extract(year from r.closedOn), extract(month from r.closedOn),
                count(r), sum(r.worth.amount), r.worth.currency
            from OpportunityRow r
            where r.tenant = :tenant and r.outcome = :outcome
            group by extract(year from r.closedOn), extract(month from r.closedOn), r.worth.currency""";

    static final String OPEN_BY_STAGE = """
            select r.pipeline, r.stage, r.product,
                extract(year from r.openedOn), extract(month from r.openedOn),
                extract(year from r.expectedClose), extract(month from r.expectedClose),
                count(r), sum(r.worth.amount), r.worth.currency
            from OpportunityRow r
            where r.tenant = :tenant and r.outcome = :outcome
            group by r.pipeline, r.stage, r.product,
                extract(year from r.openedOn), extract(month from r.openedOn),
                extract(year from r.expectedClose), extract(month from r.expectedClose),
                r.worth.currency""";

    static final String SPAN_OF_HELD = """
            select min(r.occurredAt), max(r.occurredAt) from ActivityRow r
            where r.tenant = :tenant and r.state = :state""";

    private static final String HELD = Codes.ACTIVITY_STATE.of(ActivityState.HELD);

    private final Joined joined;

    JpaFacts(Joined joined) {
        this.joined = joined;
    }

    @Override
    public List<ActivityCount> activities(TenantId tenant, Instant from, Instant until) {
        return rows(
                "counting activities",
                tenant,
                HELD_BY_SELLER_AND_TYPE,
                query -> query.setParameter("state", HELD)
                        .setParameter("from", from)
                        .setParameter("until", until),
                row -> new ActivityCount(
                        new SellerId((UUID) row[0]), new ActivityType((String) row[1]), (Long) row[2]));
    }

    @Override
    public List<OpportunityCount> opportunities(TenantId tenant) {
        return rows(
                "counting opportunities",
                tenant,
                OPPORTUNITIES_BY_STANDING,
                query -> query,
                row -> new OpportunityCount(
                        Ids.of((UUID) row[0], SellerId::new),
                        new PipelineId((UUID) row[1]),
                        new StageId((UUID) row[2]),
                        Codes.OUTCOME.constant((String) row[3]),
                        (Long) row[4]));
    }

    @Override
    public List<SalesSum> sales(TenantId tenant) {
        return rows(
                "adding up sales",
                tenant,
                SALES_BY_MONTH,
                query -> query.setParameter("outcome", Codes.OUTCOME.of(Outcome.WON)),
                row -> new SalesSum(
                        month(row[0], row[1]), (Long) row[2], MoneyColumns.money((BigDecimal) row[3], (String)
                                row[4])));
    }

    @Override
    public List<OpenSum> open(TenantId tenant) {
        return rows(
                "adding up what is open",
                tenant,
                OPEN_BY_STAGE,
                query -> query.setParameter("outcome", Codes.OUTCOME.of(Outcome.OPEN)),
                row -> new OpenSum(
                        new PipelineId((UUID) row[0]),
                        new StageId((UUID) row[1]),
                        (String) row[2],
                        month(row[3], row[4]),
                        month(row[5], row[6]),
                        (Long) row[7],
                        MoneyColumns.money((BigDecimal) row[8], (String) row[9])));
    }

    @Override
    public @Nullable Span activitySpan(TenantId tenant) {
        return rows(
                        "finding the span of activities",
                        tenant,
                        SPAN_OF_HELD,
                        query -> query.setParameter("state", HELD),
                        row -> row)
                .stream()
                .filter(row -> row[0] != null)
                .map(row -> new Span((Instant) row[0], (Instant) row[1]))
                .findFirst()
                .orElse(null);
    }

    private <T> List<T> rows(
            String what,
            TenantId tenant,
            String text,
            UnaryOperator<TypedQuery<Object[]>> parameters,
            Function<Object[], T> row) {
        requireNonNull(tenant, "tenant");
        return joined.read(
                what,
                manager -> parameters.apply(query(manager, tenant, text)).getResultList().stream()
                        .map(row)
                        .toList());
    }

    private static TypedQuery<Object[]> query(EntityManager manager, TenantId tenant, String text) {
        return manager.createQuery(text, Object[].class).setParameter("tenant", tenant.value());
    }

    private static @Nullable YearMonth month(@Nullable Object year, @Nullable Object month) {
        return year == null || month == null
                ? null
                : YearMonth.of(((Number) year).intValue(), ((Number) month).intValue());
    }
}
