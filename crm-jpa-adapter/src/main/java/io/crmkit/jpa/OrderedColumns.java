package io.crmkit.jpa;

import io.crmkit.core.document.OrderedQuantity;
import io.crmkit.core.document.SalesOrderId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an order took of a line, as stored within the quote. */
@Embeddable
class OrderedColumns {

    @Column(name = "order_id", nullable = false)
    UUID order;

    @Column(name = "line", nullable = false)
    int line;

    @Column(name = "quantity", nullable = false, precision = 16, scale = 4)
    BigDecimal quantity;

    @SuppressWarnings("NullAway.Init") // filled by the mapping or the provider
    protected OrderedColumns() {}

    private static OrderedColumns of(OrderedQuantity ordered) {
        OrderedColumns columns = new OrderedColumns();
        columns.order = ordered.order().value();
        columns.line = ordered.line();
        columns.quantity = ordered.quantity();
        return columns;
    }

    private OrderedQuantity ordered() {
        return new OrderedQuantity(new SalesOrderId(order), line, quantity);
    }

    /** Lets a row hold what was ordered; where it holds that already, nothing is touched. */
    static void fill(List<OrderedColumns> columns, List<OrderedQuantity> ordered) {
        if (!ordered.equals(ordered(columns))) {
            columns.clear();
            ordered.forEach(part -> columns.add(of(part)));
        }
    }

    static List<OrderedQuantity> ordered(List<OrderedColumns> columns) {
        return columns.stream().map(OrderedColumns::ordered).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderedColumns that && ordered().equals(that.ordered());
    }

    @Override
    public int hashCode() {
        return ordered().hashCode();
    }
}
