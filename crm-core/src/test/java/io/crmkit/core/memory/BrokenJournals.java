package io.crmkit.core.memory;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.journal.Seal;
import io.crmkit.core.port.Journal;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.TenantId;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Journals that each break one rule. */
final class BrokenJournals {

    /* some break only where much is going on, so that one rule finds them and no other */
    private static final int BUSY = 20;

    private BrokenJournals() {}

    private static Change with(Change c, long sequence, List<FieldChange> fields, Seal seal) {
        return new Change(
                sequence, c.actor(), c.subject(), c.revision(), c.kind(), c.occurredAt(), c.recordedAt(), fields, seal);
    }

    static class AnswersInReverse extends PassingJournal {
        AnswersInReverse(Journal sound) {
            super(sound);
        }

        @Override
        public List<Change> append(TenantId tenant, List<Change> changes) {
            List<Change> appended = new ArrayList<>(sound.append(tenant, changes));
            if (appended.size() > BUSY) {
                Collections.reverse(appended);
            }
            return appended;
        }
    }

    static class ChainsNothing extends PassingJournal {
        ChainsNothing(Journal sound) {
            super(sound);
        }

        @Override
        protected List<Change> shown(List<Change> changes) {
            return changes.stream()
                    .map(c -> c.subject().kind().equals("company") ? unchained(c) : c)
                    .toList();
        }

        private static Change unchained(Change c) {
            String hash = new StringBuilder(c.hash()).reverse().toString();
            return with(
                    c,
                    c.sequence(),
                    c.fields(),
                    new Seal(c.seal().salt(), c.seal().digest(), hash));
        }
    }

    static class ComposesAccents extends PassingJournal {
        ComposesAccents(Journal sound) {
            super(sound);
        }

        @Override
        protected List<Change> shown(List<Change> changes) {
            return changes.stream()
                    .map(c -> with(c, c.sequence(), composed(c.fields()), c.seal()))
                    .toList();
        }

        private static List<FieldChange> composed(List<FieldChange> fields) {
            return fields.stream()
                    .map(f -> new FieldChange(f.field(), composed(f.before()), composed(f.after())))
                    .toList();
        }

        private static @Nullable String composed(@Nullable String text) {
            return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
        }
    }

    static class IgnoresTheLimit extends PassingJournal {
        IgnoresTheLimit(Journal sound) {
            super(sound);
        }

        @Override
        public List<Change> after(TenantId tenant, Cursor cursor) {
            return sound.after(tenant, Cursor.START.at(cursor.sequence()));
        }
    }

    static class ReadsForwardsOnly extends PassingJournal {
        ReadsForwardsOnly(Journal sound) {
            super(sound);
        }

        @Override
        public List<Change> before(TenantId tenant, Identifier subject, Cursor cursor) {
            List<Change> changes = new ArrayList<>(sound.before(tenant, subject, cursor));
            Collections.reverse(changes);
            return changes;
        }
    }

    static class ReadsTheEnd extends PassingJournal {
        ReadsTheEnd(Journal sound) {
            super(sound);
        }

        @Override
        public List<Change> recorded(TenantId tenant, Instant from, Instant until, Cursor cursor) {
            return sound.recorded(tenant, from, until.plusNanos(1_000), cursor);
        }
    }

    static class ShowsStrangers extends PassingJournal {
        private final Set<TenantId> seen = Collections.synchronizedSet(new LinkedHashSet<>());

        ShowsStrangers(Journal sound) {
            super(sound);
        }

        @Override
        public List<Change> append(TenantId tenant, List<Change> changes) {
            seen.add(tenant);
            return sound.append(tenant, changes);
        }

        @Override
        public List<Change> after(TenantId tenant, Identifier subject, Cursor cursor) {
            return seen.contains(tenant) || seen.isEmpty()
                    ? sound.after(tenant, subject, cursor)
                    : sound.after(seen.iterator().next(), subject, cursor);
        }
    }

    static class ReadsCommittedOnly extends PassingJournal {
        ReadsCommittedOnly(Journal sound) {
            super(sound);
        }

        @Override
        public List<Change> before(TenantId tenant, Identifier subject, Cursor cursor) {
            return committed(() -> sound.before(tenant, subject, cursor));
        }

        private static <T> T committed(Supplier<T> read) {
            return CompletableFuture.supplyAsync(read).join();
        }
    }

