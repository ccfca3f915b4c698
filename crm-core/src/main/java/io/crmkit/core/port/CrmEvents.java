package io.crmkit.core.port;

import io.crmkit.core.journal.Change;
import io.crmkit.core.value.TenantId;
import java.util.List;

/**
 * What the host may listen to: the changes of a transaction, once it has been committed.
 *
 * <p>Rules:
 * <ol>
 *   <li>A delivery holds the changes that one command appended to the journal, as they were appended, by ascending
 *       sequence; all commands run by {@code CrmSession.together}, and all rows of an import, are one delivery.
 *   <li>It comes once, after the commit, when others see what was committed; what was rolled back is never delivered, and
 *       a command that changed nothing delivers nothing.
 *   <li>It comes on the thread that commits, which waits for the listener, outside the transaction that ended: what a
 *       listener writes needs another one.
 *   <li>Listeners are told in the order they were given to the builder. What one throws is logged and harms neither the
 *       others nor the caller.
 *   <li>Deliveries of one transaction come in journal order. Those of two transactions may come in either order, or at
 *       once on two threads: the sequence of the changes tells which was first.
 * </ol>
 *
 * <p>What it is not: filtered by what some user may see; a listener is part of the host, and passes on what it is told by
 * the host's own rules. Nor is it kept: what is committed when the process ends is not delivered later. A reader that must
 * miss nothing polls {@code session.journal().after(sequence)} as well. What a transaction appended is held in memory
 * until the commit.
 */
@FunctionalInterface
public interface CrmEvents {

    /**
     * Tells what was committed.
     *
     * @param tenant whose records changed
     * @param changes what happened, at least one change, by ascending sequence
     */
    void committed(TenantId tenant, List<Change> changes);
}
