package io.crmkit.core.document;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** Decimal numbers whose equal values are equal objects. */
final class Decimals {

    private static final int MOST_DIGITS = 12;

    private Decimals() {}

    /** The number without trailing zeros; refused where it has more decimals than allowed or is over-long. */
    static BigDecimal atMost(String field, BigDecimal value, int decimals) {
        requireNonNull(value, field);
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() > decimals) {
            throw new IllegalArgumentException(
                    "%s must have at most %d decimals: %s".formatted(field, decimals, value.toPlainString()));
        }
        if (plain.precision() - plain.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "%s must have at most %d digits before the decimal point: %s".formatted(field, MOST_DIGITS, plain));
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
