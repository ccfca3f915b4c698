package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;

/**
 * What one unit of a currency is worth in another on a day.
 *
 * @param from the currency converted
 * @param to the currency it is converted to
 * @param on the day the rate is of
 * @param rate units of {@code to} for one unit of {@code from}, above zero; trailing zeros are dropped, so that equal rates
 *     are equal records
 */
public record ExchangeRate(Currency from, Currency to, LocalDate on, BigDecimal rate)
        implements Comparable<ExchangeRate> {

    private static final Comparator<ExchangeRate> ORDER = Comparator.comparing(
                    (ExchangeRate each) -> each.from.getCurrencyCode())
            .thenComparing(each -> each.to.getCurrencyCode())
            .thenComparing(ExchangeRate::on)
            .thenComparing(ExchangeRate::rate);

    /**
     * Makes a rate.
     *
     * @throws IllegalArgumentException if the rate is not above zero, or the currencies are the same
     */
    public ExchangeRate {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(on, "on");
        if (requireNonNull(rate, "rate").signum() <= 0) {
            throw new IllegalArgumentException("rate must be above 0: " + rate.toPlainString());
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("from and to must be two currencies: " + from);
        }
        rate = rate.stripTrailingZeros();
    }

    /**
     * Makes a rate from its text and currency codes.
     *
     * @param from the ISO 4217 code of the currency converted, such as {@code "USD"}
     * @param to the ISO 4217 code of the currency it is converted to
     * @param on the day the rate is of
     * @param rate units of {@code to} for one of {@code from}, such as {@code "0.92"}
     * @return the rate
     * @throws IllegalArgumentException if a text cannot be read, or breaks its rule
     */
    public static ExchangeRate of(String from, String to, LocalDate on, String rate) {
        return new ExchangeRate(
                Literal.currency("from", from), Literal.currency("to", to), on, Literal.decimal("rate", rate));
    }

    /**
     * Compares by currencies, then by day, then by rate.
     *
     * @param other another rate
     * @return below, at or above zero
     */
    @Override
    public int compareTo(ExchangeRate other) {
        return ORDER.compare(this, other);
    }
}
