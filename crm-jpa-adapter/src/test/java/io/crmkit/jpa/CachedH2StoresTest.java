package io.crmkit.jpa;

import io.crmkit.core.cache.CacheOptions;
import io.crmkit.core.cache.CachingStores;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/** The contract on Hibernate and H2, each session's stores over one cache. */
@Tag("heavy")
class CachedH2StoresTest extends StoresTck {

    private @Nullable CachingStores shared;

    @Override
    protected synchronized Session open() {
        JpaSession session = JpaSession.on(Database.H2);
        CachingStores mine = shared == null
                ? CachingStores.over(session.stores(), CacheOptions.defaults())
                : shared.sharedWith(session.stores());
        shared = mine;
        return session.over(mine);
    }
}
