package io.crmkit.core.tck;

import io.crmkit.core.port.Stores;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A host at work: one unit of work over stores, and the transactions a host begins and ends around it. */
public interface Session {

    /**
     * Returns the stores.
     *
     * @return the same stores for the life of the session
     */
    Stores stores();

    /**
     * Runs work in a transaction as a host does: it commits when the work answers, and rolls back and throws on when the
     * work throws.
     *
     * @param <T> what the work answers with
     * @param work the work
     * @return what the work answered
     */
    <T extends @Nullable Object> T write(Supplier<T> work);

    /**
     * Runs work in a transaction of the host's that is rolled back.
     *
     * @param work the work
     */
    void rollBack(Runnable work);

    /** Ends the session. */
    default void close() {}
}
