package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consent as stored. */
@Entity
@Table(name = "crm_consent")
class ConsentRow extends Row {

    @Column(name = "person_id", nullable = false)
    UUID person;

    @Column(name = "channel", nullable = false, length = 10)
    String channel;

    @Column(name = "purpose", nullable = false, length = 100)
    String purpose;

    @Column(name = "purpose_folded", nullable = false, length = 100)
    String purposeFolded;

    @Column(name = "basis", nullable = false, length = 20)
    String basis;

    @Column(name = "state", nullable = false, length = 10)
    String state;

    @Column(name = "source", length = 200)
    @Nullable
    String source;

    @Column(name = "evidence", length = 1_000)
    @Nullable
    String evidence;

    @Column(name = "token_hash", length = 64)
    @Nullable
    String tokenHash;

    @Column(name = "requested_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant requestedAt;

    @Column(name = "confirm_by")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant confirmBy;

    @Column(name = "given_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant givenAt;

    @Column(name = "withdrawn_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant withdrawnAt;

    @Column(name = "valid_until")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant validUntil;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected ConsentRow() {}
}
