package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An activity as stored. */
@Entity
@Table(name = "crm_activity")
class ActivityRow extends Row {

    @Column(name = "type_code", nullable = false, length = 40)
    String typeCode;

    @Column(name = "seller_id", nullable = false)
    UUID seller;

    @Column(name = "occurred_at", nullable = false)
    @Convert(converter = InstantColumn.class)
    Instant occurredAt;

    @Column(name = "state", nullable = false, length = 10)
    String state;

    @Column(name = "company_id")
    @Nullable
    UUID company;

    @Column(name = "person_id")
    @Nullable
    UUID person;

    @Column(name = "opportunity_id")
    @Nullable
    UUID opportunity;

    @Column(name = "reference", length = 100)
    @Nullable
    String reference;

    @Column(name = "reference_folded", length = 100)
    @Nullable
    String referenceFolded;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected ActivityRow() {}
}
