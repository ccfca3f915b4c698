package io.crmkit.core.value;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a host keeps of a record besides the record's own fields: values by key, each of the key's kind.
 *
 * <p>Immutable, in ascending order of the names, equal by content. A name is held once, whatever the kind of its value.
 */
public final class CustomFields {

    /** No field is set. */
    public static final CustomFields NONE = new CustomFields(new TreeMap<>());

    /** The greatest number of fields one record can hold. */
    public static final int MOST = 100;

    private final SortedMap<String, Held> held;

    private record Held(FieldKey<?> key, Object value) {}

    private CustomFields(SortedMap<String, Held> held) {
        this.held = held;
    }

    /**
     * Makes the fields of a record of which one is set.
     *
     * @param <T> the class of the value
     * @param key the field
     * @param value its value
     * @return the fields
     * @throws IllegalArgumentException if the value breaks a rule of its kind
     */
    public static <T> CustomFields of(FieldKey<T> key, T value) {
        return NONE.with(key, value);
    }

    /**
     * Returns these fields with one set.
     *
     * @param <T> the class of the value
     * @param key the field
     * @param value its value, which replaces whatever the name held
     * @return the fields
     * @throws IllegalArgumentException if the value breaks a rule of its kind, or there are more than 100 fields
     */
    public <T> CustomFields with(FieldKey<T> key, T value) {
        SortedMap<String, Held> copy = new TreeMap<>(held);
        copy.put(key.name(), new Held(key, key.type().checked(key.name(), requireNonNull(value, key.name()))));
        if (copy.size() > MOST) {
            throw new IllegalArgumentException("custom must hold at most 100 fields: " + copy.size());
        }
        return new CustomFields(copy);
    }

    /**
     * Returns these fields with one not set.
     *
     * @param key the field
     * @return the fields
     */
    public CustomFields without(FieldKey<?> key) {
        if (get(key) == null) {
            return this;
        }
        SortedMap<String, Held> copy = new TreeMap<>(held);
        copy.remove(key.name());
        return new CustomFields(copy);
    }

    /**
     * Returns the value of a field.
     *
     * @param <T> the class of the value
     * @param key the field
     * @return the value; null where none is set, or one of another kind
     */
    public <T> @Nullable T get(FieldKey<T> key) {
        Held found = held.get(key.name());
        return found == null || found.key().type() != key.type() ? null : key.cast(found.value());
    }

    /**
     * Returns the fields that are set.
     *
     * @return the keys, in ascending order of their names
     */
    public Collection<FieldKey<?>> keys() {
        if (held.isEmpty()) {
            return List.of();
        }
        return held.values().stream().<FieldKey<?>>map(Held::key).toList();
    }

    /**
     * Writes the fields as a JSON object, such as <code>{"budget":{"number":12.5}}</code>.
     *
     * @return the text, the same for equal fields
     */
    public String toText() {
        Map<String, Object> object = new LinkedHashMap<>();
        held.forEach((name, each) -> object.put(
                name, Map.of(each.key().type().word(), each.key().type().plain(each.value()))));
        return Json.write(object);
    }

    /**
     * Reads fields from the text that {@link #toText} writes.
     *
     * @param text the text
     * @return the fields
     * @throws IllegalArgumentException if the text is not of that form, or a value breaks a rule of its kind
     */
    public static CustomFields parse(String text) {
        if (!(Json.read(text) instanceof Map<?, ?> object)) {
            throw new IllegalArgumentException("custom fields must be a JSON object: " + Text.shown(text));
        }
        CustomFields fields = NONE;
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            fields = fields.withRead((String) entry.getKey(), entry.getValue());
        }
        return fields;
    }

    private CustomFields withRead(String name, @Nullable Object typed) {
        if (typed instanceof Map<?, ?> one && one.size() == 1) {
            for (FieldType type : FieldType.values()) {
                Object plain = one.get(type.word());
                Object value = plain == null ? null : type.read(plain);
                if (value != null) {
                    return withUnknown(FieldKey.of(name, type), value);
                }
            }
        }
        throw new IllegalArgumentException(
                name + " must be an object of one kind and a value of that kind: " + Text.shown(String.valueOf(typed)));
    }

    @SuppressWarnings("unchecked") // the value is checked against the key's kind
    private CustomFields withUnknown(FieldKey<?> key, Object value) {
        return with((FieldKey<Object>) key, value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomFields fields && fields.held.equals(held);
    }

    @Override
    public int hashCode() {
        return held.hashCode();
    }

    @Override
    public String toString() {
        return toText();
    }
}
