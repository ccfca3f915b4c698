package io.crmkit.core.port;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hook of a host that begins and commits transactions by itself: the host tells it what it does.
 *
 * <p>Definition: after {@code begin} the host calls {@link #begun}, after {@code commit} {@link #committed}, after
 * {@code rollback} {@link #rolledBack}. What is kept is dropped by the last of them, and by the next {@code begun}.
 *
 * <p>What it is not: safe for threads; it belongs to one unit of work, as an EntityManager does.
 */
public final class CommitQueue implements CommitHook {

    private static final Logger LOG = LoggerFactory.getLogger(CommitQueue.class);

    private List<Runnable> kept = new ArrayList<>();
    private boolean underWay;

    /** Makes a queue that no transaction was told to yet. */
    public CommitQueue() {}

    /** Says that a transaction has begun. */
    public void begun() {
        kept = new ArrayList<>();
        underWay = true;
    }

    /**
     * Keeps work until the commit.
     *
     * @param work the work
     * @throws IllegalStateException if no transaction was said to have begun
     */
    @Override
    public void afterCommit(Runnable work) {
        requireNonNull(work, "work");
        if (!underWay) {
            throw new IllegalStateException(
                    "begun() must be called when a transaction begins: work given for a transaction nobody told of");
        }
        kept.add(work);
    }

    /** Says that the transaction has been committed: what was kept runs, in order; what throws is logged. */
    public void committed() {
        List<Runnable> due = kept;
        rolledBack();
        due.forEach(CommitQueue::runNow);
    }

    /** Says that the transaction has been rolled back: what was kept is forgotten. */
    public void rolledBack() {
        kept = new ArrayList<>();
        underWay = false;
    }

    /**
     * Runs work whose failure is nobody's: what it throws is logged, since what it follows is committed.
     *
     * @param work the work
     */
    public static void runNow(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error thrown) {
            LOG.error("work after a commit failed; what was committed stands", thrown);
        }
    }
}
