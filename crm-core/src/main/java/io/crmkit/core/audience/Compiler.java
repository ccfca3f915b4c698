package io.crmkit.core.audience;

import io.crmkit.core.audience.Criterion.All;
import io.crmkit.core.audience.Criterion.Any;
import io.crmkit.core.audience.Criterion.Between;
import io.crmkit.core.audience.Criterion.Comparison;
import io.crmkit.core.audience.Criterion.IsSet;
import io.crmkit.core.audience.Criterion.Not;
import io.crmkit.core.audience.Criterion.OneOf;
import io.crmkit.core.audience.Criterion.Operator;
import io.crmkit.core.audience.Field.Reader;
import io.crmkit.core.value.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Criteria to tests. Negations are pushed down to the fields, where unknown fails the test either way. */
final class Compiler {

    private static final Set<Operator> SEARCHES = Set.of(Operator.CONTAINS, Operator.STARTS_WITH);

    private Compiler() {}

    /** A test that is true where the criterion is true. */
    static <N> Predicate<N> compile(Criterion<N> criterion) {
        Predicate<N> test = compile(criterion, true);
        return test instanceof Group<N> group ? new Hot<>(group) : test;
    }

    /** A test that is true where the criterion is surely what is wanted, true or false. */
    private static <N> Predicate<N> compile(Criterion<N> criterion, boolean wanted) {
        if (criterion instanceof All<N>) {
            return group(criterion, wanted, wanted);
        } else if (criterion instanceof Any<N>) {
            return group(criterion, wanted, !wanted);
        } else if (criterion instanceof Not<N> not) {
            return compile(not.part(), !wanted);
        } else if (criterion instanceof Comparison<N, ?> comparison) {
            return comparison(comparison, wanted);
        } else if (criterion instanceof OneOf<N, ?> oneOf) {
            return oneOf(oneOf, wanted);
        } else if (criterion instanceof Between<N, ?> between) {
            return between(between, wanted);
        }
        return set(((IsSet<N, ?>) criterion).field(), wanted);
    }

    /* cheap tests first: most nouns go no farther */
    private static <N> Predicate<N> group(Criterion<N> criterion, boolean wanted, boolean all) {
        List<Predicate<N>> cheap = new ArrayList<>();
        List<Predicate<N>> costly = new ArrayList<>();
        spread(criterion, wanted, all, (part, surely) -> (isCheap(part) ? cheap : costly).add(compile(part, surely)));
        cheap.addAll(costly);
        return cheap.size() == 1 ? cheap.get(0) : new Group<>(all, cheap);
    }

    /* and within and is one and, and so is or within a negated and */
    private static <N> void spread(
            Criterion<N> part, boolean wanted, boolean all, BiConsumer<Criterion<N>, Boolean> parts) {
        if (part instanceof Not<N> not) {
            spread(not.part(), !wanted, all, parts);
        } else if (part instanceof All<N> every && all == wanted) {
            every.parts().forEach(inner -> spread(inner, wanted, all, parts));
        } else if (part instanceof Any<N> any && all != wanted) {
            any.parts().forEach(inner -> spread(inner, wanted, all, parts));
        } else {
            parts.accept(part, wanted);
        }
    }

    /* a field of the noun's own, and no search within a text */
    private static boolean isCheap(Criterion<?> part) {
        if (part instanceof Comparison<?, ?> comparison) {
            return isOwn(comparison.field()) && !SEARCHES.contains(comparison.operator());
        } else if (part instanceof OneOf<?, ?> oneOf) {
            return isOwn(oneOf.field());
        } else if (part instanceof Between<?, ?> between) {
            return isOwn(between.field());
        }
        return part instanceof IsSet<?, ?> isSet && isOwn(isSet.field());
    }

    private static boolean isOwn(Field<?, ?> field) {
        return field.custom() == null && field.tag() == null;
    }

    private static <N, T> Predicate<N> set(Field<N, T> field, boolean wanted) {
        Reader<N, T> reader = field.reader();
        return noun -> (reader.read(noun) != null) == wanted;
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
            case CONTAINS -> search(field, value, wanted, Folding::contains);
            case STARTS_WITH -> search(field, value, wanted, Folding::startsWith);
        };
    }

    private static <N, T> Predicate<N> search(
            Field<N, T> field, T value, boolean wanted, BiPredicate<String, String> search) {
        Reader<N, T> reader = field.reader();
        String part = Folding.folded((String) value);
        return noun -> {
            Object found = reader.read(noun);
            return found instanceof String text && search.test(text, part) == wanted;
        };
    }

    private static <N, T> Predicate<N> equal(Field<N, T> field, T value, boolean wanted) {
        Reader<N, T> reader = field.reader();
        if (!wanted) {
            return noun -> {
                T found = reader.read(noun);
                return found != null && !value.equals(found);
            };
        } else if (value instanceof Enum) {
            return noun -> reader.read(noun) == value;
        } else if (value instanceof String text) {
            return noun -> text.equals(reader.read(noun));
        }
        return noun -> value.equals(reader.read(noun));
    }

    /** Compares as less than the limit: 0 for less, 1 for at most. */
    private static <N, T> Predicate<N> below(Field<N, T> field, T value, int limit) {
        Reader<N, T> reader = field.reader();
        Orders order = Orders.of(field.type());
        return noun -> {
            T found = reader.read(noun);
            if (found == null) {
                return false;
            }
            int compared = order.compare(found, value);
            return compared < limit && compared != Orders.NONE;
        };
    }

    /** Compares as the limit or more: 0 for at least, 1 for greater. */
    private static <N, T> Predicate<N> above(Field<N, T> field, T value, int limit) {
        Reader<N, T> reader = field.reader();
        Orders order = Orders.of(field.type());
        return noun -> {
            T found = reader.read(noun);
            return found != null && order.compare(found, value) >= limit;
        };
    }

    private static <N, T> Predicate<N> oneOf(OneOf<N, T> oneOf, boolean wanted) {
        Reader<N, T> reader = oneOf.field().reader();
        Set<T> values = Set.copyOf(oneOf.values());
        return noun -> {
            T found = reader.read(noun);
            return found != null && values.contains(found) == wanted;
        };
    }

    private static <N, T> Predicate<N> between(Between<N, T> between, boolean wanted) {
        Field<N, T> field = between.field();
        return wanted
                ? new Group<>(true, List.of(above(field, between.low(), 0), below(field, between.high(), 1)))
                : new Group<>(false, List.of(below(field, between.low(), 0), above(field, between.high(), 1)));
    }
}
