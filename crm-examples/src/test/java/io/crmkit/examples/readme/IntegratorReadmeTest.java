package io.crmkit.examples.readme;

import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.port.Stores;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the README shows the writer of a storage adapter. */
// readme: integrator
class IntegratorReadmeTest extends StoresTck {

    private final Stores stores = InMemoryStores.empty(); // yours instead

    @Override
    protected Session open() { // one unit of work, with transactions as your host begins and ends them
        return new Session() {
            public Stores stores() {
                return stores;
            }

            public <T extends @Nullable Object> T write(Supplier<T> work) {
                return stores.transactions().write(work);
            }

            public void rollBack(Runnable work) {
                RolledBack.after(() -> stores.transactions().write(() -> RolledBack.throwAfter(work)));
            }
        };
    }
}
// end

/** How a rollback is asked of stores that have no host. */
final class RolledBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static void after(Runnable transaction) {
        try {
            transaction.run();
        } catch (RolledBack asked) {
            // it is undone
        }
    }

    static Runnable throwAfter(Runnable work) {
        work.run();
        throw new RolledBack();
    }
}
