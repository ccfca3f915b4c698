package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A retention hold as stored. */
@Entity
@Table(name = "crm_retention_hold")
class RetentionHoldRow extends Row {

    @Column(name = "person_id", nullable = false)
    UUID person;

    @Column(name = "reason", nullable = false, length = 200)
    String reason;

    @Column(name = "reason_folded", nullable = false, length = 200)
    String reasonFolded;

    @Column(name = "held_until", nullable = false)
    LocalDate until;

    @Column(name = "placed_at", nullable = false)
    @Convert(converter = InstantColumn.class)
    Instant placedAt;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected RetentionHoldRow() {}
}
