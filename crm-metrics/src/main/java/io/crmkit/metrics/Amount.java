package io.crmkit.metrics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * A sum of one currency to compute with: any scale, rounded once, at the end.
 *
 * @param value the value
 * @param currency the currency (ISO 4217)
 */
public record Amount(BigDecimal value, Currency currency) {

    /** Makes an amount. */
    public Amount {
        requireNonNull(value, "value");
        requireNonNull(currency, "currency");
    }

    /**
     * Returns nothing of a currency.
     *
     * @param currency the currency
     * @return 0
     */
    public static Amount zero(Currency currency) {
        return new Amount(BigDecimal.ZERO, currency);
    }

    /**
     * Adds an amount of the same currency.
     *
     * @param other the other amount
     * @return the exact sum
     * @throws IllegalArgumentException if the currencies differ
     */
    public Amount plus(Amount other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts must share a currency: " + currency + " and " + other.currency);
        }
        return new Amount(value.add(other.value), currency);
    }

    /**
     * Multiplies by a factor such as a rate.
     *
     * @param factor the factor, finite
     * @return the exact product with the decimal value the factor is written with
     * @throws IllegalArgumentException if the factor is NaN or infinite
     */
    public Amount times(double factor) {
        if (!Double.isFinite(factor)) {
            throw new IllegalArgumentException("factor must be finite: " + factor);
        }
        return new Amount(value.multiply(BigDecimal.valueOf(factor)), currency);
    }

    /**
     * Rounds to the currency's minor unit.
     *
     * @param mode how to round
     * @return the amount at the currency's scale
     */
    public Amount rounded(RoundingMode mode) {
        return new Amount(value.setScale(Math.max(0, currency.getDefaultFractionDigits()), mode), currency);
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + currency;
    }
}
