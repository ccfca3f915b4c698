package io.crmkit.jpa;

import io.crmkit.core.port.Stores;
import io.crmkit.core.tck.Session;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A host with an EntityManager of its own and transactions of that EntityManager. */
record JpaSession(EntityManager manager, Stores stores) implements Session {

    static JpaSession on(Database database) {
        EntityManager manager = database.factory().createEntityManager();
        return new JpaSession(manager, JpaStores.joining(manager));
    }

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        manager.getTransaction().begin();
        try {
            T answer = work.get();
            manager.getTransaction().commit();
            return answer;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
        }
    }

    @Override
    public void rollBack(Runnable work) {
        manager.getTransaction().begin();
        try {
            work.run();
        } finally {
            manager.getTransaction().rollback();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
