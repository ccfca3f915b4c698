package io.crmkit.core.recording;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.port.Store;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store whose saves are written down. */
record RecordingStore<N extends Noun<I>, I extends Identifier>(Store<N, I> store, Recording recording)
        implements Store<N, I> {

    @Override
    public Optional<N> find(TenantId tenant, I id) {
        return store.find(tenant, id);
    }

    @Override
    public Map<I, N> findAll(TenantId tenant, Collection<I> ids) {
        return store.findAll(tenant, ids);
    }

    @Override
    public Set<I> existing(TenantId tenant, Collection<I> ids) {
        return store.existing(tenant, ids);
    }

    @Override
    public N save(TenantId tenant, N noun) {
        return saveAll(tenant, List.of(noun)).get(0);
    }

    @Override
    public List<N> saveAll(TenantId tenant, List<N> nouns) {
        recording.requireOwn(tenant);
        return recording.saveAll(store, nouns);
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
