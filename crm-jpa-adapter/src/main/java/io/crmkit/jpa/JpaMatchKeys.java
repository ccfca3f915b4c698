package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.port.MatchKeys;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Match keys from their table: which keys are rare enough is counted in its index, then their owners are read. */
final class JpaMatchKeys implements MatchKeys {

    static final String RARE = """
            select k.matchKey from MatchKeyRow k
            where k.tenant = :tenant and k.kind = :kind and k.matchKey in :keys
            group by k.matchKey having count(k.owner) <= :most""";

    static final String OWNERS = """
            select k.matchKey, k.owner from MatchKeyRow k
            where k.tenant = :tenant and k.kind = :kind and k.matchKey in :keys""";

    private final Joined joined;

    JpaMatchKeys(Joined joined) {
        this.joined = joined;
    }

    @Override
    public Map<String, Set<UUID>> owners(TenantId tenant, DuplicateKind kind, Collection<String> keys, int most) {
        requireNonNull(tenant, "tenant");
        String code = Codes.DUPLICATE_KIND.of(kind);
        return joined.read("finding match keys", manager -> {
            Map<String, Set<UUID>> owners = new HashMap<>();
            for (List<String> portion : RowsById.portions(new HashSet<>(keys))) {
                List<String> rare = asked(manager.createQuery(RARE, String.class), tenant, code, portion)
                        .setParameter("most", (long) most)
                        .getResultList();
                read(manager, tenant, code, rare, owners);
            }
            return owners;
        });
    }

    private static void read(
            EntityManager manager, TenantId tenant, String kind, List<String> rare, Map<String, Set<UUID>> owners) {
        if (rare.isEmpty()) {
            return;
        }
        asked(manager.createQuery(OWNERS, Object[].class), tenant, kind, rare)
                .getResultList()
                .forEach(row -> owners.computeIfAbsent((String) row[0], key -> new HashSet<>())
                        .add((UUID) row[1]));
    }

    private static <T> TypedQuery<T> asked(TypedQuery<T> query, TenantId tenant, String kind, List<String> keys) {
        return query.setParameter("tenant", tenant.value())
                .setParameter("kind", kind)
                .setParameter("keys", keys);
    }
}
