package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team as stored. */
@Entity
@Table(name = "crm_team")
class TeamRow extends OpenRow {

    @Column(name = "name", nullable = false, length = 200)
    String name;

    @Column(name = "name_folded", nullable = false, length = 200)
    String nameFolded;

    @Column(name = "region", length = 200)
    @Nullable
    String region;

    @Column(name = "region_folded", length = 200)
    @Nullable
    String regionFolded;

    @Column(name = "parent_id")
    @Nullable
    UUID parent;

    @Column(name = "leader_id")
    @Nullable
    UUID leader;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected TeamRow() {}
}
