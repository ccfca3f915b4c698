package io.crmkit.core.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.ChangeKind;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.journal.Seal;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.port.Journal;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What happened to the records that may be seen; it is appended to, counted and checked as a whole. */
record GuardedJournal(Journal journal, Guards guards, List<GuardedStore<?, ?>> stores) implements Journal {

    /* in the place of seals: with them, what was left out could be guessed and the guess be checked */
    private static final Seal UNSEALED = new Seal("0".repeat(32), "", "0".repeat(64));
    private static final Seal UNSEALED_AND_ERASED = new Seal("", "0".repeat(64), "0".repeat(64));

    @Override
    public List<Change> append(TenantId tenant, List<Change> changes) {
        return journal.append(tenant, changes);
    }

    @Override
    public long redact(TenantId tenant, Collection<? extends Identifier> subjects, Collection<String> fields) {
        return journal.redact(tenant, subjects, fields);
    }

    @Override
    public long last(TenantId tenant) {
        return journal.last(tenant);
    }

    @Override
    public OptionalLong firstBroken(TenantId tenant) {
        return journal.firstBroken(tenant);
    }

    @Override
    public List<Change> after(TenantId tenant, Cursor cursor) {
        return shown(tenant, cursor, at -> journal.after(tenant, at));
    }

    @Override
    public List<Change> after(TenantId tenant, Identifier subject, Cursor cursor) {
        return shown(tenant, cursor, at -> journal.after(tenant, subject, at));
    }

    @Override
    public List<Change> before(TenantId tenant, Identifier subject, Cursor cursor) {
        return shown(tenant, cursor, at -> journal.before(tenant, subject, at));
    }

    @Override
    public List<Change> recorded(TenantId tenant, Instant from, Instant until, Cursor cursor) {
        return shown(tenant, cursor, at -> journal.recorded(tenant, from, until, at));
    }

    /** Reads on until as much is found as was asked for, or nothing follows. */
    private List<Change> shown(TenantId tenant, Cursor cursor, Function<Cursor, List<Change>> reading) {
        if (stores.stream().allMatch(store -> guard(store).showsAll())) {
            return reading.apply(cursor);
        }
        List<Change> shown = new ArrayList<>();
        Cursor at = cursor;
        List<Change> read = reading.apply(at);
        while (!read.isEmpty() && shown.size() < cursor.limit()) {
            shown.addAll(shown(tenant, read));
            at = new Cursor(read.get(read.size() - 1).sequence(), Cursor.LARGEST);
            read = shown.size() < cursor.limit() ? reading.apply(at) : List.of();
        }
        return List.copyOf(shown.subList(0, Math.min(shown.size(), cursor.limit())));
    }

    private Guard<?> guard(GuardedStore<?, ?> store) {
        return guards.of(store.kind().noun());
    }

    private List<Change> shown(TenantId tenant, List<Change> read) {
        Set<Subject> visible =
                visible(tenant, read.stream().map(Change::subject).collect(toSet()));
        return read.stream()
                .filter(change -> visible.contains(change.subject()))
                .flatMap(change -> seen(change).stream())
                .toList();
    }

    /** Those of the records that may be seen. */
    Set<Subject> visible(TenantId tenant, Set<Subject> subjects) {
        Map<String, Set<UUID>> asked =
                subjects.stream().collect(groupingBy(Subject::kind, mapping(Subject::value, toSet())));
        Set<Subject> visible = new HashSet<>();
        asked.forEach((kind, ids) -> store(kind)
                .ifPresent(store -> visible(tenant, store, ids).forEach(id -> visible.add(new Subject(kind, id)))));
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

    /** A change as it may be seen; none where nothing of it may be. */
    Optional<Change> seen(Change change) {
        Guard<?> guard = guard(store(change.subject().kind()).orElseThrow());
        List<FieldChange> fields = change.fields().stream()
                .filter(field -> !guard.hides(field.field()))
                .toList();
        boolean nothingLeft = fields.isEmpty() && !change.fields().isEmpty() && change.kind() == ChangeKind.CHANGED;
        return nothingLeft
                ? Optional.empty()
                : Optional.of(new Change(
                        change.sequence(),
                        change.actor(),
                        change.subject(),
                        change.revision(),
                        change.kind(),
                        change.occurredAt(),
                        change.recordedAt(),
                        fields,
                        fields.stream().anyMatch(FieldChange::isErased) ? UNSEALED_AND_ERASED : UNSEALED));
    }
}
