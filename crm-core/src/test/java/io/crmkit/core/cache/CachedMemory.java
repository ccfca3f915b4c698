package io.crmkit.core.cache;

import io.crmkit.core.port.Stores;
import io.crmkit.core.tck.Session;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A host of cached stores in memory. */
record CachedMemory(Stores stores) implements Session {

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        return stores.transactions().write(work);
    }

    @Override
    public void rollBack(Runnable work) {
        RuntimeException asWanted = new IllegalStateException("rolled back");
        try {
            stores.transactions().write(() -> {
                work.run();
                throw asWanted;
            });
        } catch (IllegalStateException thrown) {
            if (thrown != asWanted) {
                throw thrown;
            }
        }
    }
}
