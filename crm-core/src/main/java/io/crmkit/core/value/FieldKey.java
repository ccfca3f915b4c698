package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name and kind of a field the host adds to a record: a custom field.
 *
 * <p>Two keys are equal when both name and kind are.
 *
 * @param <T> the class of the field's values
 */
public final class FieldKey<T> {

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_-]{0,49}");

    private final String name;
    private final FieldType type;
    private final Class<T> valueClass;

    private FieldKey(String name, FieldType type, Class<T> valueClass) {
        requireNonNull(name, "name");
        this.type = type;
        this.valueClass = valueClass;
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must be a letter and at most 49 letters, digits, '-' or '_': '" + Text.shown(name) + "'");
        }
        this.name = name;
    }

    /**
     * Makes a key whose kind is known at run time only.
     *
     * @param name the field's name: a letter, then at most 49 letters, digits, {@code -} or {@code _}
     * @param type the kind of its values
     * @return the key
     * @throws IllegalArgumentException if the name breaks its rule
     */
    public static FieldKey<?> of(String name, FieldType type) {
        return new FieldKey<>(name, type, type.valueClass());
    }

    /**
     * Makes the key of a text.
     *
     * @param name the field's name, as in {@link #of}
     * @return the key
     */
    public static FieldKey<String> text(String name) {
        return new FieldKey<>(name, FieldType.TEXT, String.class);
    }

    /**
     * Makes the key of a number.
     *
     * @param name the field's name, as in {@link #of}
     * @return the key
     */
    public static FieldKey<BigDecimal> number(String name) {
        return new FieldKey<>(name, FieldType.NUMBER, BigDecimal.class);
    }

    /**
     * Makes the key of an amount of money.
     *
     * @param name the field's name, as in {@link #of}
     * @return the key
     */
    public static FieldKey<Money> money(String name) {
        return new FieldKey<>(name, FieldType.MONEY, Money.class);
    }

    /**
     * Makes the key of a day.
     *
     * @param name the field's name, as in {@link #of}
     * @return the key
     */
    public static FieldKey<LocalDate> date(String name) {
        return new FieldKey<>(name, FieldType.DATE, LocalDate.class);
    }

    /**
     * Makes the key of a point in time.
     *
     * @param name the field's name, as in {@link #of}
     * @return the key
     */
    public static FieldKey<Instant> instant(String name) {
        return new FieldKey<>(name, FieldType.INSTANT, Instant.class);
    }

    /**
     * Makes the key of a yes or no.
     *
     * @param name the field's name, as in {@link #of}
     * @return the key
     */
    public static FieldKey<Boolean> yesOrNo(String name) {
        return new FieldKey<>(name, FieldType.BOOLEAN, Boolean.class);
    }

    /**
     * Makes the key of another record's identity.
     *
     * @param name the field's name, as in {@link #of}
     * @return the key
     */
    public static FieldKey<UUID> id(String name) {
        return new FieldKey<>(name, FieldType.ID, UUID.class);
    }

    /**
     * Makes the key of one code of a few.
     *
     * @param name the field's name, as in {@link #of}
     * @return the key
     */
    public static FieldKey<String> choice(String name) {
        return new FieldKey<>(name, FieldType.CHOICE, String.class);
    }

    /**
     * Returns the field's name.
     *
     * @return the name, compared exactly as written
     */
    public String name() {
        return name;
    }

    /**
     * Returns the kind of the field's values.
     *
     * @return the kind
     */
    public FieldType type() {
        return type;
    }

    /**
     * Returns a value as one of this field.
     *
     * @param held the value
     * @return the same value
     * @throws ClassCastException if it is not of this field's class
     */
    public T cast(Object held) {
        return valueClass.cast(held);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldKey<?> key && key.name.equals(name) && key.type == type;
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + type.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + type.word() + ")";
    }
}
