package io.crmkit.core.memory;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.Store;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store of companies that passes every call on to a sound one. */
class PassingStore implements Store<Company, CompanyId> {

    protected final Store<Company, CompanyId> sound;

    PassingStore(Store<Company, CompanyId> sound) {
        this.sound = sound;
    }

    @Override
    public Optional<Company> find(TenantId tenant, CompanyId id) {
        return sound.find(tenant, id);
    }

    @Override
    public Map<CompanyId, Company> findAll(TenantId tenant, Collection<CompanyId> ids) {
        return sound.findAll(tenant, ids);
    }

    @Override
    public Set<CompanyId> existing(TenantId tenant, Collection<CompanyId> ids) {
        return sound.existing(tenant, ids);
    }

    @Override
    public Company save(TenantId tenant, Company noun) {
        return sound.save(tenant, noun);
    }

    @Override
    public List<Company> saveAll(TenantId tenant, List<Company> nouns) {
        return sound.saveAll(tenant, nouns);
    }

    @Override
    public Page<Company> page(TenantId tenant, PageRequest request) {
        return sound.page(tenant, request);
    }

    @Override
    public long count(TenantId tenant) {
        return sound.count(tenant);
    }

    @Override
    public Page<Company> select(TenantId tenant, Criterion<Company> criterion, PageRequest request) {
        return sound.select(tenant, criterion, request);
    }

    @Override
    public long count(TenantId tenant, Criterion<Company> criterion) {
        return sound.count(tenant, criterion);
    }

    @Override
    public Map<String, CompanyId> idsByNaturalKey(TenantId tenant, Collection<String> naturalKeys) {
        return sound.idsByNaturalKey(tenant, naturalKeys);
    }
}
