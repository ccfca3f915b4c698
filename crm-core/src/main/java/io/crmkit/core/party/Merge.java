package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two records of one noun that were found to be the same, and were made one: what it takes to make them two again.
 *
 * <p>The record that was merged is kept as it was, and leads to the one that stays. What this merge changed in the one that
 * stays stands here; which records it re-pointed stands in the journal, between two sequences.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param kind of which noun they are: people or companies
 * @param survivor the identity of the record that stays
 * @param merged the identity of the record that was merged into it
 * @param reason why, 1 to 500 characters, or null
 * @param mergedAt when
 * @param journalFrom the journal's last sequence before
 * @param journalUntil the journal's last sequence once everything was re-pointed
 * @param fields what it changed in the record that stays
 * @param undoneAt when it was undone, or null while it stands
 */
public record Merge(
        MergeId id,
        Revision revision,
        DuplicateKind kind,
        UUID survivor,
        UUID merged,
        @Nullable String reason,
        Instant mergedAt,
        long journalFrom,
        long journalUntil,
        List<MergedField> fields,
        @Nullable Instant undoneAt)
        implements Noun<MergeId> {

    /**
     * Makes a merge.
     *
     * @throws IllegalArgumentException if it is of leads, of a record with itself, the reason breaks its rule, or a
     *     sequence is negative
     */
    public Merge {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(survivor, "survivor");
        if (requireNonNull(kind, "kind") == DuplicateKind.LEAD) {
            throw new IllegalArgumentException("kind must be PERSON or COMPANY: kind = " + kind);
        }
        if (survivor.equals(requireNonNull(merged, "merged"))) {
            throw new IllegalArgumentException("merged must not be the survivor itself: " + merged);
        }
        if (journalFrom < 0 || journalUntil < 0) {
            throw new IllegalArgumentException(
                    "journal sequences must not be negative: from " + journalFrom + " until " + journalUntil);
        }
        Text.optional("reason", reason, 500);
        mergedAt = requireNonNull(mergedAt, "mergedAt").truncatedTo(ChronoUnit.MICROS);
        undoneAt = undoneAt == null ? null : undoneAt.truncatedTo(ChronoUnit.MICROS);
        fields = List.copyOf(fields);
    }

    @Override
    public @Nullable String naturalKey() {
        return reason;
    }

    @Override
    public Instant occurredAt() {
        return mergedAt;
    }

    @Override
    public Merge withRevision(Revision next) {
        return new Merge(
                id, next, kind, survivor, merged, reason, mergedAt, journalFrom, journalUntil, fields, undoneAt);
    }

    /**
     * Returns the same merge, undone.
     *
     * @param at when
     * @return a copy that differs in when it was undone only
     */
    public Merge undone(Instant at) {
        return new Merge(id, revision, kind, survivor, merged, reason, mergedAt, journalFrom, journalUntil, fields, at);
    }
}
