package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lead as stored. */
@Entity
@Table(name = "crm_lead")
class LeadRow extends OpenRow {

    /* the natural key */
    @Column(name = "known_as", nullable = false, length = 200)
    String knownAs;

    @Column(name = "person_name", length = 200)
    @Nullable
    String personName;

    @Column(name = "person_name_folded", length = 200)
    @Nullable
    String personNameFolded;

    @Column(name = "company_name", length = 200)
    @Nullable
    String companyName;

    @Column(name = "company_name_folded", length = 200)
    @Nullable
    String companyNameFolded;

    @Column(name = "email", length = 254)
    @Nullable
    String email;

    @Column(name = "email_folded", length = 254)
    @Nullable
    String emailFolded;

    @Column(name = "phone", length = 50)
    @Nullable
    String phone;

    @Column(name = "phone_folded", length = 50)
    @Nullable
    String phoneFolded;

    @Column(name = "status", nullable = false, length = 10)
    String status;

    @Column(name = "owner_id")
    @Nullable
    UUID owner;

    @Column(name = "reason", length = 500)
    @Nullable
    String reason;

    @Column(name = "reason_folded", length = 500)
    @Nullable
    String reasonFolded;

    @Column(name = "try_again_on")
    @Nullable
    LocalDate tryAgainOn;

    @Column(name = "source", length = 100)
    @Nullable
    String source;

    @Column(name = "source_folded", length = 100)
    @Nullable
    String sourceFolded;

    @Column(name = "note", length = 4_000)
    @Nullable
    String note;

    @Column(name = "person_id")
    @Nullable
    UUID person;

    @Column(name = "company_id")
    @Nullable
    UUID company;

    @Column(name = "opportunity_id")
    @Nullable
    UUID opportunity;

    @Transient
    List<LeadContactRow> contactPoints = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected LeadRow() {}
}
