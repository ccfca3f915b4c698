package io.crmkit.core.audience;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Predicate;

/**
 * Which records of a noun are meant, as data: made from typed fields, written as text, evaluated in memory and in SQL.
 *
 * <p>Definition: a criterion is true, false or unknown for a record, and means the records it is true for.
 * <ol>
 *   <li>A comparison with a field that is not set is unknown, {@code isNot} like every other; so is its negation. Who
 *       wants those records too asks for them: {@code SECTOR.isNot("Retail").or(SECTOR.isSet().not())}.
 *   <li>{@code isSet} is true or false, never unknown.
 *   <li>{@code and} is false where a part is false, else unknown where a part is unknown, else true; {@code or} is true
 *       where a part is true, else unknown where a part is unknown, else false; {@code not} makes true of false and false
 *       of true, and leaves unknown as it is: the three-valued logic of SQL. All of no criteria is true, any of no
 *       criteria is false.
 *   <li>Texts are equal when their code points are, and ordered by the first code point that differs; no case, accent,
 *       blank or language is made equal.
 *   <li>{@code contains} and {@code startsWith} disregard case as {@link io.crmkit.core.value.Folding} does, and nothing
 *       else; no character stands for others.
 *   <li>Numbers compare by value: 1.0 is 1. Instants compare at the microsecond.
 *   <li>Money is equal when amount and currency are. Money of another currency is neither less nor greater: the
 *       comparison is unknown.
 *   <li>{@code in} is the {@code or} of {@code is} over its values; {@code between} is at least the lower and at most the
 *       upper bound, both included.
 *   <li>A tag is a field that is true where the record has the tag and false where it has not; it is always set.
 *   <li>A custom field that holds a value of another kind is not set.
 * </ol>
 * These are SQL's rules for null, so that a store may hand a criterion to its database as it is.
 *
 * <p>What it is not: a promise about speed, or about who may see what; a store adds the tenant by itself.
 *
 * @param <N> the noun
 */
public sealed interface Criterion<N>
        permits Criterion.Comparison,
                Criterion.OneOf,
                Criterion.Between,
                Criterion.IsSet,
                Criterion.All,
                Criterion.Any,
                Criterion.Not {

    /** How a field's value is compared with another. */
    enum Operator {
        /** Equal to it. */
        IS("is"),
        /** Not equal to it. */
        IS_NOT("isNot"),
        /** Less than it. */
        LESS("less"),
        /** Less than it, or equal. */
        AT_MOST("atMost"),
        /** Greater than it. */
        GREATER("greater"),
        /** Greater than it, or equal. */
        AT_LEAST("atLeast"),
        /** Holds it, without regard to case. */
        CONTAINS("contains"),
        /** Begins with it, without regard to case. */
        STARTS_WITH("startsWith");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        /**
         * Returns the operator's word in the text form.
         *
         * @return the word, such as {@code atMost}
         */
        public String word() {
            return word;
        }
    }

    /**
     * Compares a field with a value.
     *
     * @param <N> the noun
     * @param <T> the class of the values
     * @param field the field
     * @param operator how they are compared
     * @param value the value
     */
    record Comparison<N, T>(Field<N, T> field, Operator operator, T value) implements Criterion<N> {

        /**
         * Makes a comparison.
         *
         * @throws IllegalArgumentException if the operator does not fit the field's kind, or the value breaks its rule
         */
        public Comparison {
            FieldChecks.operator(field, operator);
            value = field.checked(value);
        }
    }

    /**
     * Asks for one of several values.
     *
     * @param <N> the noun
     * @param <T> the class of the values
     * @param field the field
     * @param values the values, 1 to 1,000
     */
    record OneOf<N, T>(Field<N, T> field, List<T> values) implements Criterion<N> {

        /**
         * Makes the criterion.
         *
         * @throws IllegalArgumentException if there are no values or over 1,000, or one breaks its rule
         */
        public OneOf {
            values = FieldChecks.values(field, values);
        }
    }

    /**
     * Asks for a value from one bound to another, both included.
     *
     * @param <N> the noun
     * @param <T> the class of the values
     * @param field the field
     * @param low the least value meant
     * @param high the greatest value meant; where it is less than the least, no value is meant
     */
    record Between<N, T>(Field<N, T> field, T low, T high) implements Criterion<N> {

        /**
         * Makes the criterion.
         *
         * @throws IllegalArgumentException if the field's kind has no order, a bound breaks its rule, or the bounds are
         *     money of two currencies
         */
        public Between {
            FieldChecks.ordered(field, "between");
            low = field.checked(low);
            high = field.checked(high);
            FieldChecks.oneCurrency(field, low, high);
        }
    }

    /**
     * Asks for any value at all.
     *
     * @param <N> the noun
     * @param <T> the class of the values
     * @param field the field
     */
    record IsSet<N, T>(Field<N, T> field) implements Criterion<N> {

        /** Makes the criterion. */
        public IsSet {
            requireNonNull(field, "field");
        }
    }

    /**
     * Asks for all of several criteria.
     *
     * @param <N> the noun
     * @param parts the criteria
     */
    record All<N>(List<Criterion<N>> parts) implements Criterion<N> {

        /** Makes the criterion. */
        public All {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Asks for any of several criteria.
     *
     * @param <N> the noun
     * @param parts the criteria
     */
    record Any<N>(List<Criterion<N>> parts) implements Criterion<N> {

        /** Makes the criterion. */
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Asks for the contrary.
     *
     * @param <N> the noun
     * @param part the criterion
     */
    record Not<N>(Criterion<N> part) implements Criterion<N> {

        /** Makes the criterion. */
        public Not {
            requireNonNull(part, "part");
        }
    }

    /**
     * Asks for every record.
     *
     * @param <N> the noun
     * @return a criterion that is true for all: all of no criteria
     */
    static <N> Criterion<N> everything() {
        return new All<>(List.of());
    }

    /**
     * Asks for no record.
     *
     * @param <N> the noun
     * @return a criterion that is false for all: any of no criteria
     */
    static <N> Criterion<N> nothing() {
        return new Any<>(List.of());
    }

    /**
     * Asks for this and another.
     *
     * @param other the other criterion
     * @return both
     */
    default Criterion<N> and(Criterion<N> other) {
        return new All<>(List.of(this, other));
    }

    /**
     * Asks for this or another.
     *
     * @param other the other criterion
     * @return either
     */
    default Criterion<N> or(Criterion<N> other) {
        return new Any<>(List.of(this, other));
    }

    /**
     * Asks for the contrary of this.
     *
     * @return the negation
     */
    default Criterion<N> not() {
        return new Not<>(this);
    }

    /**
     * Prepares this criterion for many records.
     *
     * @return a test that is true where this criterion is true, false where it is false or unknown; threads may
     *     share it; it allocates nothing but when it has been asked ten thousand times, and is put into one piece
     */
    default Predicate<N> compile() {
        return Compiler.compile(this);
    }

    /**
     * Writes this criterion as JSON, such as
     * <code>{"and":[{"field":"sector","is":"Retail"},{"field":"amount","atLeast":"5000.00 EUR"}]}</code>.
     *
     * <p>{@link Fields#read} reads it, up to 30 criteria within each other.
     *
     * @return the text, the same for equal criteria
     */
    default String toText() {
        return CriterionWriter.text(this);
    }
}
