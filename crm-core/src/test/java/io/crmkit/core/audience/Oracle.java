package io.crmkit.core.audience;

import io.crmkit.core.audience.Criterion.All;
import io.crmkit.core.audience.Criterion.Any;
import io.crmkit.core.audience.Criterion.Between;
import io.crmkit.core.audience.Criterion.Comparison;
import io.crmkit.core.audience.Criterion.IsSet;
import io.crmkit.core.audience.Criterion.Not;
import io.crmkit.core.audience.Criterion.OneOf;
import io.crmkit.core.audience.Criterion.Operator;
import io.crmkit.core.value.Money;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of criteria, one by one and slowly: true, false, or null where unknown. */
final class Oracle {

    private Oracle() {}

    static <N> @Nullable Boolean of(Criterion<N> criterion, N record) {
        if (criterion instanceof All<N> all) {
            Boolean whole = true;
            for (Criterion<N> part : all.parts()) {
                whole = and(whole, of(part, record));
            }
            return whole;
        } else if (criterion instanceof Any<N> any) {
            Boolean whole = false;
            for (Criterion<N> part : any.parts()) {
                whole = not(and(not(whole), not(of(part, record))));
            }
            return whole;
        } else if (criterion instanceof Not<N> not) {
            return not(of(not.part(), record));
        } else if (criterion instanceof IsSet<N, ?> set) {
            return set.field().read(record) != null;
        }
        return leaf(criterion, record);
    }

    private static <N> @Nullable Boolean leaf(Criterion<N> criterion, N record) {
        if (criterion instanceof Comparison<N, ?> comparison) {
            return compared(comparison.operator(), comparison.field().read(record), comparison.value());
        } else if (criterion instanceof OneOf<N, ?> oneOf) {
            Boolean found = false;
            for (Object value : oneOf.values()) {
                found = not(
                        and(not(found), not(compared(Operator.IS, oneOf.field().read(record), value))));
            }
            return found;
        }
        Between<?, ?> between = (Between<?, ?>) criterion;
        Object value = ((Between<N, ?>) criterion).field().read(record);
        return and(
                compared(Operator.AT_LEAST, value, between.low()), compared(Operator.AT_MOST, value, between.high()));
    }

    private static @Nullable Boolean and(@Nullable Boolean one, @Nullable Boolean other) {
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        return one == null || other == null ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean not(@Nullable Boolean one) {
        return one == null ? null : Boolean.valueOf(!one);
    }

    private static @Nullable Boolean compared(Operator operator, @Nullable Object found, Object value) {
        if (found == null) {
            return null;
        }
        return switch (operator) {
            case IS -> found.equals(value);
            case IS_NOT -> !found.equals(value);
            case LESS -> signed(found, value, -1);
            case AT_MOST -> signed(found, value, -1, 0);
            case GREATER -> signed(found, value, 1);
            case AT_LEAST -> signed(found, value, 0, 1);
            case CONTAINS -> folded(found).contains(folded(value));
            case STARTS_WITH -> folded(found).startsWith(folded(value));
        };
    }

    private static @Nullable Boolean signed(Object found, Object value, int... wanted) {
        if (found instanceof Money one && value instanceof Money other) {
            return one.currency().equals(other.currency()) ? signed(one.amount(), other.amount(), wanted) : null;
        }
        int sign = Integer.signum(order(found, value));
        return Arrays.stream(wanted).anyMatch(each -> each == sign);
    }

    @SuppressWarnings("unchecked") // both are of the field's class
    private static int order(Object found, Object value) {
        return found instanceof String text
                ? Arrays.compare(
                        text.codePoints().toArray(),
                        ((String) value).codePoints().toArray())
                : ((Comparable<Object>) found).compareTo(value);
    }

    private static String folded(Object text) {
        return ((String) text)
                .codePoints()
                .map(point -> Character.toLowerCase(Character.toUpperCase(point)))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
