package io.crmkit.core.memory;

import io.crmkit.core.document.DocumentNumber;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.port.MatchKeys;
import io.crmkit.core.port.Numbering;
import io.crmkit.core.value.TenantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/** Match keys and numberings that each break one rule. */
final class BrokenKeys {

    /* some break only where much is going on, so that one rule finds them and no other */
    private static final int BUSY = 20;

    private BrokenKeys() {}

    static MatchKeys forgetsLeads(MatchKeys sound) {
        return (tenant, kind, keys, most) ->
                kind == DuplicateKind.LEAD ? Map.of() : sound.owners(tenant, kind, keys, most);
    }

    static MatchKeys takesCompaniesForPeople(MatchKeys sound) {
        return (tenant, kind, keys, most) -> {
            Map<String, Set<UUID>> owners = new HashMap<>(sound.owners(tenant, kind, keys, most));
            if (kind == DuplicateKind.PERSON) {
                sound.owners(tenant, DuplicateKind.COMPANY, keys, most)
                        .forEach((key, ids) -> owners.computeIfAbsent(key, none -> new HashSet<>())
                                .addAll(ids));
            }
            return owners;
        };
    }

    static MatchKeys showsWhatTooManyShare(MatchKeys sound) {
        return (tenant, kind, keys, most) -> sound.owners(tenant, kind, keys, Integer.MAX_VALUE);
    }

    private static Numbering renumbering(Numbering sound, LongUnaryOperator other) {
        return (tenant, series, year) -> {
            DocumentNumber drawn = sound.next(tenant, series, year);
            return new DocumentNumber(series, year, other.applyAsLong(drawn.sequence()));
        };
    }

    static Numbering drawsOutOfOrder(Numbering sound) {
        return renumbering(sound, number -> number == 3 || number == 4 ? 7 - number : number);
    }

    static Numbering drawsTwice(Numbering sound) {
        return renumbering(sound, number -> number > BUSY && number % 10 == 0 ? number - 1 : number);
    }

    /** As a sequence of a database does, which no rollback sets back. */
    static Numbering leavesGaps(Numbering sound) {
        Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();
        return (tenant, series, year) -> {
            sound.next(tenant, series, year);
            String key = tenant + series + year;
            long next = sequences.computeIfAbsent(key, none -> new AtomicLong()).incrementAndGet();
            return new DocumentNumber(series, year, next);
        };
    }

    static Numbering ignoresTheYear(Numbering sound) {
        return (TenantId tenant, String series, int year) -> {
            DocumentNumber drawn = sound.next(tenant, series, year < 1900 ? year : 2026);
            return new DocumentNumber(series, year, drawn.sequence());
        };
    }
}
