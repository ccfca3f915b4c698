package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.journal.Chain;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Cursor;
import io.crmkit.core.port.Journal;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The journal: a counter row for each tenant, and a row for each change. */
final class JpaJournal implements Journal {

    static final String AFTER =
            "select r from JournalRow r where r.tenant = :tenant and r.sequence > :sequence order by r.sequence";

    static final String OF_SUBJECT_AFTER = """
            select r from JournalRow r
            where r.tenant = :tenant and r.subject = :subject and r.sequence > :sequence
            order by r.sequence""";

    static final String OF_SUBJECT_BEFORE = """
            select r from JournalRow r
            where r.tenant = :tenant and r.subject = :subject and r.sequence < :sequence
            order by r.sequence desc""";

    static final String RECORDED = """
            select r from JournalRow r
            where r.tenant = :tenant and r.recordedAt >= :from and r.recordedAt < :until and r.sequence > :sequence
            order by r.sequence""";

    static final String OF_SUBJECTS = """
            select r from JournalRow r
            where r.tenant = :tenant and r.subject in :subjects and r.sequence > :sequence
            order by r.sequence""";

    private static final String APPENDING = "appending to the journal";
    private static final String ERASING = "erasing from the journal";

    private final Joined joined;

    JpaJournal(Joined joined) {
        this.joined = joined;
    }

    @Override
    public List<Change> append(TenantId tenant, List<Change> changes) {
        Journal.requireAppendable(requireNonNull(tenant, "tenant"), changes);
        EntityManager manager = joined.writable(APPENDING);
        if (changes.isEmpty()) {
            return List.of();
        }
        Joined.flushTheHosts(manager, APPENDING);
        try {
            Object[] head = new JournalCounter(manager).countOn(tenant, changes.size());
            String hash = head[1] == null ? Chain.START : (String) head[1];
            List<Change> appended = Chain.append((Long) head[0], hash, changes);
            joined.newRows()
                    .insert(manager, appended.stream().map(JournalRows::toRow).toList());
            return appended;
        } catch (RuntimeException broken) {
            throw Failures.of(APPENDING, broken);
        }
    }

    @Override
    public long redact(TenantId tenant, Collection<? extends Identifier> subjects, Collection<String> fields) {
        requireNonNull(tenant, "tenant");
        Set<UUID> distinct = subjects.stream().map(Identifier::value).collect(Collectors.toSet());
        EntityManager manager = joined.writable(ERASING);
        Joined.flushTheHosts(manager, ERASING);
        try {
            new JournalCounter(manager).hold(tenant);
            long erased = 0;
            for (List<UUID> portion : RowsById.portions(distinct)) {
                erased += redact(manager, tenant, portion, fields);
            }
            return erased;
        } catch (RuntimeException broken) {
            throw Failures.of(ERASING, broken);
        }
    }

    private static long redact(EntityManager manager, TenantId tenant, List<UUID> subjects, Collection<String> fields) {
        long erased = 0;
        long sequence = 0;
        List<JournalRow> rows;
        do {
            rows = rows(manager, tenant, subjects, sequence);
            erased += rows.stream().filter(row -> redact(row, fields)).count();
            sequence = rows.isEmpty() ? sequence : rows.get(rows.size() - 1).sequence;
            manager.flush();
            rows.forEach(manager::detach);
        } while (rows.size() == Cursor.LARGEST);
        return erased;
    }

    private static List<JournalRow> rows(EntityManager manager, TenantId tenant, List<UUID> subjects, long sequence) {
        return manager.createQuery(OF_SUBJECTS, JournalRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("subjects", subjects)
                .setParameter("sequence", sequence)
                .setMaxResults(Cursor.LARGEST)
                .getResultList();
    }

    /* the row is managed: what is set in it is written by the flush that follows */
    private static boolean redact(JournalRow row, Collection<String> fields) {
        Optional<Change> left = JournalRows.toDomain(row).erased(fields);
        left.ifPresent(change -> JournalRows.fill(row, change));
        return left.isPresent();
    }

    @Override
    public long last(TenantId tenant) {
        requireNonNull(tenant, "tenant");
        return joined.read("reading the journal's end", manager -> new JournalCounter(manager).read(tenant));
    }

    @Override
    public List<Change> after(TenantId tenant, Cursor cursor) {
        return read(AFTER, tenant, cursor, query -> query);
    }

    @Override
    public List<Change> after(TenantId tenant, Identifier subject, Cursor cursor) {
        return read(OF_SUBJECT_AFTER, tenant, cursor, query -> query.setParameter("subject", subject.value()));
    }

    @Override
    public List<Change> before(TenantId tenant, Identifier subject, Cursor cursor) {
        return read(OF_SUBJECT_BEFORE, tenant, cursor, query -> query.setParameter("subject", subject.value()));
    }

    @Override
    public List<Change> recorded(TenantId tenant, Instant from, Instant until, Cursor cursor) {
        return read(
                RECORDED,
                tenant,
                cursor,
                query -> query.setParameter("from", from).setParameter("until", until));
    }

    private List<Change> read(
            String text, TenantId tenant, Cursor cursor, UnaryOperator<TypedQuery<JournalRow>> parameters) {
        requireNonNull(tenant, "tenant");
        return joined.read("reading the journal", manager -> {
            TypedQuery<JournalRow> query = manager.createQuery(text, JournalRow.class)
                    .setParameter("tenant", tenant.value())
                    .setParameter("sequence", cursor.sequence())
                    .setMaxResults(cursor.limit());
            List<JournalRow> rows = parameters.apply(query).getResultList();
            List<Change> changes = rows.stream().map(JournalRows::toDomain).toList();
            rows.forEach(manager::detach);
            return changes;
        });
    }
}
