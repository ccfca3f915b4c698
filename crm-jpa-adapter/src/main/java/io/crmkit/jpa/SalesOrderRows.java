package io.crmkit.jpa;

import io.crmkit.core.document.OrderProgress;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Revision;
import java.util.List;

/** Sales orders to rows and back. */
final class SalesOrderRows {

    static final Mapping<SalesOrder, SalesOrderId, SalesOrderRow> MAPPING = new Mapping<>(
            SalesOrderRow.class,
            "number",
            List.of(
                    new Parts<>(SalesOrderLineRow.class, row -> row.lines),
                    new Parts<>(SalesOrderAllowanceRow.class, row -> row.allowances)),
            SalesOrderRow::new,
            SalesOrderRows::fill,
            SalesOrderRows::toDomain,
            SalesOrderId::new);

    private SalesOrderRows() {}

    private static void fill(SalesOrder order, SalesOrderRow row) {
        row.fill(order.custom(), order.tags());
        row.fill(
                order.naturalKey(),
                order.number(),
                order.parties(),
                order.totals().net());
        row.quote = order.quote().value();
        row.request = order.request();
        row.requestFolded = Folding.folded(row.request);
        row.state = Codes.ORDER_STATE.of(order.progress().state());
        row.orderedAt = order.progress().orderedAt();
        row.cancelledAt = order.progress().cancelledAt();
        row.reason = order.progress().reason();
        LineColumns.fill(row.lines, order.lines(), SalesOrderLineRow::new);
        AllowanceColumns.fill(row.allowances, order.allowances(), SalesOrderAllowanceRow::new);
    }

    static SalesOrder toDomain(SalesOrderRow row) {
        return new SalesOrder(
                new SalesOrderId(row.id),
                new Revision(row.revision),
                row.drawn(),
                new QuoteId(row.quote),
                row.request,
                row.parties(),
                row.currency(),
                LineColumns.lines(row.lines),
                AllowanceColumns.allowances(row.allowances),
                new OrderProgress(Codes.ORDER_STATE.constant(row.state), row.orderedAt, row.cancelledAt, row.reason),
                row.custom(),
                row.tags());
    }
}
