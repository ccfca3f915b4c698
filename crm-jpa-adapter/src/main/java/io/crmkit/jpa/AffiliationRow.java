package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An affiliation as stored. */
@Entity
@Table(name = "crm_affiliation")
class AffiliationRow extends OpenRow {

    @Column(name = "person_id", nullable = false)
    UUID person;

    @Column(name = "company_id", nullable = false)
    UUID company;

    @Column(name = "role_there", length = 200)
    @Nullable
    String role;

    @Column(name = "role_folded", length = 200)
    @Nullable
    String roleFolded;

    @Column(name = "from_day")
    @Nullable
    LocalDate from;

    @Column(name = "until_day")
    @Nullable
    LocalDate until;

    @Column(name = "is_primary", nullable = false)
    boolean primary;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected AffiliationRow() {}
}
