package io.crmkit.jpa;

import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.LocalDateField;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One statement that groups the records that are meant by keys, and counts or adds up each group, or lists each record. */
final class Grouping<N, R extends Row> {

    private final EntityManager manager;
    private final CriteriaBuilder builder;
    private final Parameters parameters;
    private final CriteriaQuery<Object[]> query;
    private final Root<R> root;
    private final List<Expression<?>> keys = new ArrayList<>();
    private final List<Expression<?>> measures = new ArrayList<>();
    private final List<Predicate> conditions = new ArrayList<>();

    Grouping(EntityManager manager, Class<R> entity, TextOrder textOrder, TenantId tenant, Criterion<N> meant) {
        this.manager = manager;
        this.builder = manager.getCriteriaBuilder();
        this.parameters = new Parameters(builder);
        this.query = builder.createQuery(Object[].class);
        this.root = query.from(entity);
        Leaves leaves = new Leaves(builder, parameters, textOrder);
        conditions.add(new Translator(builder, parameters, leaves, query, root).meant(tenant, meant));
    }

    Grouping<N, R> where(String attribute, String code) {
        conditions.add(builder.equal(root.get(attribute), parameters.of(code)));
        return this;
    }

    /** By the sellers, one after the other, who take part in others' activities of some types; a key. */
    Grouping<N, R> byParticipatingSeller(Collection<String> typeCodes) {
        Root<ParticipantRow> participant = query.from(ParticipantRow.class);
        conditions.add(builder.equal(participant.get("owner"), root.get("id")));
        conditions.add(builder.equal(participant.get("tenant"), root.get("tenant")));
        Path<UUID> seller = participant.get("seller");
        conditions.add(seller.isNotNull());
        conditions.add(builder.notEqual(seller, root.get("seller")));
        conditions.add(builder.notEqual(
                participant.get("acceptance"), parameters.of(Codes.ACCEPTANCE.of(Acceptance.DECLINED))));
        conditions.add(root.get("typeCode").in(typeCodes));
        keys.add(seller);
        return this;
    }

    /** Half-open: the first instant counts, the last does not. */
    Grouping<N, R> within(String attribute, Instant from, Instant until) {
        Path<Instant> at = root.get(attribute);
        conditions.add(builder.greaterThanOrEqualTo(at, parameters.of(from)));
        conditions.add(builder.lessThan(at, parameters.of(until)));
        return this;
    }

    Grouping<N, R> by(String... attributes) {
        for (String attribute : attributes) {
            keys.add(root.get(attribute));
        }
        return this;
    }

    /** By year and month, two keys. */
    Grouping<N, R> byMonth(String attribute) {
        Path<LocalDate> day = root.get(attribute);
        keys.add(builder.extract(LocalDateField.YEAR, day));
        keys.add(builder.extract(LocalDateField.MONTH, day));
        return this;
    }

    /** By amount and currency, two keys. */
    Grouping<N, R> byMoney(String money) {
        keys.add(root.get(money).get("amount"));
        keys.add(root.get(money).get("currency"));
        return this;
    }

    /** Those whose identity is greater. */
    Grouping<N, R> behind(UUID id) {
        conditions.add(builder.greaterThan(root.get("id"), parameters.of(id)));
        return this;
    }

    /** Those that are later, or at the same instant and of a greater identity. */
    Grouping<N, R> behind(String attribute, Instant at, UUID id) {
        Path<Instant> instant = root.get(attribute);
        conditions.add(builder.greaterThanOrEqualTo(instant, parameters.of(at)));
        conditions.add(builder.or(
                builder.greaterThan(instant, parameters.of(at)),
                builder.greaterThan(root.get("id"), parameters.of(id))));
        return this;
    }

    /** The one named, and those that others than {@link #behind(String, Instant, UUID)} would leave. */
    Grouping<N, R> upTo(String attribute, Instant at, UUID id) {
        Path<Instant> instant = root.get(attribute);
        conditions.add(builder.lessThanOrEqualTo(instant, parameters.of(at)));
        conditions.add(builder.or(
                builder.lessThan(instant, parameters.of(at)),
                builder.lessThanOrEqualTo(root.get("id"), parameters.of(id))));
        return this;
    }

    Grouping<N, R> count() {
        measures.add(builder.count(root));
        return this;
    }

    /** By currency, a key; the count and the sum follow the keys. */
    Grouping<N, R> sum(String money) {
        keys.add(root.get(money).get("currency"));
        Path<BigDecimal> amount = root.get(money).get("amount");
        count();
        measures.add(builder.sum(amount));
        return this;
    }

    Grouping<N, R> span(String attribute) {
        // not by least and greatest: EclipseLink hands what those answer to the attribute's converter as a Timestamp
        Path<Instant> at = root.get(attribute);
        measures.add(builder.function("min", Object.class, at));
        measures.add(builder.function("max", Object.class, at));
        return this;
    }

    /** Each group: its keys, then its measures, in the order they were asked for. */
    List<Object[]> rows() {
        query.groupBy(keys);
        return found(Integer.MAX_VALUE);
    }

    /** Each record by itself: its keys, in the order of some attributes. */
    List<Object[]> each(int most, String... order) {
        query.orderBy(Arrays.stream(order)
                .map(attribute -> builder.asc(root.get(attribute)))
                .toList());
        return found(most);
    }

    private List<Object[]> found(int most) {
        List<Expression<?>> columns = new ArrayList<>(keys);
        columns.addAll(measures);
        query.select(builder.array(columns.toArray(Expression<?>[]::new))).where(conditions.toArray(Predicate[]::new));
        TypedQuery<Object[]> all = parameters.bind(manager.createQuery(query));
        List<Object[]> rows = (most < Integer.MAX_VALUE ? all.setMaxResults(most) : all).getResultList();
        rows.forEach(row -> Arrays.setAll(row, i -> instant(row[i])));
        return rows;
    }

    /* an instant is answered as one, or as the driver has it */
    private static @Nullable Object instant(@Nullable Object answered) {
        if (answered instanceof OffsetDateTime stored) {
            return stored.toInstant();
        }
        return answered instanceof Timestamp stored ? stored.toInstant() : answered;
    }
}
