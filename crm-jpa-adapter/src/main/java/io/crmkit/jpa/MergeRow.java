package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merge as stored. */
@Entity
@Table(name = "crm_merge")
class MergeRow extends Row {

    @Column(name = "kind", nullable = false, length = 10)
    String kind;

    @Column(name = "survivor_id", nullable = false)
    UUID survivor;

    @Column(name = "merged_id", nullable = false)
    UUID merged;

    @Column(name = "reason", length = 500)
    @Nullable
    String reason;

    @Column(name = "reason_folded", length = 500)
    @Nullable
    String reasonFolded;

    @Column(name = "merged_at", nullable = false)
    @Convert(converter = InstantColumn.class)
    Instant mergedAt;

    @Column(name = "journal_from", nullable = false)
    long journalFrom;

    @Column(name = "journal_until", nullable = false)
    long journalUntil;

    /* as the journal writes them */
    @Column(name = "fields", nullable = false)
    String fields;

    @Column(name = "undone_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant undoneAt;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected MergeRow() {}
}
