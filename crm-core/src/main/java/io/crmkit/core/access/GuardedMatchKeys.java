package io.crmkit.core.access;

import io.crmkit.core.journal.Subject;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.Person;
import io.crmkit.core.port.MatchKeys;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who of those that may be seen shares which keys; nobody where a field is hidden that keys may be made of. */
record GuardedMatchKeys(MatchKeys keys, Guards guards, Subjects subjects) implements MatchKeys {

    @Override
    public Map<String, Set<UUID>> owners(TenantId tenant, DuplicateKind kind, Collection<String> wanted, int most) {
        Class<? extends Noun<?>> noun = noun(kind);
        if (guards.of(noun).hidesAny()) {
            return Map.of();
        }
        Map<String, Set<UUID>> found = keys.owners(tenant, kind, wanted, most);
        if (guards.of(noun).showsAll()) {
            return found;
        }
        Set<UUID> visible = subjects.visible(
                tenant,
                found.values().stream()
                        .flatMap(Set::stream)
                        .map(id -> new Subject(Subject.kind(noun), id))
                        .collect(Collectors.toSet()));
        Map<String, Set<UUID>> shown = new HashMap<>();
        found.forEach((key, owners) -> {
            Set<UUID> left = owners.stream().filter(visible::contains).collect(Collectors.toSet());
            if (!left.isEmpty()) {
                shown.put(key, left);
            }
        });
        return shown;
    }

    private static Class<? extends Noun<?>> noun(DuplicateKind kind) {
        return switch (kind) {
            case PERSON -> Person.class;
            case COMPANY -> Company.class;
            case LEAD -> Lead.class;
        };
    }
}
