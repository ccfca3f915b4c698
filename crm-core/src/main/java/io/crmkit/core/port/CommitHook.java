package io.crmkit.core.port;

/**
 * The host's way to say that its transaction has been committed, given to adapters that join the host's transactions.
 *
 * <p>With Spring, a hook is {@code work -> TransactionSynchronizationManager.registerSynchronization(...)} of a
 * {@code TransactionSynchronization} whose {@code afterCommit} runs the work; in Jakarta EE,
 * {@code work -> registry.registerInterposedSynchronization(...)} of the {@code TransactionSynchronizationRegistry}, with a
 * {@code Synchronization} whose {@code afterCompletion} runs the work when the status is {@code STATUS_COMMITTED}. A host
 * that begins and commits by itself has {@link CommitQueue}.
 */
@FunctionalInterface
public interface CommitHook {

    /**
     * Keeps work for the current transaction: to be run once, on the thread that commits, after it has been committed and
     * after the work kept before; never when it is rolled back. The work throws nothing.
     *
     * @param work the work
     */
    void afterCommit(Runnable work);
}
