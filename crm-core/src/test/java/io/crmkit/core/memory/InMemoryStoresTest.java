package io.crmkit.core.memory;

import io.crmkit.core.port.Stores;
import io.crmkit.core.tck.StoresTck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The in-memory adapter keeps the contract. */
class InMemoryStoresTest extends StoresTck {

    /** Thrown to roll back. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Stores stores = InMemoryStores.empty();

    @Override
    protected <T extends @Nullable Object> T inTransaction(boolean commit, Function<Stores, T> work) {
        if (commit) {
            return stores.transactions().write(() -> work.apply(stores));
        }
        List<T> answer = new ArrayList<>();
        try {
            stores.transactions().write(() -> {
                answer.add(work.apply(stores));
                throw new RolledBack();
            });
        } catch (RolledBack expected) {
            // that was the point
        }
        return answer.get(0);
    }
}
