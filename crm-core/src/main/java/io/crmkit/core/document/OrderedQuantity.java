package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * How much of a quote's line an order took.
 *
 * @param order the order
 * @param line the number of the line
 * @param quantity how much, above 0
 */
public record OrderedQuantity(SalesOrderId order, int line, BigDecimal quantity) {

    /**
     * Makes an ordered quantity.
     *
     * @throws IllegalArgumentException if the quantity is not above 0
     */
    public OrderedQuantity {
        requireNonNull(order, "order");
        quantity = Decimals.atMost("line " + line + ": quantity", quantity, 4);
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException(
                    "line " + line + ": quantity must be above 0: " + quantity.toPlainString());
        }
    }
}
