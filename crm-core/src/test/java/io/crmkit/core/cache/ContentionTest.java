package io.crmkit.core.cache;

import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.tck.ContentionTck;
import io.crmkit.core.tck.Session;

/** Many threads at one record, in stores that are cached. */
class ContentionTest extends ContentionTck {

    private final CachingStores stores = CachingStores.over(InMemoryStores.empty(), CacheOptions.defaults());

    @Override
    protected Session open() {
        return new CachedMemory(stores);
    }
}