    /** Numbers as a sequence of a database does, which no rollback sets back. */
    static class NumbersBySequence extends PassingJournal {
        private final Map<TenantId, AtomicLong> drawn = new ConcurrentHashMap<>();
        private final Map<TenantId, Map<Long, Long>> numbers = new ConcurrentHashMap<>();

        NumbersBySequence(Journal sound) {
            super(sound);
        }

        @Override
        public List<Change> append(TenantId tenant, List<Change> changes) {
            List<Change> appended = sound.append(tenant, changes);
            for (Change change : appended) {
                long number =
                        drawn.computeIfAbsent(tenant, none -> new AtomicLong()).incrementAndGet();
                numbers.computeIfAbsent(tenant, none -> new ConcurrentHashMap<>())
                        .put(change.sequence(), number);
            }
            return shown(appended);
        }

        @Override
        protected List<Change> shown(List<Change> changes) {
            return changes.stream()
                    .map(c -> with(c, number(c), c.fields(), c.seal()))
                    .toList();
        }

        private long number(Change change) {
            return numbers.getOrDefault(change.tenant(), new HashMap<>())
                    .getOrDefault(change.sequence(), change.sequence());
        }
    }

    /** Lets each change of an odd number become visible to others only after its successor has. */
    static class ShowsLate extends PassingJournal {
        private final Map<String, Thread> writers = new ConcurrentHashMap<>();

        ShowsLate(Journal sound) {
            super(sound);
        }

        @Override
        public List<Change> append(TenantId tenant, List<Change> changes) {
            List<Change> appended = sound.append(tenant, changes);
            appended.forEach(change -> writers.put(change.hash(), Thread.currentThread()));
            return appended;
        }

        @Override
        public List<Change> after(TenantId tenant, Cursor cursor) {
            long last = sound.last(tenant);
            return sound.after(tenant, cursor).stream()
                    .filter(change -> change.sequence() <= BUSY
                            || change.sequence() % 2 == 0
                            || change.sequence() + 2 <= last
                            || Thread.currentThread().equals(writers.get(change.hash())))
                    .toList();
        }
    }

    static class ErasesFromFew extends PassingJournal {
        ErasesFromFew(Journal sound) {
            super(sound);
        }

        @Override
        public long redact(TenantId tenant, Collection<? extends Identifier> subjects, Collection<String> fields) {
            return sound.redact(tenant, subjects.stream().limit(BUSY).toList(), fields);
        }
    }

    static class ErasesFromEveryTenant extends PassingJournal {
        private final Set<TenantId> seen = Collections.synchronizedSet(new LinkedHashSet<>());

        ErasesFromEveryTenant(Journal sound) {
            super(sound);
        }

        @Override
        public List<Change> append(TenantId tenant, List<Change> changes) {
            seen.add(tenant);
            return sound.append(tenant, changes);
        }

        @Override
        public long redact(TenantId tenant, Collection<? extends Identifier> subjects, Collection<String> fields) {
            seen.stream()
                    .filter(other -> !other.equals(tenant))
                    .forEach(other -> sound.redact(other, subjects, fields));
            return sound.redact(tenant, subjects, fields);
        }
    }

    /** Erases from what it shows, whatever becomes of the transaction. */
    static class ErasesBeyondRollback extends PassingJournal {
        private final Map<UUID, Collection<String>> erased = new ConcurrentHashMap<>();

        ErasesBeyondRollback(Journal sound) {
            super(sound);
        }

        @Override
        public long redact(TenantId tenant, Collection<? extends Identifier> subjects, Collection<String> fields) {
            long answer = sound.redact(tenant, subjects, fields);
            if (answer == 3) {
                subjects.forEach(subject -> erased.put(subject.value(), fields));
            }
            return answer;
        }

        @Override
        protected List<Change> shown(List<Change> changes) {
            return changes.stream()
                    .map(c -> c.erased(erased.getOrDefault(c.subject().value(), List.of()))
                            .orElse(c))
                    .toList();
        }
    }

    static class ErasesForOneThread extends PassingJournal {
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

        ErasesForOneThread(Journal sound) {
            super(sound);
        }

        @Override
        public long redact(TenantId tenant, Collection<? extends Identifier> subjects, Collection<String> fields) {
            threads.add(Thread.currentThread());
            return threads.size() > 1 ? 0 : sound.redact(tenant, subjects, fields);
        }
    }
}
