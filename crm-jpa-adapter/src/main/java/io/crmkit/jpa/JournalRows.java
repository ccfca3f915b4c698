package io.crmkit.jpa;

import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Seal;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;

/** Changes to rows and back. */
final class JournalRows {

    private JournalRows() {}

    static JournalRow toRow(Change change) {
        JournalRow row = new JournalRow();
        row.tenant = change.tenant().value();
        row.sequence = change.sequence();
        row.actor = change.actor().user();
        row.subjectKind = change.subject().kind();
        row.subject = change.subject().value();
        row.revision = change.revision().number();
        row.kind = Codes.CHANGE_KIND.of(change.kind());
        row.entryKind = Codes.ENTRY_KIND.of(EntryKind.of(change));
        row.occurredAt = change.occurredAt();
        row.recordedAt = change.recordedAt();
        row.hash = change.hash();
        fill(row, change);
        return row;
    }

    /** Sets what differs once texts were erased. */
    static void fill(JournalRow row, Change change) {
        Seal seal = change.seal();
        row.fields = FieldsJson.write(change.fields());
        row.salt = seal.isErased() ? null : seal.salt();
        row.digest = seal.isErased() ? seal.digest() : null;
    }

    static Change toDomain(JournalRow row) {
        return new Change(
                row.sequence,
                new Actor(new TenantId(row.tenant), row.actor),
                new Subject(row.subjectKind, row.subject),
                new Revision(row.revision),
                Codes.CHANGE_KIND.constant(row.kind),
                row.occurredAt,
                row.recordedAt,
                FieldsJson.read(row.fields),
                new Seal(row.salt == null ? "" : row.salt, row.digest == null ? "" : row.digest, row.hash));
    }
}
