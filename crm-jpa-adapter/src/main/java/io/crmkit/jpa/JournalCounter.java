package io.crmkit.jpa;

import io.crmkit.core.port.StoreException;
import io.crmkit.core.port.StoreException.Kind;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * The counters of the tenants' journals. To count on is to lock the counter until the transaction ends, so that changes
 * are committed in the order of their numbers; a rollback sets the counter back.
 */
final class JournalCounter {

    /* a bulk update, not a locked read: the provider may answer the latter from what it has read before the lock */
    static final String COUNT_ON =
            "update JournalHeadRow h set h.sequence = h.sequence + :count where h.tenant = :tenant";

    static final String READ = "select h.sequence from JournalHeadRow h where h.tenant = :tenant";

    /* the hash of the change before those counted now */
    static final String READ_BACK = """
            select h.sequence, r.hash from JournalHeadRow h
            left join JournalRow r on r.tenant = h.tenant and r.sequence = h.sequence - :count
            where h.tenant = :tenant""";

    /* The row of no tenant, which the schema brings along: whoever writes a tenant's first change waits here for others
     * that do, since two of them inserting the same counter would end in a failure of one. */
    private static final String GATE = "";

    private final EntityManager manager;

    JournalCounter(EntityManager manager) {
        this.manager = manager;
    }

    /** What was there before: the last sequence and its hash, null where there was none. */
    Object[] countOn(TenantId tenant, int count) {
        if (update(tenant.value(), count) == 0) {
            openGate();
            insertUnlessThere(tenant);
            update(tenant.value(), count);
        }
        Object[] head = manager.createQuery(READ_BACK, Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("count", (long) count)
                .getSingleResult();
        long before = (Long) head[0] - count;
        // in an isolation above read committed, which MariaDB begins with, and where it does not refuse the update
        if (before > 0 && head[1] == null) {
            throw new StoreException(
                    Kind.CONFLICT,
                    "appending to the journal failed: another transaction has appended since this one began to read",
                    null);
        }
        return new Object[] {before, head[1]};
    }

    /** Locks the counter as it is; a tenant that has none has no changes either. */
    void hold(TenantId tenant) {
        update(tenant.value(), 0);
    }

    long read(TenantId tenant) {
        List<Long> found = manager.createQuery(READ, Long.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
        return found.isEmpty() ? 0 : found.get(0);
    }

    private int update(String tenant, int count) {
        return manager.createQuery(COUNT_ON)
                .setParameter("tenant", tenant)
                .setParameter("count", (long) count)
                .executeUpdate();
    }

    private void openGate() {
        if (update(GATE, 1) == 0) {
            throw new StoreException(
                    "appending to the journal failed: crm_journal_head lacks the row of tenant '' that the schema inserts",
                    null);
        }
    }

    private void insertUnlessThere(TenantId tenant) {
        if (update(tenant.value(), 0) == 0) {
            JournalHeadRow head = new JournalHeadRow();
            head.tenant = tenant.value();
            head.sequence = 0L;
            manager.persist(head);
            manager.flush();
            manager.detach(head);
        }
    }
}
