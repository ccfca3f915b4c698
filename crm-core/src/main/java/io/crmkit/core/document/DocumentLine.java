package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Money;
import io.crmkit.core.value.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One line of a quote or an order.
 *
 * <p>Source: EN 16931-1:2017: quantity BT-129, unit BT-130, net price BT-146, line net amount BT-131.
 *
 * @param number the line's number within its document, from 1, never used for another line
 * @param kind whether it is part of what is offered
 * @param product the product of the catalogue, or null
 * @param description what is sold, 1 to 1,000 characters
 * @param quantity how much, above 0, at most four decimals
 * @param unit the code of the unit (UN/ECE Recommendation 20), such as {@code C62} for pieces or {@code HUR} for hours
 * @param unitPrice the price of one unit before the discount, 0 or more, at most six decimals, in the document's currency
 * @param discount the discount in percent, 0 to 100, at most four decimals
 * @param tax how it is taxed
 */
public record DocumentLine(
        int number,
        LineKind kind,
        @Nullable ProductId product,
        String description,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        BigDecimal discount,
        TaxCategory tax) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Makes a line.
     *
     * @throws IllegalArgumentException naming the line, the field and the rule it breaks
     */
    public DocumentLine {
        if (number < 1) {
            throw new IllegalArgumentException("line number must be 1 or more: " + number);
        }
        requireNonNull(kind, "kind");
        requireNonNull(tax, "tax");
        String line = "line " + number + ": ";
        Text.required(line + "description", description, 1_000);
        requireUnit(line, unit);
        quantity = Decimals.atMost(line + "quantity", quantity, 4);
        unitPrice = Decimals.atMost(line + "unit price", unitPrice, 6);
        discount = Decimals.atMost(line + "discount", discount, 4);
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException(line + "quantity must be above 0: " + quantity.toPlainString());
        }
        if (unitPrice.signum() < 0) {
            throw new IllegalArgumentException(line + "unit price must not be negative: " + unitPrice.toPlainString());
        }
        if (discount.signum() < 0 || discount.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException(line + "discount must be 0 to 100 %: " + discount.toPlainString());
        }
    }

    private static void requireUnit(String line, String unit) {
        requireNonNull(unit, "unit");
        if (!unit.matches("[A-Z0-9]{1,3}")) {
            throw new IllegalArgumentException(
                    line + "unit must be a code of UN/ECE Recommendation 20, such as C62: '" + Text.shown(unit) + "'");
        }
    }

    /** The same line as ordered: of this quantity, and part of what is agreed upon whatever it was in the offer. */
    DocumentLine ordered(BigDecimal taken) {
        return new DocumentLine(number, LineKind.STANDARD, product, description, taken, unit, unitPrice, discount, tax);
    }

    /**
     * Returns what the line comes to after its discount, before tax (BT-131).
     *
     * @param currency the document's currency
     * @return the amount, rounded once, half up, to the currency's scale
     */
    public Money net(Currency currency) {
        return new Money(net(Money.decimals(currency)), currency);
    }

    /** What the line comes to after its discount, before tax: rounded once, half up, at the currency's scale. */
    BigDecimal net(int scale) {
        BigDecimal kept = HUNDRED.subtract(discount);
        return quantity.multiply(unitPrice).multiply(kept).divide(HUNDRED, scale, RoundingMode.HALF_UP);
    }
}
