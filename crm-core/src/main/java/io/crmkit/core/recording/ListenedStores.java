package io.crmkit.core.recording;

import io.crmkit.core.port.CrmEvents;
import io.crmkit.core.port.PassingStores;
import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Transactions;
import java.util.List;

/** Stores whose recordings are told to listeners once they are committed. */
public final class ListenedStores extends PassingStores {

    private final Transactions transactions;

    private ListenedStores(Stores stores, List<CrmEvents> listeners) {
        super(stores);
        this.transactions = new ListenedTransactions(stores.transactions(), List.copyOf(listeners));
    }

    /**
     * Lets listeners hear what is recorded over stores.
     *
     * @param stores the stores
     * @param listeners the listeners, in the order they are told in
     * @return the same stores where nobody listens
     * @throws IllegalStateException if the stores do not learn of commits
     */
    public static Stores over(Stores stores, List<CrmEvents> listeners) {
        if (listeners.isEmpty()) {
            return stores;
        }
        if (!stores.transactions().announcesCommits()) {
            throw new IllegalStateException(
                    "listeners need stores that learn of commits, and these do not: give them a commit hook, such as"
                            + " JpaStores.joining(entityManager, hook), or have no listener and poll"
                            + " session.journal().after(sequence)");
        }
        return new ListenedStores(stores, listeners);
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }
}
