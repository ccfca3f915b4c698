package io.crmkit.core.audience;

import io.crmkit.core.audience.Criterion.All;
import io.crmkit.core.audience.Criterion.Any;
import io.crmkit.core.audience.Criterion.Between;
import io.crmkit.core.audience.Criterion.Comparison;
import io.crmkit.core.audience.Criterion.IsSet;
import io.crmkit.core.audience.Criterion.Not;
import io.crmkit.core.audience.Criterion.OneOf;
import io.crmkit.core.value.Folding;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Criteria to tests. Negations are pushed down to the fields, where unknown fails the test either way. */
final class Compiler {

    private Compiler() {}

    /** A test that is true where the criterion is surely what is wanted, true or false. */
    static <N> Predicate<N> compile(Criterion<N> criterion, boolean wanted) {
        if (criterion instanceof All<N> all) {
            return wanted ? every(parts(all.parts(), true)) : some(parts(all.parts(), false));
        } else if (criterion instanceof Any<N> any) {
            return wanted ? some(parts(any.parts(), true)) : every(parts(any.parts(), false));
        } else if (criterion instanceof Not<N> not) {
            return compile(not.part(), !wanted);
        } else if (criterion instanceof Comparison<N, ?> comparison) {
            return comparison(comparison, wanted);
        } else if (criterion instanceof OneOf<N, ?> oneOf) {
            return oneOf(oneOf, wanted);
        } else if (criterion instanceof Between<N, ?> between) {
            return between(between, wanted);
        }
        Field<N, ?> field = ((IsSet<N, ?>) criterion).field();
        return noun -> (field.read(noun) != null) == wanted;
    }

    private static <N> List<Predicate<N>> parts(List<Criterion<N>> parts, boolean wanted) {
        return parts.stream().map(part -> compile(part, wanted)).toList();
    }

    private static <N> Predicate<N> every(List<Predicate<N>> tests) {
        if (tests.size() == 1) {
            return tests.get(0);
        }
        Predicate<N>[] array = array(tests);
        return noun -> {
            for (Predicate<N> test : array) {
                if (!test.test(noun)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static <N> Predicate<N> some(List<Predicate<N>> tests) {
        if (tests.size() == 1) {
            return tests.get(0);
        }
        Predicate<N>[] array = array(tests);
        return noun -> {
            for (Predicate<N> test : array) {
                if (test.test(noun)) {
                    return true;
                }
            }
            return false;
        };
    }

    @SuppressWarnings("unchecked") // filled from a list of that type, and never shown
    private static <N> Predicate<N>[] array(List<Predicate<N>> tests) {
        return tests.toArray(Predicate[]::new);
    }

    private static <N, T> Predicate<N> comparison(Comparison<N, T> comparison, boolean wanted) {
        Field<N, T> field = comparison.field();
        T value = comparison.value();
        return switch (comparison.operator()) {
            case IS -> equal(field, value, wanted);
            case IS_NOT -> equal(field, value, !wanted);
            case LESS -> wanted ? below(field, value, 0) : above(field, value, 0);
            case AT_MOST -> wanted ? below(field, value, 1) : above(field, value, 1);
            case GREATER -> wanted ? above(field, value, 1) : below(field, value, 1);
            case AT_LEAST -> wanted ? above(field, value, 0) : below(field, value, 0);
            case CONTAINS -> {
                String part = Folding.folded((String) value);
                yield noun -> known(field.read(noun)) instanceof String text && Folding.contains(text, part) == wanted;
            }
            case STARTS_WITH -> {
                String part = Folding.folded((String) value);
                yield noun ->
                        known(field.read(noun)) instanceof String text && Folding.startsWith(text, part) == wanted;
            }
        };
    }

    private static @Nullable Object known(@Nullable Object value) {
        return value;
    }

    private static <N, T> Predicate<N> equal(Field<N, T> field, T value, boolean wanted) {
        return noun -> {
            T found = field.read(noun);
            return found != null && found.equals(value) == wanted;
        };
    }

    /** Compares as less than the limit: 0 for less, 1 for at most. */
    private static <N, T> Predicate<N> below(Field<N, T> field, T value, int limit) {
        Orders order = Orders.of(field.type());
        return noun -> {
            T found = field.read(noun);
            if (found == null) {
                return false;
            }
            int compared = order.compare(found, value);
            return compared < limit && compared != Orders.NONE;
        };
    }

    /** Compares as the limit or more: 0 for at least, 1 for greater. */
    private static <N, T> Predicate<N> above(Field<N, T> field, T value, int limit) {
        Orders order = Orders.of(field.type());
        return noun -> {
            T found = field.read(noun);
            return found != null && order.compare(found, value) >= limit;
        };
    }

    private static <N, T> Predicate<N> oneOf(OneOf<N, T> oneOf, boolean wanted) {
        Field<N, T> field = oneOf.field();
        Set<T> values = Set.copyOf(oneOf.values());
        return noun -> {
            T found = field.read(noun);
            return found != null && values.contains(found) == wanted;
        };
    }

    private static <N, T> Predicate<N> between(Between<N, T> between, boolean wanted) {
        Field<N, T> field = between.field();
        return wanted
                ? every(List.of(above(field, between.low(), 0), below(field, between.high(), 1)))
                : some(List.of(below(field, between.low(), 0), above(field, between.high(), 1)));
    }
}
