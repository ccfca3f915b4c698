package io.crmkit.jpa;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.UUID;

/** One selection, made with the criteria API: its page and its count differ in what they select only. */
final class Selecting<N, R extends Row> {

    private final EntityManager manager;
    private final Class<R> entity;
    private final TextOrder textOrder;
    private final CriteriaBuilder builder;
    private final Parameters parameters;

    Selecting(EntityManager manager, Class<R> entity, TextOrder textOrder) {
        this.manager = manager;
        this.entity = entity;
        this.textOrder = textOrder;
        this.builder = manager.getCriteriaBuilder();
        this.parameters = new Parameters(builder);
    }

    List<R> rows(TenantId tenant, Criterion<N> criterion, PageRequest request) {
        CriteriaQuery<R> query = builder.createQuery(entity);
        Root<R> root = query.from(entity);
        Path<UUID> id = root.get("id");
        Predicate meant = meant(query, root, tenant, criterion);
        UUID after = request.after();
        Predicate following = after == null ? meant : builder.and(builder.greaterThan(id, parameters.of(after)), meant);
        TypedQuery<R> page =
                manager.createQuery(query.select(root).where(following).orderBy(builder.asc(id)));
        return parameters.bind(page).setMaxResults(request.size() + 1).getResultList();
    }

    long count(TenantId tenant, Criterion<N> criterion) {
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<R> root = query.from(entity);
        query.select(builder.count(root)).where(meant(query, root, tenant, criterion));
        return parameters.bind(manager.createQuery(query)).getSingleResult();
    }

    private Predicate meant(CriteriaQuery<?> query, Root<R> root, TenantId tenant, Criterion<N> criterion) {
        Leaves leaves = new Leaves(builder, parameters, textOrder);
        return new Translator(builder, parameters, leaves, query, root).meant(tenant, criterion);
    }
}
