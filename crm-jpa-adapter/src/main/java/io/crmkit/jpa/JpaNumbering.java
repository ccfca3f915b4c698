package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.port.Numbering;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;

/** Numbers from counters that a transaction holds until it ends; a rollback sets them back. */
final class JpaNumbering implements Numbering {

    static final String COUNT_ON = "update NumberRow n set n.last = n.last + :count where n.counter = :counter";

    static final String READ = "select n.last from NumberRow n where n.counter = :counter";

    /* The row of no tenant, which the schema brings along: whoever draws the first of a series waits here for others that
     * do, since two of them inserting the same counter would end in a failure of one. */
    private static final String GATE = "";

    private final Joined joined;

    JpaNumbering(Joined joined) {
        this.joined = joined;
    }

    @Override
    public DocumentNumber next(TenantId tenant, String series, int year) {
        requireNonNull(tenant, "tenant");
        DocumentNumber first = new DocumentNumber(series, year, 1);
        String counter = tenant.value() + " " + first.series() + " " + year;
        EntityManager manager = joined.writable("drawing a number");
        Joined.flushTheHosts(manager, "drawing a number");
        try {
            return new DocumentNumber(series, year, counted(manager, counter));
        } catch (RuntimeException broken) {
            throw Failures.of("drawing a number", broken);
        }
    }

    private static long counted(EntityManager manager, String counter) {
        if (countOn(manager, counter, 1) == 0) {
            countOn(manager, GATE, 1);
            insertUnlessThere(manager, counter);
            countOn(manager, counter, 1);
        }
        return manager.createQuery(READ, Long.class)
                .setParameter("counter", counter)
                .getSingleResult();
    }

    private static void insertUnlessThere(EntityManager manager, String counter) {
        if (countOn(manager, counter, 0) == 0) {
            NumberRow row = new NumberRow();
            row.counter = counter;
            row.last = 0L;
            manager.persist(row);
            manager.flush();
            manager.detach(row);
        }
    }

    private static int countOn(EntityManager manager, String counter, long count) {
        return manager.createQuery(COUNT_ON)
                .setParameter("counter", counter)
                .setParameter("count", count)
                .executeUpdate();
    }
}
