package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in one currency, held exactly at the currency's scale: 12.30 EUR, 1200 JPY.
 *
 * @param amount the amount; its scale is the currency's number of minor digits, so that equal amounts are equal records
 * @param currency the currency (ISO 4217)
 */
public record Money(BigDecimal amount, Currency currency) {

    /** How many digits an amount may have before the decimal point. */
    public static final int MOST_DIGITS = 15;

    /**
     * Makes an amount of money; trailing zeros are added or dropped, nothing is rounded.
     *
     * @throws IllegalArgumentException if the amount has more decimals than the currency, or over 15 digits before the
     *     decimal point
     */
    public Money {
        requireNonNull(amount, "amount");
        requireNonNull(currency, "currency");
        int scale = decimals(currency);
        BigDecimal exact = exact(amount);
        if (exact.scale() > scale) {
            throw new IllegalArgumentException("amount must have at most %d decimals in %s: %s"
                    .formatted(scale, currency, amount.toPlainString()));
        }
        if (digits(exact) > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "amount must have at most %d digits before the decimal point: %s".formatted(MOST_DIGITS, exact));
        }
        amount = exact.setScale(scale);
    }

    /**
     * Tells whether an amount can be stated in a currency exactly.
     *
     * @param amount the amount
     * @param currency the currency
     * @return whether it has no more digits and decimals than an amount of money may have
     */
    public static boolean states(BigDecimal amount, Currency currency) {
        BigDecimal exact = exact(amount);
        return exact.scale() <= decimals(currency) && digits(exact) <= MOST_DIGITS;
    }

    /**
     * Returns how many decimals an amount may have.
     *
     * @param currency the currency
     * @return its number of minor digits, 0 where it has none
     */
    public static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    private static BigDecimal exact(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    private static long digits(BigDecimal exact) {
        return (long) exact.precision() - exact.scale();
    }

    /**
     * Makes an amount of money from its text and currency code.
     *
     * @param amount the amount, such as {@code "12.30"}
     * @param currencyCode the ISO 4217 code, such as {@code "EUR"}
     * @return the money
     * @throws IllegalArgumentException if either cannot be read or the amount has too many decimals
     */
    public static Money of(String amount, String currencyCode) {
        return new Money(Literal.decimal("amount", amount), Literal.currency("currency", currencyCode));
    }

    /**
     * Adds another amount of the same currency.
     *
     * @param other the amount to add
     * @return the sum
     * @throws CurrencyMismatchException if the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
