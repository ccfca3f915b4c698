package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.port.CommitHook;
import io.crmkit.core.port.CommitQueue;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.port.Transactions;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The host's EntityManager and the transaction it has joined; neither is ever begun, ended, cleared or closed here. */
final class Joined implements Transactions {

    private final Supplier<EntityManager> source;
    private final @Nullable CommitHook hook;
    private final NewRows newRows = new NewRows();
    private volatile @Nullable TextOrder textOrder;

    Joined(Supplier<EntityManager> source, @Nullable CommitHook hook) {
        this.source = requireNonNull(source, "entityManager");
        this.hook = hook;
    }

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        requireNonNull(work, "work");
        EntityManager manager = writable("work");
        try {
            return work.get();
        } catch (RuntimeException | Error thrown) {
            refuseCommit(manager);
            throw thrown;
        }
    }

    @Override
    public void afterCommit(Runnable work) {
        requireNonNull(work, "work");
        if (!source.get().isJoinedToTransaction()) {
            CommitQueue.runNow(work);
        } else if (hook == null) {
            throw new StoreException(
                    "work after the commit needs to learn of it: give JpaStores.joining a CommitHook", null);
        } else {
            hook.afterCommit(() -> CommitQueue.runNow(work));
        }
    }

    @Override
    public boolean announcesCommits() {
        return hook != null;
    }

    private EntityManager open(String what) {
        EntityManager manager = source.get();
        if (!manager.isOpen()) {
            throw new StoreException(
                    what + " needs an open EntityManager, and the one given to JpaStores.joining is closed", null);
        }
        return manager;
    }

    EntityManager writable(String what) {
        EntityManager manager = open(what);
        if (!manager.isJoinedToTransaction()) {
            throw new StoreException(
                    what + " needs a transaction and none is active: begin one in the host, on the EntityManager given"
                            + " to JpaStores.joining, before calling",
                    null);
        }
        return manager;
    }

    <T extends @Nullable Object> T read(String what, Function<EntityManager, T> work) {
        try {
            return work.apply(open(what));
        } catch (RuntimeException broken) {
            throw Failures.of(what, broken);
        }
    }

    NewRows newRows() {
        return newRows;
    }

    /** Writes what the host has not written yet, so that a failure at our own flush can only speak of our own rows. */
    static void flushTheHosts(EntityManager manager, String what) {
        try {
            manager.flush();
        } catch (RuntimeException broken) {
            throw Failures.ofTheHosts(what, broken);
        }
    }

    /** How the database orders texts, asked once. */
    TextOrder textOrder(EntityManager manager) {
        TextOrder known = textOrder;
        if (known == null) {
            known = TextOrder.of(manager);
            textOrder = known;
        }
        return known;
    }

    /* A transaction of a container cannot be reached through its EntityManager, but an exception out of an
     * EntityManager's method marks it for rollback (Jakarta Persistence 3.1, section 3.1.1): refreshing a row that is not
     * managed is such an exception, and reads nothing. */
    static void refuseCommit(EntityManager manager) {
        try {
            manager.getTransaction().setRollbackOnly();
        } catch (IllegalStateException containersOwn) {
            refuseCommitOfContainer(manager);
        }
    }

    private static void refuseCommitOfContainer(EntityManager manager) {
        try {
            manager.refresh(new TeamRow());
        } catch (IllegalArgumentException marked) {
            return;
        }
    }
}
