package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * How much of a line of a sales order a document of the host's is about.
 *
 * @param order the sales order's number
 * @param line the number of the line in it
 * @param quantity how much, in the unit of the line, at most four decimals, never 0; below 0 on a delivery note for what
 *     came back
 */
public record LineQuantity(DocumentNumber order, int line, BigDecimal quantity) {

    /**
     * Makes a quantity.
     *
     * @throws IllegalArgumentException if the line is not 1 or more, or the quantity breaks its rule
     */
    public LineQuantity {
        requireNonNull(order, "order");
        if (line < 1) {
            throw new IllegalArgumentException("line number must be 1 or more: " + line);
        }
        quantity = Decimals.atMost("line " + line + ": quantity", quantity, 4);
        if (quantity.signum() == 0) {
            throw new IllegalArgumentException("line " + line + ": quantity must not be 0");
        }
    }
}
