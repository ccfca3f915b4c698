package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A revision of a quote as stored, with its lines in order. */
@Entity
@Table(name = "crm_quote")
class QuoteRow extends DocumentRow {

    @Column(name = "quote_revision", nullable = false)
    int quoteRevision;

    @Column(name = "valid_until", nullable = false)
    LocalDate validUntil;

    @Column(name = "payment", length = 1_000)
    @Nullable
    String payment;

    @Column(name = "delivery", length = 1_000)
    @Nullable
    String delivery;

    @Column(name = "note", length = 4_000)
    @Nullable
    String note;

    @Column(name = "text_held")
    @Nullable
    String text;

    @Column(name = "text_folded")
    @Nullable
    String textFolded;

    @Column(name = "state", nullable = false, length = 12)
    String state;

    @Column(name = "sent_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant sentAt;

    @Column(name = "times_sent", nullable = false)
    int timesSent;

    @Column(name = "rendered_hash", length = 64)
    @Nullable
    String renderedHash;

    @Column(name = "decided_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant decidedAt;

    @Column(name = "reason", length = 1_000)
    @Nullable
    String reason;

    @Transient
    List<QuoteLineRow> lines = new ArrayList<>();

    @Transient
    List<QuoteAllowanceRow> allowances = new ArrayList<>();

    @Transient
    List<OrderedRow> ordered = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected QuoteRow() {}
}
