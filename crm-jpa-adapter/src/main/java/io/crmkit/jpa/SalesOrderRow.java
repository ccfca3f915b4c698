package io.crmkit.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
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
    Instant orderedAt;

    @Column(name = "cancelled_at")
    @Nullable
    Instant cancelledAt;

    @Column(name = "reason", length = 1_000)
    @Nullable
    String reason;

    @ElementCollection
    @CollectionTable(name = "crm_sales_order_line", joinColumns = @JoinColumn(name = "order_id", nullable = false))
    @OrderColumn(name = "line_order", nullable = false)
    List<LineColumns> lines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "crm_sales_order_allowance", joinColumns = @JoinColumn(name = "order_id", nullable = false))
    @OrderColumn(name = "allowance_order", nullable = false)
    List<AllowanceColumns> allowances = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected SalesOrderRow() {}
}
