package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.document.ProductId;
import io.crmkit.core.value.Literal;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Something that is negotiated: what, how much of it, at what price, once or every month.
 *
 * @param product the product of the catalogue, or null
 * @param name what it is, 1 to 200 characters
 * @param quantity how much, above 0, at most 12 digits and four decimals
 * @param unitPrice the price of one before the discount, 0 or more
 * @param discount the discount in percent, 0 to 100, at most four decimals
 * @param charge how often it is charged
 */
public record OpportunityLine(
        @Nullable ProductId product,
        String name,
        BigDecimal quantity,
        Money unitPrice,
        BigDecimal discount,
        Charge charge) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;
    private static final int DIGITS = 12;

    /**
     * Makes a line; trailing zeros are dropped, so that equal numbers are equal lines.
     *
     * @throws IllegalArgumentException naming the field and the rule it breaks
     */
    public OpportunityLine {
        Text.required("name", name, 200);
        requireNonNull(unitPrice, "unitPrice");
        requireNonNull(charge, "charge");
        quantity = plain("quantity", quantity);
        discount = plain("discount", discount);
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("quantity must be above 0: " + quantity.toPlainString());
        }
        if (unitPrice.amount().signum() < 0) {
            throw new IllegalArgumentException("unitPrice must not be negative: " + unitPrice);
        }
        if (discount.signum() < 0 || discount.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("discount must be 0 to 100 %: " + discount.toPlainString());
        }
    }

    /**
     * Makes a line without a discount.
     *
     * @param name what it is
     * @param quantity how much
     * @param unitPrice the price of one
     * @param charge how often it is charged
     * @return the line
     * @throws IllegalArgumentException naming the field and the rule it breaks
     */
    public static OpportunityLine of(String name, String quantity, Money unitPrice, Charge charge) {
        return new OpportunityLine(
                null, name, Literal.decimal("quantity", quantity), unitPrice, BigDecimal.ZERO, charge);
    }

    private static BigDecimal plain(String field, BigDecimal value) {
        requireNonNull(value, field);
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() > DECIMALS || plain.precision() - plain.scale() > DIGITS) {
            throw new IllegalArgumentException(
                    "%s must have at most %d digits and %d decimals: %s".formatted(field, DIGITS, DECIMALS, plain));
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /**
     * Returns what the line comes to after its discount, once or in one month.
     *
     * @return the amount, rounded once, half up, to the currency's scale
     * @throws IllegalArgumentException if it is beyond what money can state
     */
    public Money net() {
        BigDecimal kept = HUNDRED.subtract(discount);
        int scale = unitPrice.amount().scale();
        BigDecimal net =
                quantity.multiply(unitPrice.amount()).multiply(kept).divide(HUNDRED, scale, RoundingMode.HALF_UP);
        return new Money(net, unitPrice.currency());
    }
}
