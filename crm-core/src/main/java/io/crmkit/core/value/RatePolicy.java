package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By which rates money of several currencies is brought into one. Without a policy currencies stay apart.
 *
 * <p>A day that is not known, such as the closing day of a deal that nobody expects to close, is the day asked about; the
 * rates used, which travel with each result, say which day they are of.
 */
public sealed interface RatePolicy {

    /**
     * Returns the currency all is converted to.
     *
     * @return the currency
     */
    Currency target();

    /**
     * Tells whether amounts of one currency may be converted by rates of several days.
     *
     * @return false where all of them are converted by one rate, so that they may be added up before
     */
    default boolean isDated() {
        return this instanceof OfDay of && of.day() != RateDay.TODAY;
    }

    /**
     * The rates of a day of each amount's own, or of one day for all.
     *
     * @param target the currency all is converted to
     * @param day which day
     */
    record OfDay(Currency target, RateDay day) implements RatePolicy {

        /** Makes a policy. */
        public OfDay {
            requireNonNull(target, "target");
            requireNonNull(day, "day");
        }
    }

    /**
     * Rates agreed on beforehand, such as a budget's.
     *
     * @param target the currency all is converted to
     * @param rates units of the target for one unit of each other currency, above zero
     */
    record Fixed(Currency target, Map<Currency, BigDecimal> rates) implements RatePolicy {

        /**
         * Makes a policy.
         *
         * @throws IllegalArgumentException if a rate is not above zero, or one of the target is given that is not 1
         */
        public Fixed {
            requireNonNull(target, "target");
            SortedMap<Currency, BigDecimal> sorted = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
            rates.forEach((currency, rate) -> sorted.put(currency, checked(target, currency, rate)));
            rates = Collections.unmodifiableSortedMap(sorted);
        }

        private static BigDecimal checked(Currency target, Currency currency, BigDecimal rate) {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException(
                        "rates must be above 0: " + rate.toPlainString() + " for " + currency);
            }
            if (currency.equals(target) && rate.compareTo(BigDecimal.ONE) != 0) {
                throw new IllegalArgumentException(
                        "rates must be 1 for the target: " + rate.toPlainString() + " for " + currency);
            }
            return rate.stripTrailingZeros();
        }
    }

    /** The day whose rate converts an amount. */
    enum RateDay {
        /** The day the document or the deal is of: a quote's issue, the day an opportunity was opened. */
        DOCUMENT,
        /** The day it closed, or is expected to. */
        CLOSE,
        /** The day asked about, for all amounts: history is valued anew each day. */
        TODAY
    }

    /**
     * Converts by the rates of the day each document or deal is of.
     *
     * @param currencyCode the ISO 4217 code of the currency all is converted to
     * @return the policy
     */
    static RatePolicy documentDate(String currencyCode) {
        return new OfDay(Literal.currency("currency", currencyCode), RateDay.DOCUMENT);
    }

    /**
     * Converts by the rates of the day each deal closed, or is expected to.
     *
     * @param currencyCode the ISO 4217 code of the currency all is converted to
     * @return the policy
     */
    static RatePolicy closeDate(String currencyCode) {
        return new OfDay(Literal.currency("currency", currencyCode), RateDay.CLOSE);
    }

    /**
     * Converts all by the rates of the day asked about.
     *
     * @param currencyCode the ISO 4217 code of the currency all is converted to
     * @return the policy
     */
    static RatePolicy today(String currencyCode) {
        return new OfDay(Literal.currency("currency", currencyCode), RateDay.TODAY);
    }

    /**
     * Converts by rates agreed on beforehand.
     *
     * @param currencyCode the ISO 4217 code of the currency all is converted to
     * @param rates units of that currency for one unit of each other
     * @return the policy
     */
    static RatePolicy fixed(String currencyCode, Map<Currency, BigDecimal> rates) {
        return new Fixed(Literal.currency("currency", currencyCode), rates);
    }
}
