package io.crmkit.core.memory;

import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records by what they are about, in the order of their instants. */
final class SubjectIndex<N extends Noun<?>> {

    /* beyond this, seconds no longer fit into microseconds; whoever stands there stands at the end */
    private static final long LAST_SECOND = Long.MAX_VALUE / 1_000_000 - 1;

    private final @Nullable Function<N, @Nullable Instant> at;
    private final Function<N, List<? extends Identifier>> subjects;
    private final Map<TenantId, Map<UUID, SortedKeys>> keys = new HashMap<>();

    private SubjectIndex(
            @Nullable Function<N, @Nullable Instant> at, Function<N, List<? extends Identifier>> subjects) {
        this.at = at;
        this.subjects = subjects;
    }

    /** An index that keeps nothing. */
    static <N extends Noun<?>> SubjectIndex<N> none() {
        return new SubjectIndex<>(null, noun -> List.of());
    }

    /** An index of records that are about others; those that stand at no instant are left out. */
    static <N extends Noun<?>> SubjectIndex<N> by(
            Function<N, @Nullable Instant> at, Function<N, List<? extends Identifier>> subjects) {
        return new SubjectIndex<>(at, subjects);
    }

    static long micros(Instant at) {
        long seconds = Math.max(-LAST_SECOND, Math.min(LAST_SECOND, at.getEpochSecond()));
        return seconds * 1_000_000 + at.getNano() / 1_000;
    }

    SortedKeys of(TenantId tenant, UUID subject) {
        return keys.getOrDefault(tenant, Map.of()).getOrDefault(subject, SortedKeys.NONE);
    }

    /** Puts a record where it belongs now. */
    void put(TenantId tenant, @Nullable N before, N after) {
        if (at != null) {
            Instant stood = before == null ? null : at.apply(before);
            if (before != null && stood != null) {
                drop(tenant, before, micros(stood));
            }
            Instant stands = at.apply(after);
            if (stands != null) {
                add(tenant, after, micros(stands));
            }
        }
    }

    private void drop(TenantId tenant, N noun, long micros) {
        Map<UUID, SortedKeys> all = keys.getOrDefault(tenant, Map.of());
        UUID id = noun.id().value();
        for (Identifier subject : subjects.apply(noun)) {
            SortedKeys some = all.get(subject.value());
            if (some != null) {
                some.remove(micros, id.getMostSignificantBits(), id.getLeastSignificantBits());
                if (some.isEmpty()) {
                    all.remove(subject.value());
                }
            }
        }
    }

    private void add(TenantId tenant, N noun, long micros) {
        Map<UUID, SortedKeys> all = keys.computeIfAbsent(tenant, none -> new HashMap<>());
        UUID id = noun.id().value();
        for (Identifier subject : subjects.apply(noun)) {
            all.computeIfAbsent(subject.value(), none -> new SortedKeys())
                    .add(micros, id.getMostSignificantBits(), id.getLeastSignificantBits());
        }
    }
}
