package io.crmkit.core.memory;

import io.crmkit.core.memory.Records.Stored;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The committed records of one noun, under those the writer has not committed yet, which the writer alone sees. */
final class Table<N extends Noun<?>> implements MemoryTransactions.Part {

    /* Nothing is ever deleted, so that a transaction is a set of records that hide older ones: to commit is to lay them
     * over the committed ones, to roll back is to drop them. Either costs as much as was changed, not as is stored. */

    private final BooleanSupplier writing;
    private final Supplier<SubjectIndex<N>> indexed;
    private final Records<N> nothing;
    private final Records<N> committed;
    private Map<UUID, Stored<N>> pending = new HashMap<>();
    /* of what is pending, made when the writer first asks for more than a record by its identity */
    private @Nullable Records<N> ordered;

    Table(BooleanSupplier writing, Supplier<SubjectIndex<N>> indexed) {
        this.writing = writing;
        this.indexed = indexed;
        this.nothing = new Records<>(indexed.get());
        this.committed = new Records<>(indexed.get());
    }

    /** What is about a subject: of the committed records, and of the writer's own, some of them in both. */
    List<SortedKeys> keys(TenantId tenant, UUID subject) {
        return SortedKeys.filled(
                committed.index().of(tenant, subject), uncommitted().index().of(tenant, subject));
    }

    void put(TenantId tenant, N noun) {
        pending.put(noun.id().value(), new Stored<>(tenant, noun));
        if (ordered != null) {
            ordered.put(tenant, noun);
        }
    }

    @Override
    public void commit() {
        for (Stored<N> stored : pending.values()) {
            committed.put(stored.tenant(), stored.noun());
        }
    }

    @Override
    public void dropPending() {
        if (!pending.isEmpty()) {
            pending = new HashMap<>();
            ordered = null;
        }
    }

    @Nullable
    Stored<N> get(UUID id) {
        Stored<N> mine = pending.isEmpty() || !writing.getAsBoolean() ? null : pending.get(id);
        return mine == null ? committed.get(id) : mine;
    }

    @Nullable
    N find(TenantId tenant, UUID id) {
        Stored<N> stored = get(id);
        return stored == null || !stored.tenant().equals(tenant) ? null : stored.noun();
    }

    List<N> after(TenantId tenant, @Nullable UUID after, int limit) {
        NavigableMap<UUID, N> merged = new TreeMap<>(Records.UNSIGNED);
        for (Records<N> records : List.of(committed, uncommitted())) {
            NavigableMap<UUID, N> all = records.of(tenant);
            NavigableMap<UUID, N> rest = after == null || all.isEmpty() ? all : all.tailMap(after, false);
            rest.entrySet().stream().limit(limit).forEach(entry -> merged.put(entry.getKey(), entry.getValue()));
        }
        return merged.values().stream().limit(limit).toList();
    }

    /** Records after one, in order; without the writer's own, nothing is copied. */
    Stream<N> ordered(TenantId tenant, @Nullable UUID after) {
        Records<N> mine = uncommitted();
        Stream<N> kept = committed.after(tenant, after);
        if (mine.of(tenant).isEmpty()) {
            return kept;
        }
        return Stream.concat(kept.filter(noun -> !mine.holds(noun.id().value())), mine.after(tenant, after))
                .sorted((one, other) ->
                        Records.UNSIGNED.compare(one.id().value(), other.id().value()));
    }

    long count(TenantId tenant) {
        long added = uncommitted().of(tenant).keySet().stream()
                .filter(id -> !committed.holds(id))
                .count();
        return committed.of(tenant).size() + added;
    }

    Stream<N> all(TenantId tenant) {
        Records<N> mine = uncommitted();
        Stream<N> kept = committed.of(tenant).values().stream()
                .filter(noun -> !mine.holds(noun.id().value()));
        return Stream.concat(kept, mine.of(tenant).values().stream());
    }

    Stream<N> lowestWithKey(TenantId tenant, String key) {
        Records<N> mine = uncommitted();
        Stream<UUID> kept = committed.withKey(tenant, key).stream()
                .filter(id -> !mine.holds(id))
                .limit(1);
        Stream<UUID> changed = mine.withKey(tenant, key).stream().limit(1);
        return Stream.concat(kept, changed).min(Records.UNSIGNED).map(id -> find(tenant, id)).stream();
    }

    /** Records after one that have one of these keys, natural or not, in order. */
    Stream<N> withKeys(TenantId tenant, @Nullable UUID after, Collection<String> keys) {
        NavigableSet<UUID> found = new TreeSet<>(Records.UNSIGNED);
        Records<N> mine = uncommitted();
        for (String key : keys) {
            committed.withKey(tenant, key).stream()
                    .filter(id -> !mine.holds(id))
                    .forEach(found::add);
            found.addAll(mine.withKey(tenant, key));
        }
        return (after == null ? found : found.tailSet(after, false))
                .stream().flatMap(id -> Stream.ofNullable(find(tenant, id)));
    }

    private Records<N> uncommitted() {
        if (!writing.getAsBoolean()) {
            return nothing;
        } else if (ordered == null) {
            ordered = new Records<>(indexed.get());
            for (Stored<N> stored : pending.values()) {
                ordered.put(stored.tenant(), stored.noun());
            }
        }
        return ordered;
    }
}
