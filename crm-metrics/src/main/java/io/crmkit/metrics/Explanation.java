package io.crmkit.metrics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How an answer came about: the figures it was computed from, by name and in the order of the computation.
 *
 * <p>Definition: the twin of an answer, for whoever asks "why this number?"; it repeats the answer's own figures and adds
 * those in between.
 *
 * <ul>
 *   <li>Shape: what is explained, and its terms in order.
 *   <li>Unit: rates as ratios, counts as counts, times in the unit of the answer; the name says which.
 *   <li>Range: finite figures.
 *   <li>Nothing to divide by: a figure that does not exist is not among the terms.
 *   <li>Errors: a figure that is not finite is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: each answer's own.
 *
 * @param answer what is explained, in words
 * @param terms the figures in the order of the computation
 */
public record Explanation(String answer, List<Term> terms) {

    /**
     * One named figure.
     *
     * @param name what it is
     * @param value the figure
     */
    public record Term(String name, double value) {

        /**
         * Checks the figure.
         *
         * @throws IllegalArgumentException where it is not finite
         */
        public Term {
            requireNonNull(name, "name");
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " must be finite: " + name + " = " + value);
            }
        }
    }

    /** Copies the terms. */
    public Explanation {
        requireNonNull(answer, "answer");
        terms = List.copyOf(terms);
    }

    /**
     * Begins an explanation.
     *
     * @param answer what is explained, in words
     * @return the explanation without terms
     */
    public static Explanation of(String answer) {
        return new Explanation(answer, List.of());
    }

    /**
     * Adds a figure.
     *
     * @param name what it is
     * @param value the figure
     * @return the longer explanation
     * @throws IllegalArgumentException where the figure is not finite
     */
    public Explanation with(String name, double value) {
        List<Term> longer = new ArrayList<>(terms);
        longer.add(new Term(name, value));
        return new Explanation(answer, longer);
    }

    /**
     * Adds a figure where there is one.
     *
     * @param name what it is
     * @param value the figure, or empty
     * @return the explanation, longer by the figure where there is one
     */
    public Explanation with(String name, OptionalDouble value) {
        return value.isEmpty() ? this : with(name, value.getAsDouble());
    }

    /**
     * Adds a count.
     *
     * @param name what is counted
     * @param count how many
     * @return the longer explanation
     */
    public Explanation with(String name, long count) {
        return with(name, (double) count);
    }

    /**
     * Adds level and ends of an interval where there is one.
     *
     * @param name what the interval is of
     * @param interval the interval, or empty
     * @return the explanation, longer by three figures where there is an interval
     */
    public Explanation with(String name, Optional<Interval> interval) {
        return interval.map(ends -> with(name + ", level", ends.level())
                        .with(name + ", lower " + method(ends), ends.lower())
                        .with(name + ", upper " + method(ends), ends.upper()))
                .orElse(this);
    }

    private static String method(Interval interval) {
        return interval.method().name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a figure by its name.
     *
     * @param name what it is
     * @return the figure, or empty where there is none of that name
     */
    public OptionalDouble term(String name) {
        return terms.stream()
                .filter(term -> term.name().equals(name))
                .mapToDouble(Term::value)
                .findFirst();
    }

    /**
     * Writes the explanation as lines to read.
     *
     * @return the answer, then a line per term
     */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder(answer);
        for (Term term : terms) {
            lines.append(String.format(Locale.ROOT, "%n  %-36s %s", term.name(), written(term.value())));
        }
        return lines.toString();
    }

    private static String written(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.6g", value);
    }
}
