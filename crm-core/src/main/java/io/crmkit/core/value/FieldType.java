package io.crmkit.core.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of value a field of a record can hold.
 *
 * <p>Every kind has a canonical value (equal values are equal objects) and a plain form, the one it is written in: a
 * text, a number or true and false.
 */
public enum FieldType {
    /** Words: 1 to 1,000 characters, none of them a control character. */
    TEXT(String.class, "must be a text"),
    /** A number without a unit: at most 15 digits before the decimal point and 6 after it. */
    NUMBER(BigDecimal.class, "must be a number such as 12.5"),
    /** An amount in a currency. */
    MONEY(Money.class, "must be money such as '12.30 EUR'"),
    /** A day of the years 1 to 9999. */
    DATE(LocalDate.class, "must be a day such as '2026-03-01'"),
    /** A point in time of the years 1 to 9999, kept to the microsecond. */
    INSTANT(Instant.class, "must be an instant such as '2026-03-01T09:30:00Z'"),
    /** Yes or no. */
    BOOLEAN(Boolean.class, "must be true or false"),
    /** The identity of another record. */
    ID(UUID.class, "must be an identity such as '0198c0de-0000-7000-8000-000000000001'"),
    /** One of a few codes; has no order. */
    CHOICE(String.class, "must be a code");

    private final Class<?> valueClass;
    private final String form;

    FieldType(Class<?> valueClass, String form) {
        this.valueClass = valueClass;
        this.form = form;
    }

    /**
     * Returns the class of the values.
     *
     * @return the class, such as {@link BigDecimal} for {@link #NUMBER}
     */
    public Class<?> valueClass() {
        return valueClass;
    }

    /**
     * Says whether one value can be less than another.
     *
     * @return true for texts, numbers, money, dates and instants
     */
    public boolean isOrdered() {
        return this != BOOLEAN && this != ID && this != CHOICE;
    }

    /**
     * Says whether values are words: texts and choices are, and nothing else.
     *
     * @return true where the value class is {@link String}
     */
    public boolean isWords() {
        return valueClass == String.class;
    }

    /**
     * Returns the rule on what a value of this kind looks like.
     *
     * @return the rule, such as {@code must be a day such as '2026-03-01'}
     */
    public String form() {
        return form;
    }

    /**
     * Finds the rule a value breaks.
     *
     * @param value the value
     * @return the rule in words, or null where the value keeps all of them
     */
    public @Nullable String brokenRule(Object value) {
        if (!valueClass.isInstance(value)) {
            return form;
        }
        return switch (this) {
            case TEXT, CHOICE -> FieldRules.text((String) value);
            case NUMBER -> FieldRules.number((BigDecimal) value);
            case DATE -> FieldRules.year(((LocalDate) value).getYear());
            case INSTANT -> FieldRules.instant((Instant) value);
            case MONEY, BOOLEAN, ID -> null;
        };
    }

    /**
     * Checks a value and makes it canonical.
     *
     * @param field the field's name, for the message
     * @param value the value
     * @return the value; numbers without trailing zeros, instants at the microsecond
     * @throws IllegalArgumentException naming the field, the value and the rule it breaks
     */
    public Object checked(String field, Object value) {
        String broken = brokenRule(value);
        if (broken != null) {
            throw new IllegalArgumentException(new Violation(field, value.toString(), broken).toString());
        }
        return switch (this) {
            case NUMBER -> FieldRules.canonical((BigDecimal) value);
            case INSTANT -> ((Instant) value).truncatedTo(ChronoUnit.MICROS);
            case TEXT, MONEY, DATE, BOOLEAN, ID, CHOICE -> value;
        };
    }

    /**
     * Returns the form a value is written in.
     *
     * @param value a canonical value
     * @return a {@link BigDecimal} for a number, a {@link Boolean} for yes or no, else a {@link String}
     */
    public Object plain(Object value) {
        return this == NUMBER || this == BOOLEAN ? value : value.toString();
    }

    /**
     * Reads a value from the form it is written in.
     *
     * @param plain a text, a number, true or false
     * @return the value, which may still break a rule; null where the form is not that of this kind
     */
    public @Nullable Object read(Object plain) {
        if (this == NUMBER || this == BOOLEAN) {
            return valueClass.isInstance(plain) ? plain : null;
        }
        return plain instanceof String text ? parsed(text) : null;
    }

    private @Nullable Object parsed(String text) {
        try {
            return switch (this) {
                case MONEY -> FieldRules.money(text);
                case DATE -> LocalDate.parse(text);
                case INSTANT -> Instant.parse(text);
                case ID -> text.length() == 36 ? UUID.fromString(text) : null;
                case TEXT, CHOICE, NUMBER, BOOLEAN -> text;
            };
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /**
     * Returns the kind's word.
     *
     * @return the constant in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
