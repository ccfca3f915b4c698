package io.crmkit.jpa;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    @Column(name = "team_id")
    @Nullable
    UUID team;

    @Column(name = "company_id")
    @Nullable
    UUID company;

    @Column(name = "contact_id")
    @Nullable
    UUID contact;

    @Column(name = "pipeline_id", nullable = false)
    UUID pipeline;

    @Column(name = "pipeline_version", nullable = false, precision = 9, scale = 0)
    BigDecimal version;

    @Column(name = "entered_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant enteredAt;

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

    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "recurring", precision = 19, scale = 4))
    @AttributeOverride(name = "currency", column = @Column(name = "recurring_currency", length = 3))
    @Nullable
    MoneyColumns recurring;

    @Column(name = "probability", precision = 3, scale = 0)
    @Nullable
    BigDecimal probability;

    @Column(name = "category", length = 12)
    @Nullable
    String category;

    @Column(name = "next_step", length = 300)
    @Nullable
    String nextStep;

    @Column(name = "next_step_folded", length = 300)
    @Nullable
    String nextStepFolded;

    @Column(name = "next_step_due")
    @Nullable
    LocalDate nextStepDue;

    @Column(name = "reason", length = 100)
    @Nullable
    String reason;

    @Column(name = "reason_folded", length = 100)
    @Nullable
    String reasonFolded;

    @Column(name = "competitor", length = 200)
    @Nullable
    String competitor;

    @Column(name = "competitor_folded", length = 200)
    @Nullable
    String competitorFolded;

    @Column(name = "ending_note", length = 4_000)
    @Nullable
    String endingNote;

    /* revision=instant, with blanks between */
    @Column(name = "move_corrections", length = 6_000)
    @Nullable
    String corrections;

    /* so that lists that are empty are not asked for */
    @Column(name = "line_count", nullable = false)
    int lineCount;

    @Column(name = "role_count", nullable = false)
    int roleCount;

    @Transient
    List<OpportunityLineRow> lines = new ArrayList<>();

    @Transient
    List<ContactRoleRow> roles = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected OpportunityRow() {}
}
