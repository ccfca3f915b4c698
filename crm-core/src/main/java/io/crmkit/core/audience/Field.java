package io.crmkit.core.audience;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.Criterion.Operator;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.FieldType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field of a noun: what it is called, which kind of value it holds, and how to read it.
 *
 * <p>Two fields are equal when noun, name and kind are.
 *
 * @param <N> the noun
 * @param <T> the class of the field's values
 */
public final class Field<N, T> {

    /** What a list within a record is asked to hold, as a field that is true or false. */
    record Held(
            @Nullable UUID participant,
            @Nullable String role,
            @Nullable SortedSet<String> origins) {

        static final Held NOTHING = new Held(null, null, null);
    }

    /** Reads a field of a record. */
    interface Reader<N, T> {
        @Nullable
        T read(N noun);
    }

    private final Class<N> noun;
    private final String name;
    private final FieldType type;
    private final Codec<T> codec;
    private final Reader<N, T> reader;
    private final @Nullable FieldKey<T> custom;
    private final @Nullable String tag;
    private final Held held;

    Field(Class<N> noun, String name, FieldType type, Codec<T> codec, Reader<N, T> reader) {
        this(noun, name, type, codec, reader, null, null);
    }

    Field(
            Class<N> noun,
            String name,
            FieldType type,
            Codec<T> codec,
            Reader<N, T> reader,
            @Nullable FieldKey<T> custom,
            @Nullable String tag) {
        this(noun, name, type, codec, reader, custom, tag, Held.NOTHING);
    }

    Field(
            Class<N> noun,
            String name,
            FieldType type,
            Codec<T> codec,
            Reader<N, T> reader,
            @Nullable FieldKey<T> custom,
            @Nullable String tag,
            Held held) {
        this.noun = noun;
        this.name = name;
        this.type = type;
        this.codec = codec;
        this.reader = reader;
        this.custom = custom;
        this.tag = tag;
        this.held = held;
    }

    /**
     * Returns the field's name in the text form of criteria.
     *
     * @return the name, such as {@code sector}, {@code custom:budget} or {@code tag:vip}
     */
    public String name() {
        return name;
    }

