package io.crmkit.core.memory;

import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stores of companies that each break one rule. */
final class BrokenStores {

    private BrokenStores() {}

    static class ShowsStrangers extends PassingStore {
        private final Set<TenantId> seen = new HashSet<>();

        ShowsStrangers(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Page<Company> page(TenantId tenant, PageRequest request) {
            Page<Company> own = sound.page(tenant, request);
            return seen.isEmpty() || !own.items().isEmpty()
                    ? own
                    : sound.page(seen.iterator().next(), request);
        }

        @Override
        public Company save(TenantId tenant, Company noun) {
            seen.add(tenant);
            return sound.save(tenant, noun);
        }
    }

    static class KnowsStrangers extends PassingStore {
        private final Set<TenantId> seen = new HashSet<>();

        KnowsStrangers(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Set<CompanyId> existing(TenantId tenant, Collection<CompanyId> ids) {
            Set<CompanyId> existing = new HashSet<>(sound.existing(tenant, ids));
            seen.forEach(other -> existing.addAll(sound.existing(other, ids)));
            return existing;
        }

        @Override
        public Company save(TenantId tenant, Company noun) {
            seen.add(tenant);
            return sound.save(tenant, noun);
        }
    }

    static class LastWriteWins extends PassingStore {
        LastWriteWins(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Company save(TenantId tenant, Company noun) {
            try {
                return sound.save(tenant, noun);
            } catch (StaleRevisionException stale) {
                return sound.save(tenant, noun.withRevision(stale.found().orElseThrow(() -> stale)));
            }
        }
    }

    static class CountsEverySave extends PassingStore {
        CountsEverySave(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Company save(TenantId tenant, Company noun) {
            Company saved = sound.save(tenant, noun);
            return saved.equals(noun) ? saved.withRevision(saved.revision().next()) : saved;
        }
    }

    static class AnswersInReverse extends PassingStore {
        AnswersInReverse(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public List<Company> saveAll(TenantId tenant, List<Company> nouns) {
            List<Company> saved = new ArrayList<>(sound.saveAll(tenant, nouns));
            Collections.reverse(saved);
            return saved;
        }
    }

    /** A batch is sent when it is full, and once more at the end. */
    static class SendsFullBatchesOnly extends PassingStore {

        private static final int BATCH = 50;

        SendsFullBatchesOnly(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public List<Company> saveAll(TenantId tenant, List<Company> nouns) {
            int sent = nouns.size() < BATCH ? nouns.size() : nouns.size() - nouns.size() % BATCH;
            return sound.saveAll(tenant, nouns.subList(0, sent));
        }
    }

    static class SortsBySign extends PassingStore {
        SortsBySign(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Page<Company> page(TenantId tenant, PageRequest request) {
            Page<Company> page = sound.page(tenant, request);
            List<Company> items = new ArrayList<>(page.items());
            items.sort(Comparator.comparing(company -> company.id().value()));
            return new Page<>(items, page.last());
        }
    }

    static class NeverLast extends PassingStore {
        NeverLast(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Page<Company> page(TenantId tenant, PageRequest request) {
            List<Company> items = sound.page(tenant, request).items();
            UUID last =
                    items.isEmpty() ? null : items.get(items.size() - 1).id().value();
            return new Page<>(items, last);
        }
    }

    static class CountsOnePage extends PassingStore {
        CountsOnePage(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public long count(TenantId tenant) {
            return sound.page(tenant, PageRequest.first(5)).items().size();
        }
    }

    static class IgnoresCase extends PassingStore {
        IgnoresCase(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Map<String, CompanyId> idsByNaturalKey(TenantId tenant, Collection<String> naturalKeys) {
            Map<String, CompanyId> ids = new HashMap<>();
            for (Company company : sound.page(tenant, PageRequest.first(1_000)).items()) {
                naturalKeys.stream()
                        .filter(company.name()::equalsIgnoreCase)
                        .forEach(key -> ids.putIfAbsent(key, company.id()));
            }
            return ids;
        }
    }

    static class ComposesAccents extends PassingStore {
        ComposesAccents(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Optional<Company> find(TenantId tenant, CompanyId id) {
            return sound.find(tenant, id)
                    .map(found -> found.withName(Normalizer.normalize(found.name(), Normalizer.Form.NFC)));
        }
    }

    static class RemembersWhatWasRolledBack extends PassingStore {
        private final Map<CompanyId, Company> remembered = new HashMap<>();

        RemembersWhatWasRolledBack(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public List<Company> saveAll(TenantId tenant, List<Company> nouns) {
            List<Company> saved = sound.saveAll(tenant, nouns);
            saved.forEach(noun -> remembered.put(noun.id(), noun));
            return saved;
        }

        @Override
        public Optional<Company> find(TenantId tenant, CompanyId id) {
            Optional<Company> found = sound.find(tenant, id);
            return found.isPresent() ? found : Optional.ofNullable(remembered.get(id));
        }
    }

    /** Answers for the first that exists only. */
    static class FindsOne extends PassingStore {
        FindsOne(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Map<CompanyId, Company> findAll(TenantId tenant, Collection<CompanyId> ids) {
            return sound.findAll(tenant, ids.stream().limit(1).toList());
        }
    }

    /** The classic: an empty list within "in ()". */
    static class FailsOnAnEmptyList extends PassingStore {
        FailsOnAnEmptyList(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Map<String, CompanyId> idsByNaturalKey(TenantId tenant, Collection<String> naturalKeys) {
            if (naturalKeys.isEmpty()) {
                throw new StoreException("syntax error at or near \")\"", null);
            }
            return sound.idsByNaturalKey(tenant, naturalKeys);
        }
    }

    /** Takes a record for unchanged when its tags alone have changed. */
    static class OverlooksTags extends PassingStore {
        OverlooksTags(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Company save(TenantId tenant, Company noun) {
            return sound.find(tenant, noun.id())
                    .filter(stored -> stored.withTags(noun.tags()).equals(noun))
                    .orElseGet(() -> sound.save(tenant, noun));
        }
    }
}
