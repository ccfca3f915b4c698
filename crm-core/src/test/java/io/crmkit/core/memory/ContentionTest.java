package io.crmkit.core.memory;

import io.crmkit.core.tck.ContentionTck;
import io.crmkit.core.tck.Session;

/** Many threads at one record, in memory. */
class ContentionTest extends ContentionTck {

    private final InMemoryStores stores = InMemoryStores.empty();

    @Override
    protected Session open() {
        return new MemorySession(stores, stores.transactions());
    }
}
