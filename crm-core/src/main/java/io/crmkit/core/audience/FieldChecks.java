package io.crmkit.core.audience;

import io.crmkit.core.audience.Criterion.Operator;
import io.crmkit.core.value.FieldType;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What fits which field. */
final class FieldChecks {

    static final int MOST_VALUES = 1_000;

    private FieldChecks() {}

    static void operator(Field<?, ?> field, Operator operator) {
        refuse(field, operator.word(), misfit(field.type(), operator));
    }

    static void ordered(Field<?, ?> field, String operator) {
        refuse(field, operator, unordered(field.type()));
    }

    static @Nullable String misfit(FieldType type, Operator operator) {
        return switch (operator) {
            case IS, IS_NOT -> null;
            case LESS, AT_MOST, GREATER, AT_LEAST -> unordered(type);
            case CONTAINS, STARTS_WITH ->
                type == FieldType.TEXT ? null : "needs a field of texts, not of kind " + type.word();
        };
    }

    static @Nullable String unordered(FieldType type) {
        return type.isOrdered() ? null : "needs values with an order, not of kind " + type.word();
    }

    static <T> List<T> values(Field<?, T> field, List<T> values) {
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            refuse(field, "in", "must have 1 to 1,000 values, not " + values.size());
        }
        return values.stream().map(field::checked).toList();
    }

    static void oneCurrency(Field<?, ?> field, Object low, Object high) {
        if (low instanceof Money from
                && high instanceof Money to
                && !from.currency().equals(to.currency())) {
            refuse(field, from + " to " + to, "must be of one currency");
        }
    }

    private static void refuse(Field<?, ?> field, String value, @Nullable String rule) {
        if (rule != null) {
            throw new IllegalArgumentException(new Violation(field.name(), value, rule).toString());
        }
    }
}
