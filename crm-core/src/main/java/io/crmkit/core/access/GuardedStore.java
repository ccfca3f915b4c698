package io.crmkit.core.access;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Store;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A store that shows an actor what may be seen, and stores what may be written. */
record GuardedStore<N extends Noun<I>, I extends Identifier>(Store<N, I> store, Kind<N, I> kind, Guards guards)
        implements Store<N, I> {

    private Guard<N> guard() {
        return guards.of(kind.noun());
    }

    @Override
    public Optional<N> find(TenantId tenant, I id) {
        Guard<N> guard = guard();
        return store.find(tenant, id).filter(guard::shows).map(guard::masked);
    }

    @Override
    public Map<I, N> findAll(TenantId tenant, Collection<I> ids) {
        Guard<N> guard = guard();
        return store.findAll(tenant, ids).values().stream()
                .filter(guard::shows)
                .collect(Collectors.toMap(Noun::id, guard::masked));
    }

    @Override
    public Set<I> existing(TenantId tenant, Collection<I> ids) {
        return guard().showsAll() ? store.existing(tenant, ids) : Store.super.existing(tenant, ids);
    }

    @Override
    public N save(TenantId tenant, N noun) {
        return saveAll(tenant, List.of(noun)).get(0);
    }

    @Override
    public List<N> saveAll(TenantId tenant, List<N> nouns) {
        Guard<N> guard = guard();
        if (guard.isUnlimited()) {
            return store.saveAll(tenant, nouns);
        }
        Map<I, N> stored = store.findAll(tenant, idsOfChanged(nouns));
        List<N> storable = nouns.stream()
                .map(noun -> guard.storable(noun, stored.get(noun.id())))
                .toList();
        return guard.answered(nouns, saved(tenant, storable));
    }

    private static <N extends Noun<I>, I extends Identifier> List<I> idsOfChanged(List<N> nouns) {
        return nouns.stream()
                .filter(noun -> !noun.revision().isNone())
                .map(Noun::id)
                .toList();
    }

    private List<N> saved(TenantId tenant, List<N> storable) {
        try {
            return store.saveAll(tenant, storable);
        } catch (StaleRevisionException stale) {
            throw isTaken(stale) && !isShown(tenant, storable, stale.id())
                    ? new StaleRevisionException(stale.id(), stale.expected(), null)
                    : stale;
        }
    }

    private static boolean isTaken(StaleRevisionException stale) {
        return stale.expected().isNone() && stale.found().isPresent();
    }

    /* at which revision an identity is taken is said of what is visible only */
    private boolean isShown(TenantId tenant, List<N> storable, Identifier taken) {
        return storable.stream()
                .map(Noun::id)
                .filter(id -> id.equals(taken))
                .anyMatch(id -> find(tenant, id).isPresent());
    }

    @Override
    public Page<N> page(TenantId tenant, PageRequest request) {
        Guard<N> guard = guard();
        return guard.showsAll() ? store.page(tenant, request) : select(tenant, Criterion.everything(), request);
    }

    @Override
    public long count(TenantId tenant) {
        Guard<N> guard = guard();
        return guard.showsAll() ? store.count(tenant) : count(tenant, Criterion.everything());
    }

    @Override
    public Page<N> select(TenantId tenant, Criterion<N> criterion, PageRequest request) {
        Guard<N> guard = guard();
        return guard.masked(store.select(tenant, guard.visible(criterion), request));
    }

    @Override
    public long count(TenantId tenant, Criterion<N> criterion) {
        return store.count(tenant, guard().visible(criterion));
    }

    @Override
    public Map<String, I> idsByNaturalKey(TenantId tenant, Collection<String> naturalKeys) {
        Guard<N> guard = guard();
        if (kind.naturalKeys().stream().anyMatch(guard::hides)) {
            return Map.of();
        }
        Map<String, I> lowest = new HashMap<>(store.idsByNaturalKey(tenant, naturalKeys));
        Set<I> shown = findAll(tenant, lowest.values()).keySet();
        Set<String> others = lowest.keySet().stream()
                .filter(key -> !shown.contains(lowest.get(key)))
                .collect(Collectors.toCollection(HashSet::new));
        lowest.keySet().removeAll(others);
        lowest.putAll(lowestShown(tenant, others));
        return lowest;
    }

    /* where the lowest that has a natural key is not visible, the lowest that is */
    private Map<String, I> lowestShown(TenantId tenant, Set<String> keys) {
        Map<String, I> lowest = new HashMap<>();
        Optional<PageRequest> request =
                keys.isEmpty() ? Optional.empty() : Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (request.isPresent() && lowest.size() < keys.size()) {
            Page<N> page = select(tenant, named(keys), request.get());
            page.items().stream()
                    .filter(noun -> keys.contains(String.valueOf(noun.naturalKey())))
                    .forEach(noun -> lowest.putIfAbsent(String.valueOf(noun.naturalKey()), noun.id()));
            request = page.next(PageRequest.LARGEST);
        }
        return lowest;
    }

    private Criterion<N> named(Set<String> keys) {
        return new Criterion.Any<>(
                kind.naturalKeys().stream().map(field -> field.in(keys)).toList());
    }
}
