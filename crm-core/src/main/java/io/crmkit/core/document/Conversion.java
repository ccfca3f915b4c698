package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.Revision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An accepted quote of which more is ordered: what the quote knows then, and what the order consists of.
 *
 * <p>Definition: an order takes lines of one quote in quantities that were not ordered yet. The document's allowances go
 * to the order that takes all that is offered at once; an order of a part has none, since nothing says how they would be
 * shared.
 *
 * @param quote the quote, which knows what is ordered now
 * @param order the order's identity
 * @param lines the order's lines
 */
public record Conversion(Quote quote, SalesOrderId order, List<DocumentLine> lines) {

    /** Makes a conversion. */
    public Conversion {
        requireNonNull(quote, "quote");
        requireNonNull(order, "order");
        lines = List.copyOf(lines);
    }

    /**
     * Orders a quote, whole or in part.
     *
     * @param quote the quote, as stored
     * @param order the order's identity
     * @param on the day it is ordered on, in the seller's zone
     * @param quantities how much of which line, by the line's number; empty for all standard lines that are left
     * @return the conversion, of which nothing is stored yet
     * @throws DocumentStateException if the quote is not accepted, or nothing of it is left
     * @throws IllegalArgumentException if a line does not exist, or more of it is asked for than is left
     */
    public static Conversion of(Quote quote, SalesOrderId order, LocalDate on, Map<Integer, BigDecimal> quantities) {
        requireAccepted(quote, on);
        SortedMap<Integer, BigDecimal> wanted = quantities.isEmpty() ? allLeft(quote) : requireLeft(quote, quantities);
        if (wanted.isEmpty()) {
            throw quote.refusal("cannot become an order", "all of it is ordered already");
        }
        List<OrderedQuantity> ordered = new ArrayList<>(quote.ordered());
        List<DocumentLine> lines = new ArrayList<>();
        wanted.forEach((number, quantity) -> {
            ordered.add(new OrderedQuantity(order, number, quantity));
            lines.add(Remaining.line(quote, number).ordered(quantity));
        });
        return new Conversion(quote.withOrdered(ordered), order, lines);
    }

    /**
     * Returns the order.
     *
     * @param number its number
     * @param request the caller's word for the request it answers
     * @param at when it is made
     * @return the order, not stored yet
     */
    public SalesOrder order(DocumentNumber number, String request, Instant at) {
        return new SalesOrder(
                order,
                Revision.NONE,
                number,
                quote.id(),
                request,
                quote.parties(),
                quote.terms().currency(),
                lines,
                takesAll() ? quote.allowances() : List.of(),
                new OrderProgress(OrderState.CONFIRMED, at, null, null),
                CustomFields.NONE,
                Set.of());
    }

    private boolean takesAll() {
        return quote.lines().stream()
                .filter(line -> line.kind() == LineKind.STANDARD)
                .allMatch(lines::contains);
    }

    private static void requireAccepted(Quote quote, LocalDate on) {
        if (quote.state() == QuoteState.ACCEPTED) {
            return;
        }
        throw quote.refusal(
                "cannot become an order",
                quote.expired(on) ? "it expired on " + quote.terms().validUntil() : "it is " + quote.state());
    }

    private static SortedMap<Integer, BigDecimal> allLeft(Quote quote) {
        SortedMap<Integer, BigDecimal> left = new TreeMap<>();
        for (DocumentLine line : quote.lines()) {
            BigDecimal rest = quote.remaining(line.number());
            if (line.kind() == LineKind.STANDARD && rest.signum() > 0) {
                left.put(line.number(), rest);
            }
        }
        return left;
    }

    private static SortedMap<Integer, BigDecimal> requireLeft(Quote quote, Map<Integer, BigDecimal> quantities) {
        quantities.forEach((number, quantity) -> {
            BigDecimal left = quote.remaining(number);
            if (quantity.compareTo(left) > 0) {
                throw new IllegalArgumentException("line %d of quote %s: at most %s is left to order, not %s"
                        .formatted(number, quote.number(), left.toPlainString(), quantity.toPlainString()));
            }
        });
        return new TreeMap<>(quantities);
    }

    /**
     * Gives back to a quote what a cancelled order took of it.
     *
     * @param quote the quote
     * @param order the order called off
     * @return the quote, of which that much can be ordered again
     */
    public static Quote released(Quote quote, SalesOrderId order) {
        return quote.withOrdered(quote.ordered().stream()
                .filter(part -> !part.order().equals(order))
                .toList());
    }
}
