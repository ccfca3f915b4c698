package io.crmkit.metrics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * A sum of money of any scale in one currency, for calculating; the caller rounds it once, at the end.
 *
 * <p>Two amounts are equal when they are the same sum of the same currency, whatever their scales: 1.5 EUR equals
 * 1.50 EUR.
 *
 * @param value the sum, of any sign and scale
 * @param currency its currency
 */
public record Amount(BigDecimal value, Currency currency) {

    /** Checks that both parts are given. */
    public Amount {
        requireNonNull(value, "value");
        requireNonNull(currency, "currency");
    }

    /**
     * Obtains nothing of a currency.
     *
     * @param currency the currency
     * @return zero of it
     */
    public static Amount zero(Currency currency) {
        return new Amount(BigDecimal.ZERO, currency);
    }

    /**
     * Adds an amount of the same currency.
     *
     * @param other the amount to add
     * @return the exact sum
     * @throws IllegalArgumentException where the currencies differ, naming both
     */
    public Amount plus(Amount other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "amounts must share one currency: first = " + currency + ", second = " + other.currency);
        }
        return new Amount(value.add(other.value), currency);
    }

    /**
     * Multiplies by a factor, taken as the shortest decimal that denotes it: 0.1 is a tenth.
     *
     * @param factor the factor, finite
     * @return the exact product with that decimal
     * @throws IllegalArgumentException where the factor is infinite or not a number
     */
    public Amount times(double factor) {
        if (!Double.isFinite(factor)) {
            throw new IllegalArgumentException("factor must be finite: factor = " + factor);
        }
        return new Amount(value.multiply(BigDecimal.valueOf(factor)), currency);
    }

    /**
     * Rounds to the currency's own scale, such as two digits for the euro and none for the yen.
     *
     * @param mode how to round
     * @return the amount at that scale
     * @throws IllegalArgumentException where the currency has no scale, as gold (XAU) has none
     * @throws ArithmeticException where the mode is {@link RoundingMode#UNNECESSARY} and digits would be lost
     */
    public Amount rounded(RoundingMode mode) {
        int digits = currency.getDefaultFractionDigits();
        if (digits < 0) {
            throw new IllegalArgumentException("currency must have a scale of its own: currency = " + currency);
        }
        return new Amount(value.setScale(digits, mode), currency);
    }

    /**
     * Compares sum and currency, not scale.
     *
     * @param other what to compare with
     * @return whether it is the same sum of the same currency
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Amount that && currency.equals(that.currency) && value.compareTo(that.value) == 0;
    }

    /**
     * Hashes sum and currency, not scale.
     *
     * @return the hash code, equal for equal amounts
     */
    @Override
    public int hashCode() {
        return 31 * value.stripTrailingZeros().hashCode() + currency.hashCode();
    }

    /**
     * Writes the sum in plain digits and the currency's code.
     *
     * @return for example {@code 1200.50 EUR}
     */
    @Override
    public String toString() {
        return value.toPlainString() + " " + currency;
    }
}
