package io.crmkit.core.memory;

import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records of one noun: by identity, by tenant in ascending identity, and by natural key. */
final class Records<N extends Noun<?>> {

    /* UUID.compareTo compares the halves as signed numbers; pages and databases compare them as unsigned ones. */
    static final Comparator<UUID> UNSIGNED = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    private final Map<UUID, Stored<N>> byId = new HashMap<>();
    private final Map<TenantId, NavigableMap<UUID, N>> ordered = new HashMap<>();
    private final Map<TenantId, Map<String, NavigableSet<UUID>>> keyed = new HashMap<>();

    private final SubjectIndex<N> index;

    record Stored<N>(TenantId tenant, N noun) {}

    Records(SubjectIndex<N> index) {
        this.index = index;
    }

    SubjectIndex<N> index() {
        return index;
    }

    @Nullable
    Stored<N> get(UUID id) {
        return byId.get(id);
    }

    boolean holds(UUID id) {
        return byId.containsKey(id);
    }

    void put(TenantId tenant, N noun) {
        UUID id = noun.id().value();
        Stored<N> before = byId.put(id, new Stored<>(tenant, noun));
        if (before != null) {
            dropKeys(before, id);
        }
        ordered.computeIfAbsent(tenant, none -> new TreeMap<>(UNSIGNED)).put(id, noun);
        keys(noun).forEach(key -> addKey(tenant, key, id));
        index.put(tenant, before == null ? null : before.noun(), noun);
    }

    NavigableMap<UUID, N> of(TenantId tenant) {
        return ordered.getOrDefault(tenant, Collections.emptyNavigableMap());
    }

    Stream<N> after(TenantId tenant, @Nullable UUID after) {
        NavigableMap<UUID, N> all = of(tenant);
        return (after == null || all.isEmpty() ? all : all.tailMap(after, false)).values().stream();
    }

    NavigableSet<UUID> withKey(TenantId tenant, String key) {
        return keyed.getOrDefault(tenant, Map.of()).getOrDefault(key, Collections.emptyNavigableSet());
    }

    /* a key that a natural one cannot be, since a document's kind is written in capitals */
    static String madeFrom(String link) {
        return "made from " + link;
    }

    private static Stream<String> keys(Noun<?> noun) {
        Stream<String> key = Stream.ofNullable(noun.naturalKey());
        return noun instanceof DocumentReference reference
                ? Stream.concat(key, reference.document().origins().stream().map(origin -> madeFrom(origin.toString())))
                : key;
    }

    private void addKey(TenantId tenant, String key, UUID id) {
        keyed.computeIfAbsent(tenant, none -> new HashMap<>())
                .computeIfAbsent(key, none -> new TreeSet<>(UNSIGNED))
                .add(id);
    }

    private void dropKeys(Stored<N> stored, UUID id) {
        Map<String, NavigableSet<UUID>> all = keyed.get(stored.tenant());
        if (all != null) {
            keys(stored.noun())
                    .forEach(key ->
                            all.computeIfPresent(key, (none, ids) -> ids.remove(id) && ids.isEmpty() ? null : ids));
        }
    }
}
