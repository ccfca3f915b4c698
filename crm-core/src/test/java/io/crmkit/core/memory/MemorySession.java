package io.crmkit.core.memory;

import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Transactions;
import io.crmkit.core.tck.Session;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A host of stores in memory; the unit of work is the thread, so that sessions may share the stores. */
record MemorySession(Stores stores, Transactions host) implements Session {

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        return host.write(work);
    }

    @Override
    public void rollBack(Runnable work) {
        try {
            host.write(() -> {
                work.run();
                throw new RolledBack();
            });
        } catch (RolledBack asWanted) {
            return;
        }
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
