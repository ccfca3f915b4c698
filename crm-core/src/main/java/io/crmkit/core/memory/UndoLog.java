package io.crmkit.core.memory;

import io.crmkit.core.port.Transactions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One writer at a time, and what to do so that its changes never were. */
final class UndoLog implements Transactions {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final Deque<Runnable> undo = new ArrayDeque<>();

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        lock.writeLock().lock();
        int before = undo.size();
        boolean done = false;
        try {
            T answer = work.get();
            done = true;
            return answer;
        } finally {
            if (!done) {
                undoDownTo(before);
            }
            if (lock.getWriteHoldCount() == 1) {
                undo.clear();
            }
            lock.writeLock().unlock();
        }
    }

    <T extends @Nullable Object> T read(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Notes how a change just made is undone. */
    void note(Runnable how) {
        undo.push(how);
    }

    private void undoDownTo(int size) {
        while (undo.size() > size) {
            undo.pop().run();
        }
    }
}
