package io.crmkit.jpa;

import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.MergeId;
import io.crmkit.core.party.MergedField;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Merges to rows and back. */
final class MergeRows {

    static final Mapping<Merge, MergeId, MergeRow> MAPPING = new Mapping<>(
            MergeRow.class, "reason", List.of(), MergeRow::new, MergeRows::fill, MergeRows::toDomain, MergeId::new);

    private MergeRows() {}

    private static void fill(Merge merge, MergeRow row) {
        row.kind = Codes.DUPLICATE_KIND.of(merge.kind());
        row.survivor = merge.survivor();
        row.merged = merge.merged();
        row.reason = merge.reason();
        row.reasonFolded = Folded.of(row.reason);
        row.mergedAt = merge.mergedAt();
        row.journalFrom = merge.journalFrom();
        row.journalUntil = merge.journalUntil();
        row.fields = FieldsJson.write(merge.fields().stream()
                .map(field -> new FieldChange(field.field(), field.before(), field.after()))
                .toList());
        row.undoneAt = merge.undoneAt();
    }

    static Merge toDomain(MergeRow row) {
        return new Merge(
                new MergeId(row.id),
                new Revision(row.revision),
                Codes.DUPLICATE_KIND.constant(row.kind),
                row.survivor,
                row.merged,
                row.reason,
                row.mergedAt,
                row.journalFrom,
                row.journalUntil,
                FieldsJson.read(row.fields).stream()
                        .map(field -> new MergedField(field.field(), field.before(), field.after()))
                        .toList(),
                row.undoneAt);
    }
}
