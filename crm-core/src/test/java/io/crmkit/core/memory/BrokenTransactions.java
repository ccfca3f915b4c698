package io.crmkit.core.memory;

import io.crmkit.core.port.CommitQueue;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.port.Transactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions that each break one rule. */
final class BrokenTransactions {

    private BrokenTransactions() {}

    /** Transactions that know how deep they are in one another, and keep work by themselves. */
    private abstract static class Passing implements Transactions {

        protected final Transactions sound;
        protected final List<Runnable> kept = Collections.synchronizedList(new ArrayList<>());
        private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

        Passing(Transactions sound) {
            this.sound = sound;
        }

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            return sound.write(() -> within(work));
        }

        private <T extends @Nullable Object> T within(Supplier<T> work) {
            depth.set(depth.get() + 1);
            try {
                return work.get();
            } finally {
                depth.set(depth.get() - 1);
            }
        }

        @Override
        public void afterCommit(Runnable work) {
            sound.afterCommit(work);
        }

        @Override
        public boolean announcesCommits() {
            return true;
        }

        final boolean isOutside() {
            return depth.get() == 0;
        }

        final void runKept() {
            List<Runnable> due = List.copyOf(kept);
            kept.clear();
            due.forEach(Runnable::run);
        }
    }

    /** Keeps what failing work did before it failed. */
    static class HalfWork extends Passing {
        HalfWork(Transactions sound) {
            super(sound);
        }

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            List<RuntimeException> thrown = new ArrayList<>();
            T answer = sound.<@Nullable T>write(() -> {
                try {
                    return work.get();
                } catch (RuntimeException failed) {
                    thrown.add(failed);
                    return null;
                }
            });
            if (!thrown.isEmpty()) {
                throw thrown.get(0);
            }
            return answer;
        }
    }

    static class RunsTwice extends Passing {
        RunsTwice(Transactions sound) {
            super(sound);
        }

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            T answer = super.write(work);
            if (isOutside() && kept.size() == 3) {
                runKept();
            }
            return answer;
        }

        @Override
        public void afterCommit(Runnable work) {
            super.afterCommit(work);
            kept.add(work);
        }
    }

    static class RunsInReverse extends Passing {
        RunsInReverse(Transactions sound) {
            super(sound);
        }

        @Override
        public void afterCommit(Runnable work) {
            kept.add(work);
            super.afterCommit(() -> kept.remove(kept.size() - 1).run());
        }
    }

    static class RemembersAfterARollback extends Passing {
        RemembersAfterARollback(Transactions sound) {
            super(sound);
        }

        @Override
        public void afterCommit(Runnable work) {
            if (isOutside()) {
                super.afterCommit(work);
            } else {
                kept.add(work);
                super.afterCommit(() -> {
                    List<Runnable> due = List.copyOf(kept);
                    kept.clear();
                    due.forEach(CommitQueue::runNow);
                });
            }
        }
    }

    static class RunsBeforeTheCommit extends Passing {
        private boolean early;

        RunsBeforeTheCommit(Transactions sound) {
            super(sound);
        }

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            return isOutside() ? super.write(() -> early(work)) : super.write(work);
        }

        private <T extends @Nullable Object> T early(Supplier<T> work) {
            kept.clear();
            T answer = work.get();
            early = true;
            kept.forEach(CommitQueue::runNow);
            early = false;
            return answer;
        }

        @Override
        public void afterCommit(Runnable work) {
            if (early || isOutside()) {
                CommitQueue.runNow(work);
            } else {
                kept.add(work);
            }
        }
    }

    static class TellsWhatWorkThrew extends Passing {
        TellsWhatWorkThrew(Transactions sound) {
            super(sound);
        }

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            if (!isOutside()) {
                return super.write(work);
            }
            kept.clear();
            T answer = super.write(work);
            runKept();
            return answer;
        }

        @Override
        public void afterCommit(Runnable work) {
            if (isOutside()) {
                super.afterCommit(work);
            } else {
                kept.add(work);
            }
        }
    }

    static class WaitsForATransaction extends Passing {
        WaitsForATransaction(Transactions sound) {
            super(sound);
        }

        @Override
        public void afterCommit(Runnable work) {
            if (!isOutside()) {
                super.afterCommit(work);
            }
        }
    }

    static class ForgetsWhatItCannotDo extends Passing {
        ForgetsWhatItCannotDo(Transactions sound) {
            super(sound);
        }

        @Override
        public void afterCommit(Runnable work) {
            if (isOutside()) {
                super.afterCommit(work);
            }
        }

        @Override
        public boolean announcesCommits() {
            return false;
        }
    }

    /** Joins one unit of work of each transaction, and then thinks that it stands on its own. */
    static class JoinsOnce extends Passing {
        private int joined;

        JoinsOnce(Transactions sound) {
            super(sound);
        }

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            joined = isOutside() ? 0 : joined + 1;
            if (joined > 1) {
                throw new StoreException("a transaction is under way", null);
            }
            return super.write(work);
        }
    }

    /** Finds out that there is no transaction when the work is done. */
    static class RunsThenRefuses extends Passing {
        RunsThenRefuses(Transactions sound) {
            super(sound);
        }

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            List<String> atOnce = new ArrayList<>();
            sound.afterCommit(() -> atOnce.add("there is no transaction to join"));
            T answer = sound.write(work);
            if (!atOnce.isEmpty()) {
                throw new StoreException(atOnce.get(0), null);
            }
            return answer;
        }
    }
}
