package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reference to a document of the host's as stored. */
@Entity
@Table(name = "crm_document_reference")
class DocumentReferenceRow extends Row {

    /* kind and number, which no two references share */
    @Column(name = "link", nullable = false, length = 70)
    String link;

    @Column(name = "kind", nullable = false, length = 16)
    String kind;

    @Column(name = "number", nullable = false, length = 50)
    String number;

    @Column(name = "number_folded", nullable = false, length = 50)
    String numberFolded;

    @Column(name = "issued_at", nullable = false)
    @Convert(converter = InstantColumn.class)
    Instant issuedAt;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Column(name = "status", nullable = false, length = 16)
    String status;

    @Embedded
    @Nullable
    MoneyColumns worth;

    @Column(name = "company_id")
    @Nullable
    UUID company;

    @Column(name = "contact_id")
    @Nullable
    UUID contact;

    @Column(name = "opportunity_id")
    @Nullable
    UUID opportunity;

    @Column(name = "origins")
    @Nullable
    String origins;

    @Transient
    List<OriginRow> originRows = new ArrayList<>();

    @Column(name = "quantities", nullable = false)
    String quantities;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected DocumentReferenceRow() {}
}
