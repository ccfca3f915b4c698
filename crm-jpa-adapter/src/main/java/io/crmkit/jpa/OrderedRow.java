package io.crmkit.jpa;

import io.crmkit.core.document.OrderedQuantity;
import io.crmkit.core.document.SalesOrderId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an order took of a line of a quote, as stored. */
@Entity
@Table(name = "crm_quote_ordered")
class OrderedRow extends PartRow {

    @Column(name = "order_id", nullable = false)
    UUID order;

    @Column(name = "line", nullable = false)
    int line;

    @Column(name = "quantity", nullable = false, precision = 16, scale = 4)
    BigDecimal quantity;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected OrderedRow() {}

    private static OrderedRow of(OrderedQuantity ordered) {
        OrderedRow columns = new OrderedRow();
        columns.order = ordered.order().value();
        columns.line = ordered.line();
        columns.quantity = ordered.quantity();
        return columns;
    }

    private OrderedQuantity ordered() {
        return new OrderedQuantity(new SalesOrderId(order), line, quantity);
    }

    /** Lets a row hold what was ordered; where it holds that already, nothing is touched. */
    static void fill(List<OrderedRow> columns, List<OrderedQuantity> ordered) {
        replace(columns, ordered.stream().map(OrderedRow::of).toList());
    }

    static List<OrderedQuantity> ordered(List<OrderedRow> columns) {
        return columns.stream().map(OrderedRow::ordered).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderedRow that && ordered().equals(that.ordered());
    }

    @Override
    public int hashCode() {
        return ordered().hashCode();
    }
}
