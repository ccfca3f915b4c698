package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;

/** Numbers and currencies as programs write them, read or refused by name. */
public final class Literal {

    private Literal() {}

    /**
     * Reads a decimal number.
     *
     * @param name what it is of, for the message
     * @param text the digits, with a point before the decimals
     * @return the number, at the scale it is written in
     * @throws IllegalArgumentException if it is no such number
     */
    public static BigDecimal decimal(String name, String text) {
        requireNonNull(text, name);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(
                    name + " must be a number with a point before its decimals, like 1250.50: " + Text.shown(text),
                    unreadable);
        }
    }

    /**
     * Reads a currency.
     *
     * @param name what it is of, for the message
     * @param code its code by ISO 4217, in capitals
     * @return the currency
     * @throws IllegalArgumentException if there is none of that code
     */
    public static Currency currency(String name, String code) {
        requireNonNull(code, name);
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    name + " must be the code of a currency by ISO 4217, like EUR: " + Text.shown(code), unknown);
        }
    }
}
