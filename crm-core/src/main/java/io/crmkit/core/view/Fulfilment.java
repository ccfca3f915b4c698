package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.document.DocumentLink;
import io.crmkit.core.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How much of an order was delivered and invoiced, as far as the host's documents tell.
 *
 * <p>Definition: delivered is what delivery notes say of the order's lines, less what came back; invoiced is what invoices
 * say less what credit notes do. Documents that were called off count for nothing.
 *
 * @param order the order
 * @param lines its lines, in its order
 * @param silent delivery notes, invoices and credit notes made of the order that say no quantities: what they are about is
 *     in none of the sums
 */
public record Fulfilment(DocumentLink order, List<Line> lines, List<DocumentLink> silent) {

    /** Makes a fulfilment. */
    public Fulfilment {
        requireNonNull(order, "order");
        lines = List.copyOf(lines);
        silent = List.copyOf(silent);
    }

    /**
     * One line of the order.
     *
     * @param number the line's number
     * @param worth what the line comes to before tax
     * @param ordered how much was ordered
     * @param delivered how much was delivered and kept; above {@code ordered} where more was
     * @param invoiced how much was invoiced and not credited; above {@code ordered} where more was
     */
    public record Line(int number, Money worth, BigDecimal ordered, BigDecimal delivered, BigDecimal invoiced) {

        /**
         * Returns how much is to be delivered yet.
         *
         * @return the quantity, 0 where as much or more was delivered
         */
        public BigDecimal toDeliver() {
            return ordered.subtract(delivered).max(BigDecimal.ZERO);
        }

        /**
         * Returns how much is to be invoiced yet.
         *
         * @return the quantity, 0 where as much or more was invoiced
         */
        public BigDecimal toInvoice() {
            return ordered.subtract(invoiced).max(BigDecimal.ZERO);
        }
    }

    /**
     * Returns which share of the order's worth was delivered.
     *
     * <p>Each line counts by its amount, and for no more than all of it.
     *
     * @return the share, 0 to 1; empty where the order comes to nothing
     */
    public OptionalDouble deliveredShare() {
        return share(Line::delivered);
    }

    /**
     * Returns which share of the order's worth was invoiced, counted as {@link #deliveredShare} counts.
     *
     * @return the share, 0 to 1; empty where the order comes to nothing
     */
    public OptionalDouble invoicedShare() {
        return share(Line::invoiced);
    }

    private OptionalDouble share(Function<Line, BigDecimal> done) {
        double whole = 0;
        double part = 0;
        for (Line line : lines) {
            double worth = line.worth().amount().doubleValue();
            double ratio = done.apply(line).doubleValue() / line.ordered().doubleValue();
            whole += worth;
            part += worth * Math.max(0, Math.min(1, ratio));
        }
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
