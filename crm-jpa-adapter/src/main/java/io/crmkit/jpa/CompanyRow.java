package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company as stored. */
@Entity
@Table(name = "crm_company")
class CompanyRow extends Row {

    @Column(name = "name", nullable = false, length = 200)
    String name;

    @Column(name = "sector", length = 200)
    @Nullable
    String sector;

    @Column(name = "location", length = 200)
    @Nullable
    String location;

    @Column(name = "parent_id")
    @Nullable
    UUID parent;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected CompanyRow() {}
}
