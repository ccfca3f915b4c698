package io.crmkit.core.value;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The limits of field values, and their canonical forms. */
final class FieldRules {

    private static final int LONGEST_TEXT = 1_000;
    private static final int INTEGER_DIGITS = 15;
    private static final int DECIMALS = 6;

    private static final String YEARS = "must be in the years 1 to 9999";
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("+10000-01-01T00:00:00Z");

    private FieldRules() {}

    static @Nullable String text(String value) {
        if (value.isEmpty() || value.length() > LONGEST_TEXT) {
            return "must be 1 to 1,000 characters";
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return "must not contain control characters";
            }
            if (isHalfACharacter(value, i)) {
                return "must not contain half a surrogate pair";
            }
        }
        return null;
    }

    private static boolean isHalfACharacter(String value, int i) {
        char unit = value.charAt(i);
        if (Character.isHighSurrogate(unit)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(unit) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }

    static @Nullable String number(BigDecimal value) {
        if (value.signum() == 0) {
            return null;
        }
        BigDecimal exact = value.stripTrailingZeros();
        boolean fits = exact.scale() <= DECIMALS && (long) exact.precision() - exact.scale() <= INTEGER_DIGITS;
        return fits ? null : "must have at most 15 digits before the decimal point and 6 after it";
    }

    static BigDecimal canonical(BigDecimal value) {
        BigDecimal exact = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    static @Nullable String year(int year) {
        return year >= 1 && year <= 9_999 ? null : YEARS;
    }

    static @Nullable String instant(Instant value) {
        return value.isBefore(FIRST) || !value.isBefore(AFTER) ? YEARS : null;
    }

    static Money money(String text) {
        int blank = text.indexOf(' ');
        return Money.of(text.substring(0, blank), text.substring(blank + 1));
    }
}
