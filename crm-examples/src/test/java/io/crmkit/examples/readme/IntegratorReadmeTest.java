package io.crmkit.examples.readme;

import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.port.Stores;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import java.util.concurrent.CancellationException;
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
                try {
                    stores.transactions().write(() -> {
                        work.run();
                        throw new CancellationException("asked for");
                    });
                } catch (CancellationException asked) {
                    // it is undone
                }
            }
        };
    }
}
// end
