package io.crmkit.core.cache;

import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;

/** The contract, on cached stores in memory: whoever keeps records must not be noticed. */
class CachingStoresTckTest extends StoresTck {

    private final CachingStores stores = CachingStores.over(InMemoryStores.empty(), CacheOptions.defaults());

    @Override
    protected Session open() {
        return new CachedMemory(stores);
    }
}
