package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company as stored. */
@Entity
@Table(name = "crm_company")
class CompanyRow extends PartyRow {

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

    @Transient
    List<CompanyContactRow> contactPoints = new ArrayList<>();

    protected CompanyRow() {}
}
