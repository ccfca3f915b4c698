package io.crmkit.core.memory;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.port.CommitQueue;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.port.Transactions;
import io.crmkit.core.value.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One writer at a time; everybody else reads what is committed and waits for nothing but the commit itself. */
final class MemoryTransactions implements Transactions {

    private final ReentrantLock writer = new ReentrantLock(true);
    private final ReadWriteLock commits = new ReentrantReadWriteLock();
    private final List<Part> parts = new ArrayList<>();
    private CommitQueue queue = new CommitQueue();
    private @Nullable Throwable failure;

    /** Something kept, of which the writer may have some that is not committed yet. */
    interface Part {

        /** Lays what is pending over what is committed. */
        void commit();

        /** Forgets what is pending. */
        void dropPending();
    }

    <N extends Noun<?>> Table<N> newTable() {
        return newTable(SubjectIndex::none);
    }

    <N extends Noun<?>> Table<N> newTable(Supplier<SubjectIndex<N>> indexed) {
        Table<N> table = new Table<>(this::isWriting, indexed);
        join(table);
        return table;
    }

    void join(Part part) {
        parts.add(part);
    }

    boolean isWriting() {
        return writer.isHeldByCurrentThread();
    }

    /** Runs work in a transaction of its own, or in the one under way; failing nested work fails the whole of it. */
    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        requireNonNull(work, "work");
        if (isWriting()) {
            return run(work);
        }
        CommitQueue mine = new CommitQueue();
        T answer = committed(work, mine);
        mine.committed();
        return answer;
    }

    private <T extends @Nullable Object> T committed(Supplier<T> work, CommitQueue mine) {
        writer.lock();
        try {
            mine.begun();
            queue = mine;
            T answer = run(work);
            commit();
            return answer;
        } finally {
            end();
            writer.unlock();
        }
    }

    @Override
    public void afterCommit(Runnable work) {
        requireNonNull(work, "work");
        if (isWriting()) {
            queue.afterCommit(work);
        } else {
            CommitQueue.runNow(work);
        }
    }

    @Override
    public boolean announcesCommits() {
        return true;
    }

    /** Runs one save, which changes nothing when it is refused: what surrounds it may go on. */
    <T extends @Nullable Object> T save(Supplier<T> work) {
        return isWriting() ? work.get() : write(work);
    }

    /** Runs a read between two commits; the writer need not wait, since nobody else can commit. */
    <T extends @Nullable Object> T read(Supplier<T> work) {
        if (isWriting()) {
            return work.get();
        }
        return locked(commits.readLock(), work);
    }

    private <T extends @Nullable Object> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
            throw thrown;
        }
    }

    private void commit() {
        if (failure != null) {
            throw new StoreException("nothing was stored: work within the transaction failed: " + failure, failure);
        }
        locked(commits.writeLock(), () -> {
            parts.forEach(Part::commit);
            return parts;
        });
    }

    private void end() {
        parts.forEach(Part::dropPending);
        failure = null;
    }

    private static <T extends @Nullable Object> T locked(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
