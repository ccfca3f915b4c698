package io.crmkit.examples.standalone;

import io.crmkit.core.document.SalesOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** An entity of the host's own: what is charged for an order of the CRM's, one invoice an order. */
@Entity
@Table(name = "invoice")
public class Invoice {

    @Id
    @Column(name = "order_id")
    private UUID order;

    @Column(name = "gross", nullable = false, precision = 19, scale = 4)
    private BigDecimal gross;

    /** Made by the provider, which fills it. */
    @SuppressWarnings("NullAway.Init")
    protected Invoice() {}

    Invoice(SalesOrder order) {
        this.order = order.id().value();
        this.gross = order.totals().gross().amount();
    }

    UUID order() {
        return order;
    }

    BigDecimal gross() {
        return gross;
    }
}
