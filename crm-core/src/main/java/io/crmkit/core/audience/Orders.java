package io.crmkit.core.audience;

import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The order of the values of each kind. */
interface Orders {

    /** The answer where two values have no order: money of two currencies. */
    int NONE = Integer.MIN_VALUE;

    /** Negative, zero, positive or {@link #NONE}. */
    int compare(Object one, Object other);

    static Orders of(FieldType type) {
        return switch (type) {
            case TEXT -> (one, other) -> text((String) one, (String) other);
            case NUMBER -> (one, other) -> ((BigDecimal) one).compareTo((BigDecimal) other);
            case MONEY -> (one, other) -> money((Money) one, (Money) other);
            case DATE -> (one, other) -> ((LocalDate) one).compareTo((LocalDate) other);
            case INSTANT -> (one, other) -> ((Instant) one).compareTo((Instant) other);
            case BOOLEAN, ID, CHOICE -> throw new IllegalArgumentException("no order: " + type);
        };
    }

    private static int money(Money one, Money other) {
        return one.currency().equals(other.currency()) ? one.amount().compareTo(other.amount()) : NONE;
    }

    /* code units follow code points but for surrogates, which stand for code points above all others */
    private static int text(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean above = Character.isSurrogate(a);
                return above == Character.isSurrogate(b) ? a - b : above ? 1 : -1;
            }
        }
        return one.length() - other.length();
    }
}
