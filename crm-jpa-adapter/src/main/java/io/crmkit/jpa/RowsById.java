package io.crmkit.jpa;

import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of one noun, asked for by identity, a thousand at a time. */
final class RowsById<R extends Row> {

    static final String ROWS = "select r from {entity} r where r.tenant = :tenant and r.id in :ids";

    static final String EXISTING = "select r.id from {entity} r where r.tenant = :tenant and r.id in :ids";

    /* identities are unique over all tenants; of another tenant's row nothing is read but that it is there */
    static final String REVISIONS = """
            select r.id, case when r.tenant = :tenant then r.revision else 0L end
            from {entity} r where r.id in :ids""";

    /* in ascending identity, so that two calls that save the same records wait for, and never deadlock, each other */
    static final String ROWS_TO_CHANGE =
            "select r from {entity} r where r.tenant = :tenant and r.id in :ids order by r.id";

    private static final int PORTION = 1_000;

    private final Mapping<?, ?, R> mapping;

    RowsById(Mapping<?, ?, R> mapping) {
        this.mapping = mapping;
    }

    /** The tenant's rows, with the lists they hold. */
    List<R> of(EntityManager manager, TenantId tenant, Collection<UUID> ids) {
        List<R> rows = new ArrayList<>();
        for (List<UUID> portion : portions(ids)) {
            rows.addAll(manager.createQuery(mapping.query(ROWS), mapping.entity())
                    .setParameter("tenant", tenant.value())
                    .setParameter("ids", portion)
                    .getResultList());
        }
        return whole(manager, tenant, rows);
    }

    /** The tenant's rows, locked until the transaction ends, so that their revisions stay what they are. */
    List<R> locked(EntityManager manager, TenantId tenant, Collection<UUID> ids) {
        List<R> rows = new ArrayList<>();
        for (List<UUID> portion : portions(
                ids.stream().sorted(Comparator.comparing(UUID::toString)).toList())) {
            rows.addAll(manager.createQuery(mapping.query(ROWS_TO_CHANGE), mapping.entity())
                    .setParameter("tenant", tenant.value())
                    .setParameter("ids", portion)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList());
        }
        return whole(manager, tenant, rows);
    }

    /** The same rows, with the lists they hold. */
    List<R> whole(EntityManager manager, TenantId tenant, List<R> rows) {
        mapping.parts().forEach(parts -> parts.readInto(manager, tenant.value(), rows));
        return rows;
    }

    /** The revisions by identity of whatever is stored; 0 where it is another tenant's. */
    Map<UUID, Long> revisions(EntityManager manager, TenantId tenant, Collection<UUID> ids) {
        Map<UUID, Long> revisions = new HashMap<>();
        for (List<UUID> portion : portions(ids)) {
            manager.createQuery(mapping.query(REVISIONS), Object[].class)
                    .setParameter("tenant", tenant.value())
                    .setParameter("ids", portion)
                    .getResultList()
                    .forEach(row -> revisions.put((UUID) row[0], (Long) row[1]));
        }
        return revisions;
    }

    /** Those of the identities that the tenant has a row of. */
    List<UUID> existing(EntityManager manager, TenantId tenant, Collection<UUID> ids) {
        List<UUID> existing = new ArrayList<>();
        for (List<UUID> portion : portions(ids)) {
            existing.addAll(manager.createQuery(mapping.query(EXISTING), UUID.class)
                    .setParameter("tenant", tenant.value())
                    .setParameter("ids", portion)
                    .getResultList());
        }
        return existing;
    }

    static <T> List<List<T>> portions(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < list.size(); from += PORTION) {
            portions.add(list.subList(from, Math.min(list.size(), from + PORTION)));
        }
        return portions;
    }
}
