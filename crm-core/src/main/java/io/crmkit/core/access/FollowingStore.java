package io.crmkit.core.access;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.port.AccessDeniedException;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Store;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A store of records that belong to a person or a company each, and may be seen unless that may not be seen, and written
 * unless that may not be written. Who a record belongs to is asked a page at a time; a count reads every record that is meant.
 */
record FollowingStore<N extends Noun<I>, I extends Identifier>(
        Store<N, I> store,
        Function<N, Identifier> belongsTo,
        BiFunction<TenantId, Set<Identifier>, Set<Identifier>> hidden,
        BiFunction<TenantId, Set<Identifier>, Set<Identifier>> kept)
        implements Store<N, I> {

    private List<N> shown(TenantId tenant, Collection<N> read) {
        return without(tenant, read, hidden);
    }

    private List<N> without(
            TenantId tenant, Collection<N> nouns, BiFunction<TenantId, Set<Identifier>, Set<Identifier>> left) {
        Set<Identifier> asked = nouns.stream().map(belongsTo).collect(Collectors.toSet());
        Set<Identifier> out = left.apply(tenant, asked);
        return nouns.stream()
                .filter(noun -> !out.contains(belongsTo.apply(noun)))
                .toList();
    }

    @Override
    public Optional<N> find(TenantId tenant, I id) {
        return store.find(tenant, id)
                .filter(noun -> !shown(tenant, List.of(noun)).isEmpty());
    }

    @Override
    public Map<I, N> findAll(TenantId tenant, Collection<I> ids) {
        Map<I, N> found = new HashMap<>();
        shown(tenant, store.findAll(tenant, ids).values()).forEach(noun -> found.put(noun.id(), noun));
        return found;
    }

    @Override
    public N save(TenantId tenant, N noun) {
        return saveAll(tenant, List.of(noun)).get(0);
    }

    @Override
    public List<N> saveAll(TenantId tenant, List<N> nouns) {
        Map<I, N> stored = store.findAll(tenant, nouns.stream().map(Noun::id).toList());
        List<N> known = shown(tenant, stored.values());
        List<N> allowed = without(tenant, nouns, kept);
        for (N noun : nouns) {
            N before = stored.get(noun.id());
            if (before != null && !known.contains(before)) {
                throw new StaleRevisionException(noun.id(), noun.revision(), null);
            } else if (!allowed.contains(noun)) {
                throw new AccessDeniedException(
                        noun.getClass().getSimpleName(), noun.id(), "must not be written by this actor");
            }
        }
        return store.saveAll(tenant, nouns);
    }

    @Override
    public Page<N> page(TenantId tenant, PageRequest request) {
        return filled(tenant, request, next -> store.page(tenant, next));
    }

    @Override
    public Page<N> select(TenantId tenant, Criterion<N> criterion, PageRequest request) {
        return filled(tenant, request, next -> store.select(tenant, criterion, next));
    }

    /** Reads on until one more is found than was asked for, or nothing follows. */
    private Page<N> filled(TenantId tenant, PageRequest request, Function<PageRequest, Page<N>> reading) {
        List<N> found = new ArrayList<>();
        UUID after = request.after();
        do {
            Page<N> read = reading.apply(new PageRequest(PageRequest.LARGEST, after));
            found.addAll(shown(tenant, read.items()));
            after = read.last();
        } while (after != null && found.size() <= request.size());
        return page(found, request.size());
    }

    private static <N extends Noun<?>> Page<N> page(List<N> found, int size) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        List<N> items = found.subList(0, size);
        return new Page<>(items, items.get(size - 1).id().value());
    }

    @Override
    public long count(TenantId tenant) {
        return counted(tenant, next -> store.page(tenant, next));
    }

    @Override
    public long count(TenantId tenant, Criterion<N> criterion) {
        return counted(tenant, next -> store.select(tenant, criterion, next));
    }

    private long counted(TenantId tenant, Function<PageRequest, Page<N>> reading) {
        long count = 0;
        @Nullable UUID after = null;
        do {
            Page<N> read = reading.apply(new PageRequest(PageRequest.LARGEST, after));
            count += shown(tenant, read.items()).size();
            after = read.last();
        } while (after != null);
        return count;
    }

    @Override
    public Map<String, I> idsByNaturalKey(TenantId tenant, Collection<String> naturalKeys) {
        Map<String, I> ids = new HashMap<>(store.idsByNaturalKey(tenant, naturalKeys));
        ids.values().retainAll(findAll(tenant, List.copyOf(ids.values())).keySet());
        return ids;
    }
}
