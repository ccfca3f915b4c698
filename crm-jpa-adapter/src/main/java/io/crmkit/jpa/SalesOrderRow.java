package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sales order as stored, with its lines in order. */
@Entity
@Table(name = "crm_sales_order")
class SalesOrderRow extends DocumentRow {

    @Column(name = "quote_id", nullable = false)
    UUID quote;

    @Column(name = "request", nullable = false, length = 100)
    String request;

    @Column(name = "request_folded", nullable = false, length = 100)
    String requestFolded;

    @Column(name = "state", nullable = false, length = 12)
    String state;

    @Column(name = "ordered_at", nullable = false)
    @Convert(converter = InstantColumn.class)
    Instant orderedAt;

    @Column(name = "cancelled_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant cancelledAt;

    @Column(name = "reason", length = 1_000)
    @Nullable
    String reason;

    @Transient
    List<SalesOrderLineRow> lines = new ArrayList<>();

    @Transient
    List<SalesOrderAllowanceRow> allowances = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected SalesOrderRow() {}
}
