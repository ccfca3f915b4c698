package io.crmkit.core.memory;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.memory.Records.Stored;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Store;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One noun's store over its table. */
final class MemoryStore<N extends Noun<I>, I extends Identifier> implements Store<N, I> {

    private final MemoryTransactions transactions;
    private final Table<N> table;

    MemoryStore(MemoryTransactions transactions, Table<N> table) {
        this.transactions = transactions;
        this.table = table;
    }

    @Override
    public Optional<N> find(TenantId tenant, I id) {
        requireNonNull(tenant, "tenant");
        requireNonNull(id, "id");
        return transactions.read(() -> Optional.ofNullable(table.find(tenant, id.value())));
    }

    @Override
    public Map<I, N> findAll(TenantId tenant, Collection<I> ids) {
        requireNonNull(tenant, "tenant");
        return transactions.read(() -> {
            Map<I, N> found = new HashMap<>();
            for (I id : ids) {
                N noun = table.find(tenant, id.value());
                if (noun != null) {
                    found.put(id, noun);
                }
            }
            return found;
        });
    }

    @Override
    public Set<I> existing(TenantId tenant, Collection<I> ids) {
        requireNonNull(tenant, "tenant");
        return transactions.read(() -> {
            Set<I> existing = new HashSet<>(2 * ids.size());
            for (I id : ids) {
                if (table.find(tenant, id.value()) != null) {
                    existing.add(id);
                }
            }
            return existing;
        });
    }

    @Override
    public N save(TenantId tenant, N noun) {
        requireNonNull(tenant, "tenant");
        requireNonNull(noun, "noun");
        return transactions.save(() -> {
            requireCurrent(tenant, noun);
            return put(tenant, noun);
        });
    }

    @Override
    public List<N> saveAll(TenantId tenant, List<N> nouns) {
        requireNonNull(tenant, "tenant");
        requireDistinct(nouns);
        return transactions.save(() -> {
            nouns.forEach(noun -> requireCurrent(tenant, noun));
            return nouns.stream().map(noun -> put(tenant, noun)).toList();
        });
    }

    @Override
    public Page<N> page(TenantId tenant, PageRequest request) {
        requireNonNull(tenant, "tenant");
        return page(transactions.read(() -> table.after(tenant, request.after(), request.size() + 1)), request);
    }

    @Override
    public Page<N> select(TenantId tenant, Criterion<N> criterion, PageRequest request) {
        requireNonNull(tenant, "tenant");
        Predicate<N> meant = criterion.compile();
        List<N> found = transactions.read(() -> candidates(tenant, criterion, request.after())
                .filter(meant)
                .limit(request.size() + 1L)
                .toList());
        return page(found, request);
    }

    private Page<N> page(List<N> found, PageRequest request) {
        if (found.size() <= request.size()) {
            return new Page<>(found, null);
        }
        List<N> items = found.subList(0, request.size());
        return new Page<>(items, items.get(items.size() - 1).id().value());
    }

    @Override
    public long count(TenantId tenant) {
        requireNonNull(tenant, "tenant");
        return transactions.read(() -> table.count(tenant));
    }

    @Override
    public long count(TenantId tenant, Criterion<N> criterion) {
        requireNonNull(tenant, "tenant");
        Predicate<N> meant = criterion.compile();
        return transactions.read(
                () -> candidates(tenant, criterion, null).filter(meant).count());
    }

    /* what was made from documents is found by them, everything else by looking at all there is */
    private Stream<N> candidates(TenantId tenant, Criterion<N> criterion, @Nullable UUID after) {
        SortedSet<String> origins = origins(criterion);
        return origins == null
                ? table.ordered(tenant, after)
                : table.withKeys(
                        tenant, after, origins.stream().map(Records::madeFrom).toList());
    }

    /** The documents what is meant must be made from one of; null where that is not said. */
    private static @Nullable SortedSet<String> origins(Criterion<?> criterion) {
        if (criterion instanceof Criterion.All<?> all) {
            return all.parts().stream()
                    .flatMap(part -> Stream.ofNullable(origins(part)))
                    .findFirst()
                    .orElse(null);
        }
        boolean isAsked = criterion instanceof Criterion.Comparison<?, ?> comparison
                && comparison.operator() == Criterion.Operator.IS
                && comparison.value().equals(true);
        return isAsked ? ((Criterion.Comparison<?, ?>) criterion).field().origins() : null;
    }

    @Override
    public Map<String, I> idsByNaturalKey(TenantId tenant, Collection<String> naturalKeys) {
        requireNonNull(tenant, "tenant");
        return transactions.read(() -> {
            Map<String, I> ids = new HashMap<>();
            naturalKeys.forEach(key -> table.lowestWithKey(tenant, key).forEach(noun -> ids.put(key, noun.id())));
            return ids;
        });
    }

    private void requireDistinct(List<N> nouns) {
        Set<I> seen = new HashSet<>();
        for (N noun : nouns) {
            if (!seen.add(noun.id())) {
                throw new IllegalArgumentException("nouns must not hold an identity twice: " + noun.id());
            }
        }
    }

    private void requireCurrent(TenantId tenant, N noun) {
        Stored<N> stored = table.get(noun.id().value());
        N mine = stored != null && stored.tenant().equals(tenant) ? stored.noun() : null;
        boolean current = stored == null
                ? noun.revision().isNone()
                : mine != null && mine.revision().equals(noun.revision());
        if (!current) {
            throw new StaleRevisionException(noun.id(), noun.revision(), revisionOf(mine));
        }
    }

    private static @Nullable Revision revisionOf(@Nullable Noun<?> noun) {
        return noun == null ? null : noun.revision();
    }

    private N put(TenantId tenant, N noun) {
        boolean stored = !noun.revision().isNone();
        if (stored && noun.equals(table.find(tenant, noun.id().value()))) {
            return noun;
        }
        @SuppressWarnings("unchecked") // a noun at another revision is the same noun
        N next = (N) noun.withRevision(noun.revision().next());
        table.put(tenant, next);
        return next;
    }
}
