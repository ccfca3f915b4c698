package io.crmkit.jpa;

import io.crmkit.core.port.CommitQueue;
import io.crmkit.core.port.Stores;
import io.crmkit.core.tck.Session;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A host with an EntityManager of its own and transactions of that EntityManager. */
record JpaSession(EntityManager manager, CommitQueue commits, Stores stores) implements Session, AutoCloseable {

    static JpaSession on(Database database) {
        return on(database, Provider.HIBERNATE);
    }

    static JpaSession on(Database database, Provider provider) {
        return on(database.factory(provider));
    }

    static JpaSession on(EntityManagerFactory factory) {
        EntityManager manager = factory.createEntityManager();
        CommitQueue commits = new CommitQueue();
        return new JpaSession(manager, commits, JpaStores.joining(manager, commits));
    }

    JpaSession over(Stores others) {
        return new JpaSession(manager, commits, others);
    }

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        T answer = committed(work);
        commits.committed();
        return answer;
    }

    private <T extends @Nullable Object> T committed(Supplier<T> work) {
        manager.getTransaction().begin();
        commits.begun();
        try {
            T answer = work.get();
            manager.getTransaction().commit();
            return answer;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
                commits.rolledBack();
            }
        }
    }

    @Override
    public void rollBack(Runnable work) {
        manager.getTransaction().begin();
        commits.begun();
        try {
            work.run();
        } finally {
            manager.getTransaction().rollback();
            commits.rolledBack();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
