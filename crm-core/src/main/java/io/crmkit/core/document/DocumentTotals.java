package io.crmkit.core.document;

import io.crmkit.core.value.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a document comes to, exact at the currency's scale.
 *
 * <p>Definition: each line's net amount is quantity times unit price less its discount, rounded once, half up, to the
 * currency's scale; totals are sums of rounded amounts; tax is worked out once per tax category on the sum of its lines
 * less its allowances, and rounded half up. Optional and alternative lines count in no total.
 *
 * <p>Nothing to add up: a document without counting lines comes to 0.
 *
 * <p>Source: EN 16931-1:2017, BR-CO-10 to BR-CO-17 and BR-S-08.
 *
 * @param lines the sum of the lines' net amounts (BT-106)
 * @param allowances the sum of the document's allowances (BT-107)
 * @param net what it comes to before tax (BT-109): lines less allowances
 * @param taxes one row per tax category, by code and rate (BG-23)
 * @param tax the sum of the taxes (BT-110)
 * @param gross what it comes to with tax (BT-112)
 */
public record DocumentTotals(
        Money lines, Money allowances, Money net, List<TaxSubtotal> taxes, Money tax, Money gross) {

    /** Makes totals. */
    public DocumentTotals {
        taxes = List.copyOf(taxes);
    }

    /**
     * Adds up a document.
     *
     * @param currency the document's currency
     * @param lines its lines
     * @param allowances what is taken off the whole
     * @return the totals
     * @throws IllegalArgumentException if an allowance is of another currency, of a category no line has, or greater than
     *     the lines of its category
     */
    public static DocumentTotals of(Currency currency, List<DocumentLine> lines, List<DocumentAllowance> allowances) {
        int scale = Money.decimals(currency);
        Map<TaxCategory, BigDecimal> taxable = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (DocumentLine line : lines) {
            if (line.kind() == LineKind.STANDARD) {
                BigDecimal net = line.net(scale);
                sum = sum.add(net);
                taxable.merge(line.tax(), net, BigDecimal::add);
            }
        }
        BigDecimal off = BigDecimal.ZERO;
        for (DocumentAllowance allowance : allowances) {
            takeOff(currency, taxable, allowance);
            off = off.add(allowance.amount().amount());
        }
        return added(currency, sum, off, taxable);
    }

    private static void takeOff(Currency currency, Map<TaxCategory, BigDecimal> taxable, DocumentAllowance allowance) {
        if (!allowance.amount().currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "allowance must be in the document's currency " + currency + ": " + allowance.amount());
        }
        BigDecimal before = taxable.get(allowance.tax());
        BigDecimal after =
                before == null ? null : before.subtract(allowance.amount().amount());
        if (after == null || after.signum() < 0) {
            throw new IllegalArgumentException("allowance must be at most the lines of its tax category %s %s: %s of %s"
                    .formatted(
                            allowance.tax().code(),
                            allowance.tax().percent().toPlainString(),
                            allowance.amount(),
                            before == null ? "none" : before.toPlainString()));
        }
        taxable.put(allowance.tax(), after);
    }

    private static DocumentTotals added(
            Currency currency, BigDecimal sum, BigDecimal off, Map<TaxCategory, BigDecimal> taxable) {
        List<TaxSubtotal> taxes = taxable.entrySet().stream()
                .map(entry -> new TaxSubtotal(
                        entry.getKey(),
                        new Money(entry.getValue(), currency),
                        new Money(entry.getKey().on(entry.getValue()), currency)))
                .toList();
        BigDecimal tax = taxes.stream().map(row -> row.tax().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal net = sum.subtract(off);
        return new DocumentTotals(
                new Money(sum, currency),
                new Money(off, currency),
                new Money(net, currency),
                taxes,
                new Money(tax, currency),
                new Money(net.add(tax), currency));
    }
}
