package io.crmkit.core.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.ChangeKind;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.journal.Seal;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The records changes are about: which may be seen, and what of a change. */
record Subjects(Guards guards, List<GuardedStore<?, ?>> stores) {

    /* in the place of seals: with them, what was left out could be guessed and the guess be checked */
    private static final Seal UNSEALED = new Seal("0".repeat(32), "", "0".repeat(64));
    private static final Seal UNSEALED_AND_ERASED = new Seal("", "0".repeat(64), "0".repeat(64));

    boolean showAll() {
        return stores.stream().allMatch(store -> guard(store).showsAll());
    }

    private Guard<?> guard(GuardedStore<?, ?> store) {
        return guards.of(store.kind().noun());
    }

    /** The identities of those that are visible now. */
    Set<UUID> visible(TenantId tenant, Collection<Subject> subjects) {
        Map<String, Set<UUID>> byKind =
                subjects.stream().collect(groupingBy(Subject::kind, mapping(Subject::value, toSet())));
        Set<UUID> visible = new HashSet<>();
        byKind.forEach((kind, ids) -> store(kind).ifPresent(store -> visible.addAll(visible(tenant, store, ids))));
        return visible;
    }

    private Optional<GuardedStore<?, ?>> store(String kind) {
        return stores.stream()
                .filter(store -> Subject.kind(store.kind().noun()).equals(kind))
                .<GuardedStore<?, ?>>map(store -> store)
                .findFirst();
    }

    private static <N extends Noun<I>, I extends Identifier> Set<UUID> visible(
            TenantId tenant, GuardedStore<N, I> store, Set<UUID> ids) {
        List<I> asked = ids.stream().map(store.kind().id()).toList();
        return store.findAll(tenant, asked).keySet().stream()
                .map(Identifier::value)
                .collect(toSet());
    }

    /** A change of a visible record as it may be seen; none where nothing of it may be. */
    Optional<Change> seen(Change change) {
        Guard<?> guard = guard(store(change.subject().kind()).orElseThrow());
        List<FieldChange> fields = change.fields().stream()
                .filter(field -> !guard.hides(field.field()))
                .toList();
        boolean nothingLeft = fields.isEmpty() && !change.fields().isEmpty() && change.kind() == ChangeKind.CHANGED;
        return nothingLeft ? Optional.empty() : Optional.of(unsealed(change, fields));
    }

    private static Change unsealed(Change change, List<FieldChange> fields) {
        return new Change(
                change.sequence(),
                change.actor(),
                change.subject(),
                change.revision(),
                change.kind(),
                change.occurredAt(),
                change.recordedAt(),
                fields,
                fields.stream().anyMatch(FieldChange::isErased) ? UNSEALED_AND_ERASED : UNSEALED);
    }
}
