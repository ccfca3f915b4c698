package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seller as stored. */
@Entity
@Table(name = "crm_seller")
class SellerRow extends OpenRow {

    @Column(name = "name", nullable = false, length = 200)
    String name;

    @Column(name = "name_folded", nullable = false, length = 200)
    String nameFolded;

    @Column(name = "team_id")
    @Nullable
    UUID team;

    @Column(name = "zone", length = 64)
    @Nullable
    String zone;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected SellerRow() {}
}
