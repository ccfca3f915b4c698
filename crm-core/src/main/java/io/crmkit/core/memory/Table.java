package io.crmkit.core.memory;

import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Store;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The records of one noun, by tenant and identity, with an index of their natural keys. */
final class Table<N extends Noun<I>, I extends Identifier> implements Store<N, I> {

    /** As databases sort UUIDs; the JDK's own order takes the halves as signed numbers. */
    private static final Comparator<UUID> UNSIGNED = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private final UndoLog log;
    private final BiFunction<N, Revision, N> atRevision;
    private final Map<TenantId, NavigableMap<UUID, N>> byTenant = new HashMap<>();
    private final Map<UUID, TenantId> owners = new HashMap<>();
    private final Map<TenantId, Map<String, NavigableMap<UUID, I>>> byNaturalKey = new HashMap<>();

    Table(UndoLog log, BiFunction<N, Revision, N> atRevision) {
        this.log = log;
        this.atRevision = atRevision;
    }

    @Override
    public Optional<N> find(TenantId tenant, I id) {
        return log.read(() -> Optional.ofNullable(records(tenant).get(id.value())));
    }

    @Override
    public N save(TenantId tenant, N noun) {
        return log.write(() -> saved(tenant, noun));
    }

    @Override
    public List<N> saveAll(TenantId tenant, List<N> nouns) {
        return log.write(() -> nouns.stream().map(noun -> saved(tenant, noun)).toList());
    }

    @Override
    public Page<N> page(TenantId tenant, PageRequest request) {
        return log.read(() -> {
            NavigableMap<UUID, N> all = records(tenant);
            UUID after = request.after();
            NavigableMap<UUID, N> rest = after == null ? all : all.tailMap(after, false);
            List<N> items = rest.values().stream().limit(request.size()).toList();
            boolean more = items.size() == request.size()
                    && last(items) != rest.lastEntry().getValue();
            return new Page<>(items, more ? last(items).id().value() : null);
        });
    }

    @Override
    public long count(TenantId tenant) {
        return log.read(() -> (long) records(tenant).size());
    }

    @Override
    public Map<String, I> idsByNaturalKey(TenantId tenant, Collection<String> naturalKeys) {
        return log.read(() -> {
            Map<String, NavigableMap<UUID, I>> index = byNaturalKey.getOrDefault(tenant, Map.of());
            Map<String, I> found = new HashMap<>();
            for (String key : naturalKeys) {
                NavigableMap<UUID, I> ids = index.get(key);
                if (ids != null && !ids.isEmpty()) {
                    found.put(key, ids.firstEntry().getValue());
                }
            }
            return found;
        });
    }

    /** Passes each of a tenant's records; for counting. */
    <T extends @Nullable Object> T over(TenantId tenant, Function<Collection<N>, T> count) {
        return log.read(() -> count.apply(records(tenant).values()));
    }

    private static <T> T last(List<T> items) {
        return items.get(items.size() - 1);
    }

    private NavigableMap<UUID, N> records(TenantId tenant) {
        NavigableMap<UUID, N> records = byTenant.get(tenant);
        return records == null ? new TreeMap<>(UNSIGNED) : records;
    }

    private N saved(TenantId tenant, N noun) {
        N stored = tenant.equals(owners.get(noun.id().value()))
                ? records(tenant).get(noun.id().value())
                : null;
        requireCurrent(noun, stored);
        if (stored != null && stored.equals(noun)) {
            return stored;
        }
        N next = atRevision.apply(noun, noun.revision().next());
        put(tenant, stored, next);
        return next;
    }

    private void requireCurrent(N noun, @Nullable N stored) {
        boolean elsewhere = stored == null && owners.containsKey(noun.id().value());
        Revision found = stored == null ? Revision.NONE : stored.revision();
        if (elsewhere || !found.equals(noun.revision())) {
            throw new StaleRevisionException(noun.id(), noun.revision(), elsewhere ? null : found);
        }
    }

    private void put(TenantId tenant, @Nullable N before, N after) {
        UUID id = after.id().value();
        NavigableMap<UUID, N> records = byTenant.computeIfAbsent(tenant, key -> new TreeMap<>(UNSIGNED));
        records.put(id, after);
        owners.put(id, tenant);
        index(tenant, before, after);
        log.note(() -> {
            if (before == null) {
                records.remove(id);
                owners.remove(id);
            } else {
                records.put(id, before);
            }
            index(tenant, after, before);
        });
    }

    private void index(TenantId tenant, @Nullable N before, @Nullable N after) {
        Map<String, NavigableMap<UUID, I>> index = byNaturalKey.computeIfAbsent(tenant, key -> new HashMap<>());
        if (before != null && before.naturalKey() != null) {
            index.computeIfPresent(before.naturalKey(), (key, ids) -> {
                ids.remove(before.id().value());
                return ids.isEmpty() ? null : ids;
            });
        }
        if (after != null && after.naturalKey() != null) {
            index.computeIfAbsent(after.naturalKey(), key -> new TreeMap<>(UNSIGNED))
                    .put(after.id().value(), after.id());
        }
    }
}
