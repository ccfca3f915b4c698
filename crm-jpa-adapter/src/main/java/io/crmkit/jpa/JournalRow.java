package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change as stored; never updated, but for texts that must be erased. */
@Entity
@Table(name = "crm_journal")
@IdClass(JournalRow.Key.class)
class JournalRow {

    @Id
    @Column(name = "tenant", nullable = false, length = 64, updatable = false)
    String tenant;

    @Id
    @Column(name = "sequence_number", nullable = false, updatable = false)
    Long sequence;

    @Column(name = "actor", nullable = false, length = 200, updatable = false)
    String actor;

    @Column(name = "subject_kind", nullable = false, length = 40, updatable = false)
    String subjectKind;

    @Column(name = "subject_id", nullable = false, updatable = false)
    UUID subject;

    @Column(name = "revision", nullable = false, updatable = false)
    Long revision;

    @Column(name = "kind", nullable = false, length = 10, updatable = false)
    String kind;

    /* what the change is on a timeline; follows from the fields */
    @Column(name = "entry_kind", nullable = false, length = 12, updatable = false)
    String entryKind;

    @Column(name = "occurred_at", nullable = false, updatable = false)
    @Convert(converter = InstantColumn.class)
    Instant occurredAt;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    @Convert(converter = InstantColumn.class)
    Instant recordedAt;

    @Column(name = "fields", nullable = false, length = 1_000_000)
    String fields;

    /* until texts are erased; then there is the digest in its place */
    @Column(name = "salt", length = 32)
    @Nullable
    String salt;

    @Column(name = "digest", length = 64)
    @Nullable
    String digest;

    @Column(name = "hash", nullable = false, length = 64, updatable = false)
    String hash;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected JournalRow() {}

    /** What a change is found by. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String tenant;
        Long sequence;

        @SuppressWarnings("NullAway.Init") // filled by the provider
        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && Objects.equals(tenant, that.tenant)
                    && Objects.equals(sequence, that.sequence);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenant, sequence);
        }
    }
}
