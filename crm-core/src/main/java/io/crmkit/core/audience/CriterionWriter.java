package io.crmkit.core.audience;

import io.crmkit.core.audience.Criterion.All;
import io.crmkit.core.audience.Criterion.Any;
import io.crmkit.core.audience.Criterion.Between;
import io.crmkit.core.audience.Criterion.Comparison;
import io.crmkit.core.audience.Criterion.IsSet;
import io.crmkit.core.audience.Criterion.Not;
import io.crmkit.core.audience.Criterion.OneOf;
import io.crmkit.core.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Criteria to their text form. */
final class CriterionWriter {

    private CriterionWriter() {}

    static String text(Criterion<?> criterion) {
        return Json.write(plain(criterion));
    }

    private static Map<String, Object> plain(Criterion<?> criterion) {
        if (criterion instanceof All<?> all) {
            return Map.of("and", parts(all.parts()));
        } else if (criterion instanceof Any<?> any) {
            return Map.of("or", parts(any.parts()));
        } else if (criterion instanceof Not<?> not) {
            return Map.of("not", plain(not.part()));
        } else if (criterion instanceof Comparison<?, ?> comparison) {
            return comparison(comparison);
        } else if (criterion instanceof OneOf<?, ?> oneOf) {
            return oneOf(oneOf);
        } else if (criterion instanceof Between<?, ?> between) {
            return between(between);
        }
        return leaf(((IsSet<?, ?>) criterion).field(), "set", true);
    }

    private static List<Object> parts(List<? extends Criterion<?>> parts) {
        return parts.stream().<Object>map(CriterionWriter::plain).toList();
    }

    private static Map<String, Object> leaf(Field<?, ?> field, String operator, Object plain) {
        Map<String, Object> leaf = new LinkedHashMap<>();
        leaf.put("field", field.name());
        leaf.put(operator, plain);
        return leaf;
    }

    private static <T> Map<String, Object> comparison(Comparison<?, T> comparison) {
        return leaf(comparison.field(), comparison.operator().word(), value(comparison.field(), comparison.value()));
    }

    private static <T> Map<String, Object> oneOf(OneOf<?, T> oneOf) {
        Field<?, T> field = oneOf.field();
        return leaf(
                field,
                "in",
                oneOf.values().stream().map(each -> value(field, each)).toList());
    }

    private static <T> Map<String, Object> between(Between<?, T> between) {
        Field<?, T> field = between.field();
        return leaf(field, "between", List.of(value(field, between.low()), value(field, between.high())));
    }

    private static <T> Object value(Field<?, T> field, T value) {
        return field.type().plain(field.plain(value));
    }
}
