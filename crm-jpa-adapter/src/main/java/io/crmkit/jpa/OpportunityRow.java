package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An opportunity as stored. */
@Entity
@Table(name = "crm_opportunity")
class OpportunityRow extends OpenRow {

    @Column(name = "name", nullable = false, length = 300)
    String name;

    @Column(name = "name_folded", nullable = false, length = 300)
    String nameFolded;

    @Column(name = "reference", length = 100)
    @Nullable
    String reference;

    @Column(name = "reference_folded", length = 100)
    @Nullable
    String referenceFolded;

    @Column(name = "product", length = 200)
    @Nullable
    String product;

    @Column(name = "product_folded", length = 200)
    @Nullable
    String productFolded;

    @Column(name = "owner_id")
    @Nullable
    UUID owner;

    @Column(name = "company_id")
    @Nullable
    UUID company;

    @Column(name = "contact_id")
    @Nullable
    UUID contact;

    @Column(name = "pipeline_id", nullable = false)
    UUID pipeline;

    @Column(name = "stage_id", nullable = false)
    UUID stage;

    @Column(name = "reached_id", nullable = false)
    UUID reached;

    @Column(name = "outcome", nullable = false, length = 10)
    String outcome;

    @Column(name = "opened_on")
    @Nullable
    LocalDate openedOn;

    @Column(name = "expected_close")
    @Nullable
    LocalDate expectedClose;

    @Column(name = "closed_on")
    @Nullable
    LocalDate closedOn;

    @Embedded
    @Nullable
    MoneyColumns worth;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected OpportunityRow() {}
}
