package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.port.CommitHook;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.port.Transactions;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the adapter asks of the host's hook; what it promises with one is the contract's. */
class CommitHookTest {

    private final EntityManager manager = Database.H2.factory().createEntityManager();
    private final List<String> ran = new ArrayList<>();

    /** Told the status of the completion, as {@code jakarta.transaction.Synchronization} is, and throws on what is thrown. */
    private final List<Consumer<Boolean>> synchronizations = new ArrayList<>();

    private final CommitHook containers = work -> synchronizations.add(committed -> {
        if (committed) {
            work.run();
        }
    });

    @AfterEach
    void close() {
        if (manager.getTransaction().isActive()) {
            manager.getTransaction().rollback();
        }
        manager.close();
    }

    private void complete(boolean committed) {
        synchronizations.forEach(each -> each.accept(committed));
        synchronizations.clear();
    }

    @Test
    void withoutAHookWorkAfterTheCommitIsRefusedWithinATransactionAndRunsOutsideOfOne() {
        Transactions transactions = JpaStores.joining(manager).transactions();
        assertFalse(transactions.announcesCommits());
        manager.getTransaction().begin();
        assertEquals(
                "work after the commit needs to learn of it: give JpaStores.joining a CommitHook",
                assertThrows(StoreException.class, () -> transactions.afterCommit(() -> ran.add("never")))
                        .getMessage());
        manager.getTransaction().rollback();
        transactions.afterCommit(() -> ran.add("at once"));
        assertEquals(List.of("at once"), ran);
    }

    @Test
    void aContainerSaysHowItsTransactionEndedAndHearsNoFailure() {
        Transactions transactions = JpaStores.joining(() -> manager, containers).transactions();
        assertTrue(transactions.announcesCommits());
        manager.getTransaction().begin();
        transactions.afterCommit(() -> ran.add("rolled back"));
        manager.getTransaction().rollback();
        complete(false);
        manager.getTransaction().begin();
        transactions.afterCommit(() -> {
            throw new IllegalStateException("a listener's own trouble");
        });
        transactions.afterCommit(() -> ran.add("committed"));
        manager.getTransaction().commit();
        complete(true);
        assertEquals(List.of("committed"), ran);
    }
}
