package io.crmkit.core.memory;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.DuplicateKeys;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.port.MatchKeys;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looks through the records: what is kept in memory has no index to keep in step. */
final class MemoryMatchKeys implements MatchKeys {

    private final Stores stores;

    MemoryMatchKeys(Stores stores) {
        this.stores = stores;
    }

    @Override
    public Map<String, Set<UUID>> owners(TenantId tenant, DuplicateKind kind, Collection<String> keys, int most) {
        requireNonNull(tenant, "tenant");
        Map<String, Set<UUID>> owners = new HashMap<>();
        keys.forEach(key -> owners.put(key, new HashSet<>()));
        switch (kind) {
            case PERSON -> look(stores.people(), tenant, owners);
            case COMPANY -> look(stores.companies(), tenant, owners);
            case LEAD -> look(stores.leads(), tenant, owners);
        }
        owners.values().removeIf(ids -> ids.isEmpty() || ids.size() > most);
        return owners;
    }

    private static <N extends Noun<?>> void look(Store<N, ?> store, TenantId tenant, Map<String, Set<UUID>> owners) {
        Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (next.isPresent()) {
            var page = store.page(tenant, next.get());
            for (N noun : page.items()) {
                for (String key : DuplicateKeys.of(noun)) {
                    owners.computeIfPresent(key, (same, ids) -> {
                        ids.add(noun.id().value());
                        return ids;
                    });
                }
            }
            next = page.next(PageRequest.LARGEST);
        }
    }
}
