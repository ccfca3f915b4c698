package io.crmkit.core.recording;

import io.crmkit.core.journal.Change;
import io.crmkit.core.port.CommitQueue;
import io.crmkit.core.port.CrmEvents;
import io.crmkit.core.port.Transactions;
import io.crmkit.core.value.TenantId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions with those who want to hear what they committed. */
record ListenedTransactions(Transactions transactions, List<CrmEvents> listeners) implements Transactions {

    /** Tells the listeners when the transaction under way has been committed. */
    void deliver(TenantId tenant, List<Change> appended) {
        List<Change> changes = List.copyOf(appended);
        if (!changes.isEmpty()) {
            transactions.afterCommit(
                    () -> listeners.forEach(listener -> CommitQueue.runNow(() -> listener.committed(tenant, changes))));
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        return transactions.write(work);
    }

    @Override
    public void afterCommit(Runnable work) {
        transactions.afterCommit(work);
    }

    @Override
    public boolean announcesCommits() {
        return transactions.announcesCommits();
    }
}
