package io.crmkit.core.memory;

import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;

/** The contract, on stores in memory. */
class InMemoryStoresTest extends StoresTck {

    private final InMemoryStores stores = InMemoryStores.empty();

    @Override
    protected Session open() {
        return new MemorySession(stores, stores.transactions());
    }

    @Override
    protected int writers() {
        return 64;
    }
}
