package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of an opportunity come to.
 *
 * @param once the sum of the lines charged once; 0 where there is none
 * @param monthly the sum of the lines charged every month, or null where there is none
 */
public record LineTotals(Money once, @Nullable Money monthly) {

    /** Makes totals. */
    public LineTotals {
        requireNonNull(once, "once");
    }

    /**
     * Adds lines up, each rounded by itself.
     *
     * @param lines the lines, of one currency
     * @return their totals, or empty where there is no line
     * @throws io.crmkit.core.value.CurrencyMismatchException if they are of several currencies
     * @throws IllegalArgumentException if a total is beyond what money can state
     */
    public static Optional<LineTotals> of(List<OpportunityLine> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Currency currency = lines.get(0).unitPrice().currency();
        Money nothing = new Money(BigDecimal.ZERO, currency);
        boolean monthly = lines.stream().anyMatch(line -> line.charge() == Charge.MONTHLY);
        return Optional.of(
                new LineTotals(sum(lines, Charge.ONCE, nothing), monthly ? sum(lines, Charge.MONTHLY, nothing) : null));
    }

    private static Money sum(List<OpportunityLine> lines, Charge charge, Money nothing) {
        return lines.stream()
                .filter(line -> line.charge() == charge)
                .map(OpportunityLine::net)
                .reduce(nothing, Money::plus);
    }
}
