package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A suppression as stored. */
@Entity
@Table(name = "crm_suppression")
class SuppressionRow extends Row {

    @Column(name = "channel", nullable = false, length = 10)
    String channel;

    @Column(name = "hash", nullable = false, length = 100)
    String hash;

    @Column(name = "hash_folded", nullable = false, length = 100)
    String hashFolded;

    @Column(name = "reason", nullable = false, length = 10)
    String reason;

    @Column(name = "suppressed_at", nullable = false)
    @Convert(converter = InstantColumn.class)
    Instant suppressedAt;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected SuppressionRow() {}
}
