package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company as stored. */
@Entity
@Table(name = "crm_company")
class CompanyRow extends OpenRow {

    @Column(name = "name", nullable = false, length = 200)
    String name;

    @Column(name = "name_folded", nullable = false, length = 200)
    String nameFolded;

    @Column(name = "sector", length = 200)
    @Nullable
    String sector;

    @Column(name = "sector_folded", length = 200)
    @Nullable
    String sectorFolded;

    @Column(name = "location", length = 200)
    @Nullable
    String location;

    @Column(name = "location_folded", length = 200)
    @Nullable
    String locationFolded;

    @Column(name = "parent_id")
    @Nullable
    UUID parent;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected CompanyRow() {}
}
