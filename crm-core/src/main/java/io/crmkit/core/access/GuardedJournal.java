package io.crmkit.core.access;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.port.Journal;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What happened to the records that may be seen; it is appended to, counted and checked as a whole. */
record GuardedJournal(Journal journal, Subjects subjects) implements Journal {

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
        if (subjects.showAll()) {
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

    private List<Change> shown(TenantId tenant, List<Change> read) {
        Set<UUID> visible =
                subjects.visible(tenant, read.stream().map(Change::subject).toList());
        return read.stream()
                .filter(change -> visible.contains(change.subject().value()))
                .flatMap(change -> subjects.seen(change).stream())
                .toList();
    }
}
