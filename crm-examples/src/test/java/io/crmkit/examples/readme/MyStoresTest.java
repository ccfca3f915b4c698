package io.crmkit.examples.readme;

import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.port.PassingStores;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Transactions;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the README shows who writes a first store: five steps, and the contract passes. */
// readme: own-test
class MyStoresTest extends StoresTck {

    private final Stores stores = new MyStores();

    @Override
    protected Session open() {
        return new MySession(stores);
    }
}

/** A host that has no transactions but those of the stores. */
record MySession(Stores stores) implements Session {

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        return stores.transactions().write(work);
    }

    @Override
    public void rollBack(Runnable work) {
        try {
            stores.transactions().write(() -> {
                work.run();
                throw new CancellationException("asked for");
            });
        } catch (CancellationException asked) {
            // it is undone
        }
    }
}
// end

// readme: own-stores
/** Teams in a map of one's own, everything else in the stores beneath. */
final class MyStores extends PassingStores {
    private final MyTransactions transactions;
    private final Store<Team, TeamId> teams;

    MyStores() {
        this(InMemoryStores.empty());
    }

    private MyStores(Stores beneath) {
        super(beneath);
        transactions = new MyTransactions(beneath.transactions());
        teams = new MapStore<>(transactions);
    }

    @Override
    public Store<Team, TeamId> teams() {
        return teams;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }
}

/** One writer at a time, on a copy that is laid open when the stores beneath have committed. */
final class MyTransactions implements Transactions {
    record Row(TenantId tenant, Noun<?> noun) {}

    private final Transactions beneath;
    private final ReentrantLock writer = new ReentrantLock();
    private volatile NavigableMap<UUID, Row> committed = new TreeMap<>(MapStore.UNSIGNED);
    private NavigableMap<UUID, Row> mine = committed;

    MyTransactions(Transactions beneath) {
        this.beneath = beneath;
    }

    NavigableMap<UUID, Row> rows() {
        return writer.isHeldByCurrentThread() ? mine : committed;
    }

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        if (writer.isHeldByCurrentThread()) {
            return beneath.write(work);
        }
        writer.lock();
        try {
            mine = new TreeMap<>(committed);
            T answer = beneath.write(work);
            committed = mine;
            return answer;
        } finally {
            writer.unlock();
        }
    }

    @Override
    public void afterCommit(Runnable work) {
        beneath.afterCommit(work);
    }

    @Override
    public boolean announcesCommits() {
        return beneath.announcesCommits();
    }
}
// end
