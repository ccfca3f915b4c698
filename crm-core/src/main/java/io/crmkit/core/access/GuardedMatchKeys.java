package io.crmkit.core.access;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.MatchKeys;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who shares keys, of those who may be seen. */
record GuardedMatchKeys(MatchKeys keys, Stores guarded) implements MatchKeys {

    @Override
    public Map<String, Set<UUID>> owners(TenantId tenant, DuplicateKind kind, Collection<String> asked, int most) {
        Map<String, Set<UUID>> found = keys.owners(tenant, kind, asked, most);
        Set<UUID> visible = visible(
                tenant, kind, found.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<String, Set<UUID>> shown = new HashMap<>();
        found.forEach((key, owners) -> {
            Set<UUID> seen = new HashSet<>(owners);
            seen.retainAll(visible);
            if (!seen.isEmpty()) {
                shown.put(key, Set.copyOf(seen));
            }
        });
        return shown;
    }

    private Set<UUID> visible(TenantId tenant, DuplicateKind kind, Set<UUID> ids) {
        return switch (kind) {
            case PERSON ->
                values(guarded.people()
                        .findAll(tenant, ids.stream().map(PersonId::new).toList()));
            case COMPANY ->
                values(guarded.companies()
                        .findAll(tenant, ids.stream().map(CompanyId::new).toList()));
            case LEAD ->
                values(guarded.leads()
                        .findAll(tenant, ids.stream().map(LeadId::new).toList()));
        };
    }

    private static Set<UUID> values(Map<? extends Identifier, ?> found) {
        return found.keySet().stream().map(Identifier::value).collect(Collectors.toSet());
    }
}
