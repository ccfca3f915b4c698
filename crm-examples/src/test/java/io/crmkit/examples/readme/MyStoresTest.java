package io.crmkit.examples.readme;

import io.crmkit.core.port.Stores;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the README shows who writes a first store: five steps, and the contract passes. */
// readme: own-test
class MyStoresTest extends StoresTck {

    private final Stores stores = new MyStores();

    @Override
    protected Session open() {
        return new MySession(stores);
    }
}

/** A host that has no transactions but those of the stores. */
record MySession(Stores stores) implements Session {

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        return stores.transactions().write(work);
    }

    @Override
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
}
// end