    /**
     * Returns the noun whose field this is.
     *
     * @return the class of its records
     */
    public Class<N> noun() {
        return noun;
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
     * Returns the key of the custom field this is.
     *
     * @return the key, or null for a field of the noun's own and for a tag
     */
    public @Nullable FieldKey<T> custom() {
        return custom;
    }

    /**
     * Returns the tag this is.
     *
     * @return the tag, or null for any other field
     */
    public @Nullable String tag() {
        return tag;
    }

    /**
     * Returns whose taking part this is.
     *
     * @return the identity of a person or a seller, or null for any other field
     */
    public @Nullable UUID participant() {
        return held.participant();
    }

    /**
     * Returns whose being there in a role this is.
     *
     * @return the code of a contact's role, or null for any other field
     */
    public @Nullable String role() {
        return held.role();
    }

    /**
     * Returns what being made from which documents this is.
     *
     * @return the documents, each as {@link io.crmkit.core.document.DocumentLink} writes it, at least one; or null for any
     *     other field
     */
    public @Nullable SortedSet<String> origins() {
        return held.origins();
    }

    /**
     * Reads the field of a record.
     *
     * @param record the record
     * @return the value, or null where it is not set
     */
    public @Nullable T read(N record) {
        return reader.read(record);
    }

    Reader<N, T> reader() {
        return reader;
    }

    /**
     * Returns a value as its kind has it.
     *
     * @param value a value of the field
     * @return the value as an object of the kind's {@linkplain FieldType#valueClass value class}: an identity as its
     *     UUID, a choice as its code
     */
    public Object plain(T value) {
        return codec.plain().apply(value);
    }

    T checked(T value) {
        requireNonNull(value, name);
        return value(type.checked(name, plain(value)));
    }

    T value(Object plain) {
        return codec.value().apply(plain);
    }

    private Criterion<N> compared(Operator operator, T value) {
        return new Criterion.Comparison<>(this, operator, value);
    }

    /**
     * Asks for a value.
     *
     * @param value the value
     * @return the criterion
     * @throws IllegalArgumentException if the value breaks its rule
     */
    public Criterion<N> is(T value) {
        return compared(Operator.IS, value);
    }

    /**
     * Asks for any other value; a record without a value is not meant.
     *
     * @param value the value not wanted
     * @return the criterion
     * @throws IllegalArgumentException if the value breaks its rule
     */
    public Criterion<N> isNot(T value) {
        return compared(Operator.IS_NOT, value);
    }

    /**
     * Asks for one of several values.
     *
     * @param values the values, 1 to 1,000
     * @return the criterion
     * @throws IllegalArgumentException if there are no values or over 1,000, or one breaks its rule
     */
    public Criterion<N> in(Collection<T> values) {
        return new Criterion.OneOf<>(this, List.copyOf(values));
    }

    /**
     * Asks for one of several values.
     *
     * @param values the values, 1 to 1,000
     * @return the criterion
     * @throws IllegalArgumentException if there are no values or over 1,000, or one breaks its rule
     */
    @SafeVarargs
    public final Criterion<N> in(T... values) {
        List<T> list = new ArrayList<>();
        for (T value : values) {
            list.add(value);
        }
        return in(list);
    }

    /**
     * Asks for less than a value.
     *
     * @param value the value
     * @return the criterion
     * @throws IllegalArgumentException if the field's kind has no order, or the value breaks its rule
     */
    public Criterion<N> less(T value) {
        return compared(Operator.LESS, value);
    }

    /**
     * Asks for a value or less.
     *
     * @param value the value
     * @return the criterion
     * @throws IllegalArgumentException if the field's kind has no order, or the value breaks its rule
     */
    public Criterion<N> atMost(T value) {
        return compared(Operator.AT_MOST, value);
    }

    /**
     * Asks for more than a value.
     *
     * @param value the value
     * @return the criterion
     * @throws IllegalArgumentException if the field's kind has no order, or the value breaks its rule
     */
    public Criterion<N> greater(T value) {
        return compared(Operator.GREATER, value);
    }

    /**
     * Asks for a value or more.
     *
     * @param value the value
     * @return the criterion
     * @throws IllegalArgumentException if the field's kind has no order, or the value breaks its rule
     */
    public Criterion<N> atLeast(T value) {
        return compared(Operator.AT_LEAST, value);
    }

    /**
     * Asks for a value from one bound to another, both included.
     *
     * @param low the least value meant
     * @param high the greatest value meant
     * @return the criterion
     * @throws IllegalArgumentException if the field's kind has no order, a bound breaks its rule, or the bounds are money
     *     of two currencies
     */
    public Criterion<N> between(T low, T high) {
        return new Criterion.Between<>(this, low, high);
    }

    /**
     * Asks for any value at all.
     *
     * @return the criterion
     */
    public Criterion<N> isSet() {
        return new Criterion.IsSet<>(this);
    }

    /**
     * Asks for a text that holds another, without regard to case.
     *
     * @param part what the text must hold
     * @return the criterion
     * @throws IllegalArgumentException if this is no field of texts, or the part breaks their rule
     */
    public Criterion<N> contains(T part) {
        return compared(Operator.CONTAINS, part);
    }

    /**
     * Asks for a text that begins with another, without regard to case.
     *
     * @param part what the text must begin with
     * @return the criterion
     * @throws IllegalArgumentException if this is no field of texts, or the part breaks their rule
     */
    public Criterion<N> startsWith(T part) {
        return compared(Operator.STARTS_WITH, part);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Field<?, ?> field
                && field.noun == noun
                && field.type == type
                && field.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * noun.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return noun.getSimpleName() + "." + name;
    }
}
