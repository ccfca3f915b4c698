package io.crmkit.core.port;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The unit within which all is done or nothing.
 *
 * <p>Rules: (1) work runs in the transaction the host has begun, where there is one; an adapter of a database never
 * begins or commits a transaction of its own. (2) Where the host must begin one and has not, nothing runs and
 * {@link StoreException} says so. (3) When the work throws, nothing it did is seen once the transaction has ended.
 */
public interface Transactions {

    /**
     * Runs work that writes.
     *
     * @param <T> what it answers with
     * @param work the work
     * @return what the work answered
     * @throws StoreException if no transaction could be joined
     */
    <T extends @Nullable Object> T write(Supplier<T> work);
}
