package io.crmkit.core.port;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The unit within which all is done or nothing.
 *
 * <p>An adapter is right when {@code TransactionsTck} (crm-core, classifier {@code tck}) passes on it. The rules it tests:
 * <ol>
 *   <li>Work runs in the transaction the host has begun, where there is one; an adapter of a database never begins or
 *       commits a transaction of its own.
 *   <li>Where the host must begin one and has not, nothing runs and {@link StoreException} says so.
 *   <li>When the work throws, nothing it did is seen once the transaction has ended.
 *   <li>What is given to {@link #afterCommit} runs once after the outermost transaction has been committed, in the order
 *       given.
 *   <li>It never runs when the transaction was rolled back, then or later.
 *   <li>It does not run before others see what was committed.
 *   <li>When it throws, what it threw is logged and told to nobody: the commit stands, and what was given after it runs.
 *   <li>Outside a transaction it runs before {@code afterCommit} answers, and rule 7 holds.
 *   <li>An adapter that does not learn of the commit says so by {@link #announcesCommits}, and refuses it within a
 *       transaction.
 * </ol>
 * Rules 4 to 7 are for those that announce commits; the contract skips them for others, and says that it does.
 */
public interface Transactions {

    /**
     * Runs work that writes (rules 1 to 3).
     *
     * @param <T> what it answers with
     * @param work the work
     * @return what the work answered
     * @throws StoreException if no transaction could be joined
     */
    <T extends @Nullable Object> T write(Supplier<T> work);

    /**
     * Runs work when what the transaction did has been committed (rules 4 to 9).
     *
     * <p>The transaction is over when the work runs: what it writes itself needs another one. It runs on the thread that
     * commits, which goes on when the work is done.
     *
     * @param work the work
     * @throws StoreException if there is a transaction and no way to learn of its commit
     */
    void afterCommit(Runnable work);

    /**
     * Says whether commits are learnt of (rule 9).
     *
     * @return whether {@link #afterCommit} can be called within a transaction
     */
    boolean announcesCommits();
}
