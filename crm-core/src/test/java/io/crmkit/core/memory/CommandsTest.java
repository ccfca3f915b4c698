package io.crmkit.core.memory;

import io.crmkit.core.tck.CommandsTck;
import io.crmkit.core.tck.Session;

/** Every command with bad input, on stores in memory. */
class CommandsTest extends CommandsTck {

    private final InMemoryStores stores = InMemoryStores.empty();

    @Override
    protected Session open() {
        return new MemorySession(stores, stores.transactions());
    }
}
