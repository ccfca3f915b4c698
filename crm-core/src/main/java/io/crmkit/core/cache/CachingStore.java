package io.crmkit.core.cache;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Transactions;
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

/** A store whose records are found in memory where they were found before; every other question is passed on. */
record CachingStore<N extends Noun<I>, I extends Identifier>(
        Store<N, I> store, RecordCache<N> cache, Transactions transactions) implements Store<N, I> {

    @Override
    public Optional<N> find(TenantId tenant, I id) {
        Object key = cache.key(tenant, id);
        if (cache.isMarked(key)) {
            return store.find(tenant, id);
        }
        N kept = cache.get(key);
        if (kept != null) {
            return Optional.of(kept);
        }
        long since = cache.generation();
        Optional<N> read = store.find(tenant, id);
        read.ifPresent(noun -> cache.keep(key, noun, since));
        return read;
    }

    @Override
    public Map<I, N> findAll(TenantId tenant, Collection<I> ids) {
        Map<I, N> found = new HashMap<>();
        List<I> missing = new ArrayList<>();
        for (I id : ids) {
            Object key = cache.key(tenant, id);
            N kept = cache.isMarked(key) ? null : cache.get(key);
            if (kept == null) {
                missing.add(id);
            } else {
                found.put(id, kept);
            }
        }
        if (!missing.isEmpty()) {
            found.putAll(read(tenant, missing));
        }
        return found;
    }

    private Map<I, N> read(TenantId tenant, List<I> missing) {
        long since = cache.generation();
        Map<I, N> read = store.findAll(tenant, missing);
        read.forEach((id, noun) -> cache.keep(cache.key(tenant, id), noun, since));
        return read;
    }

    @Override
    public N save(TenantId tenant, N noun) {
        Object saver = new Object();
        Object key = cache.key(tenant, noun.id());
        Object before = cache.mark(key, saver);
        try {
            N saved = store.save(tenant, noun);
            transactions.afterCommit(() -> cache.lift(key, saver));
            return saved;
        } catch (StaleRevisionException unchanged) {
            cache.unmark(key, saver, before);
            throw unchanged;
        }
    }

    /* when one of several is refused, others may have been changed, until the transaction is rolled back */
    @Override
    public List<N> saveAll(TenantId tenant, List<N> nouns) {
        Object saver = new Object();
        List<Object> keys =
                nouns.stream().map(noun -> cache.key(tenant, noun.id())).toList();
        keys.forEach(key -> cache.mark(key, saver));
        List<N> saved = store.saveAll(tenant, nouns);
        transactions.afterCommit(() -> keys.forEach(key -> cache.lift(key, saver)));
        return saved;
    }

    @Override
    public Page<N> page(TenantId tenant, PageRequest request) {
        return store.page(tenant, request);
    }

    @Override
    public long count(TenantId tenant) {
        return store.count(tenant);
    }

    @Override
    public Page<N> select(TenantId tenant, Criterion<N> criterion, PageRequest request) {
        return store.select(tenant, criterion, request);
    }

    @Override
    public long count(TenantId tenant, Criterion<N> criterion) {
        return store.count(tenant, criterion);
    }

    @Override
    public Map<String, I> idsByNaturalKey(TenantId tenant, Collection<String> naturalKeys) {
        return store.idsByNaturalKey(tenant, naturalKeys);
    }
}
