package io.crmkit.core.recording;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.journal.Change;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One transaction's saves, each written down with what it changed.
 *
 * <p>Changes are appended when the work is done, so that the journal's counter is the last lock taken; work that makes
 * very many appends them by the thousand as it goes, and from then on holds the counter. A recording lives as long as its
 * transaction, on one thread.
 */
public final class Recording {

    /* what is held back costs memory; what is appended early keeps the tenant's other writers waiting */
    private static final int AT_ONCE = 1_000;

    private final Stores stores;
    private final Actor actor;
    private final Clock clock;
    private final List<Change> held = new ArrayList<>();
    private final List<Change> heard = new ArrayList<>();
    private boolean ended;

    private Recording(Stores stores, Actor actor, Clock clock) {
        this.stores = requireNonNull(stores, "stores");
        this.actor = requireNonNull(actor, "actor");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Runs work that writes in the host's transaction, and writes down what it changed. Within a recording, work is part
     * of it: its changes are appended with the others.
     *
     * @param <T> what the work answers with
     * @param stores where records and the journal are kept
     * @param actor who does it
     * @param clock what time it is
     * @param work the work, given the recording to save through
     * @return what the work answered
     */
    public static <T extends @Nullable Object> T write(
            Stores stores, Actor actor, Clock clock, Function<Recording, T> work) {
        if (stores instanceof RecordingStores within) {
            return stores.transactions().write(() -> work.apply(within.recording()));
        }
        return stores.transactions().write(() -> {
            Recording recording = new Recording(stores, actor, clock);
            try {
                T answer = work.apply(recording);
                recording.append();
                recording.deliver();
                return answer;
            } finally {
                recording.ended = true;
            }
        });
    }

    /**
     * Returns stores whose every save is written down.
     *
     * @return the stores, for the life of this recording
     */
    public Stores stores() {
        return new RecordingStores(stores, this);
    }

    /**
     * Saves a record whose stored revision is known.
     *
     * @param <N> the noun
     * @param <I> its identifier type
     * @param store the noun's store
     * @param before the record as it was read, at the revision it is saved from; null for a new one
     * @param noun the record
     * @return the record as stored
     */
    public <N extends Noun<I>, I extends Identifier> N save(Store<N, I> store, @Nullable N before, N noun) {
        requireUnderWay();
        N saved = beneath(store).save(actor.tenant(), noun);
        note(before, saved, clock.instant());
        appendWhenMany();
        return saved;
    }

    /* a store of this recording would write the save down once more */
    private static <N extends Noun<I>, I extends Identifier> Store<N, I> beneath(Store<N, I> store) {
        return store instanceof RecordingStore<N, I> recorded ? recorded.store() : store;
    }

    /**
     * Saves new records, a thousand at a time, so that the store and the journal write each thousand at once.
     *
     * @param <N> the noun
     * @param <I> its identifier type
     * @param store the noun's store
     * @param nouns the records
     * @return the records as stored, in the same order
     */
    public <N extends Noun<I>, I extends Identifier> List<N> addAll(Store<N, I> store, List<N> nouns) {
        List<N> saved = new ArrayList<>(nouns.size());
        for (int from = 0; from < nouns.size(); from += AT_ONCE) {
            saved.addAll(saveAll(beneath(store), nouns.subList(from, Math.min(from + AT_ONCE, nouns.size()))));
        }
        return saved;
    }

    /** Saves records; those that change are read before, all at once. */
    <N extends Noun<I>, I extends Identifier> List<N> saveAll(Store<N, I> store, List<N> nouns) {
        requireUnderWay();
        List<I> changed = idsOfChanged(nouns);
        Map<I, N> before = changed.isEmpty() ? Map.of() : store.findAll(actor.tenant(), changed);
        List<N> saved = store.saveAll(actor.tenant(), nouns);
        Instant now = clock.instant();
        saved.forEach(noun -> note(before.get(noun.id()), noun, now));
        appendWhenMany();
        return saved;
    }

    private static <N extends Noun<I>, I extends Identifier> List<I> idsOfChanged(List<N> nouns) {
        return nouns.stream()
                .filter(noun -> !noun.revision().isNone())
                .map(Noun::id)
                .toList();
    }

    /* A save succeeds from the stored revision only, and a revision never changes: what was read at it is what was
     * there, whoever wrote in between. */
    private void note(@Nullable Noun<?> before, Noun<?> saved, Instant now) {
        Change.between(before, saved, actor, now).ifPresent(held::add);
    }

    private void appendWhenMany() {
        if (held.size() >= AT_ONCE) {
            append();
        }
    }

    /* what is saved through a recording that has ended would never be written down */
    private void requireUnderWay() {
        if (ended) {
            throw new IllegalStateException("what was given to work must not be used when the work is done");
        }
    }

    /** Appends what is held back. */
    void append() {
        if (!held.isEmpty()) {
            List<Change> appended = stores.journal().append(actor.tenant(), held);
            if (stores.transactions() instanceof ListenedTransactions) {
                heard.addAll(appended);
            }
            held.clear();
        }
    }

    private void deliver() {
        if (stores.transactions() instanceof ListenedTransactions listened) {
            listened.deliver(actor.tenant(), heard);
        }
    }

    /** Refuses another tenant, for which nothing can be written down here. */
    void requireOwn(Object tenant) {
        if (!actor.tenant().equals(tenant)) {
            throw new IllegalArgumentException(
                    "tenant must be the actor's: tenant = " + tenant + ", the actor's = " + actor.tenant());
        }
    }
}
