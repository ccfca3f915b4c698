package io.crmkit.core.memory;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.port.Store;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Stores of companies whose selections each break one rule. */
final class BrokenSelections {

    private BrokenSelections() {}

    static class TakesUnknownForFalse extends PassingStore {
        TakesUnknownForFalse(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Page<Company> select(TenantId tenant, Criterion<Company> criterion, PageRequest request) {
            if (!(criterion instanceof Criterion.Not<Company> not)) {
                return sound.select(tenant, criterion, request);
            }
            Predicate<Company> part = not.part().compile();
            return new Page<>(
                    sound.page(tenant, request).items().stream()
                            .filter(part.negate())
                            .toList(),
                    null);
        }

        @Override
        public long count(TenantId tenant, Criterion<Company> criterion) {
            return select(tenant, criterion, PageRequest.first(1_000)).items().size();
        }
    }

    static class NeverLast extends PassingStore {
        NeverLast(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public Page<Company> select(TenantId tenant, Criterion<Company> criterion, PageRequest request) {
            List<Company> items = sound.select(tenant, criterion, request).items();
            UUID last =
                    items.isEmpty() ? null : items.get(items.size() - 1).id().value();
            return new Page<>(items, last);
        }
    }

    static class CountsAll extends PassingStore {
        CountsAll(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public long count(TenantId tenant, Criterion<Company> criterion) {
            return sound.count(tenant);
        }
    }

    static class SelectsStrangers extends PassingStore {
        private final Set<TenantId> seen = new HashSet<>();

        SelectsStrangers(Store<Company, CompanyId> sound) {
            super(sound);
        }

        @Override
        public List<Company> saveAll(TenantId tenant, List<Company> nouns) {
            seen.add(tenant);
            return sound.saveAll(tenant, nouns);
        }

        @Override
        public Page<Company> select(TenantId tenant, Criterion<Company> criterion, PageRequest request) {
            Page<Company> own = sound.select(tenant, criterion, request);
            List<Company> items = new ArrayList<>(own.items());
            seen.stream()
                    .filter(other -> !other.equals(tenant))
                    .forEach(other ->
                            items.addAll(sound.select(other, criterion, request).items()));
            return new Page<>(items, own.last());
        }
    }
}
