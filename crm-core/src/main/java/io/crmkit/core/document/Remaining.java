package io.crmkit.core.document;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of a quote is not ordered yet: for each line, what it has less what all orders took of it. */
final class Remaining {

    private Remaining() {}

    static BigDecimal of(Quote quote, int line) {
        return line(quote, line).quantity().subtract(taken(quote.ordered()).getOrDefault(line, BigDecimal.ZERO));
    }

    static DocumentLine line(Quote quote, int number) {
        return quote.lines().stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("quote " + quote.number() + " has no line " + number));
    }

    /** Refuses orders that took more of a line than it has, or of a line there is not. */
    static void requireConserved(List<DocumentLine> lines, List<OrderedQuantity> ordered) {
        Map<Integer, BigDecimal> taken = taken(ordered);
        for (DocumentLine line : lines) {
            BigDecimal of = taken.remove(line.number());
            if (of != null && of.compareTo(line.quantity()) > 0) {
                throw new IllegalArgumentException("line %d: at most %s can be ordered, not %s"
                        .formatted(line.number(), line.quantity().toPlainString(), of.toPlainString()));
            }
        }
        if (!taken.isEmpty()) {
            throw new IllegalArgumentException("ordered lines must be lines of the quote: " + taken.keySet());
        }
    }

    private static Map<Integer, BigDecimal> taken(List<OrderedQuantity> ordered) {
        Map<Integer, BigDecimal> taken = new HashMap<>();
        ordered.forEach(part -> taken.merge(part.line(), part.quantity(), BigDecimal::add));
        return taken;
    }
}
