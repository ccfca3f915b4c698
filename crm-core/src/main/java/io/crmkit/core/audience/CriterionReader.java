package io.crmkit.core.audience;

import io.crmkit.core.audience.Criterion.Operator;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.Json;
import io.crmkit.core.value.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Criteria from their text form; everything that is wrong is found before anything is refused. */
final class CriterionReader<N> {

    private final Fields<N> fields;
    private final List<Violation> violations = new ArrayList<>();

    CriterionReader(Fields<N> fields) {
        this.fields = fields;
    }

    Criterion<N> read(String text) {
        Criterion<N> read = criterion("criterion", json(text));
        if (!violations.isEmpty()) {
            throw new InvalidCommandException("criterion", violations);
        }
        return read;
    }

    private static @Nullable Object json(String text) {
        try {
            return Json.read(text);
        } catch (IllegalArgumentException broken) {
            throw new InvalidCommandException(
                    "criterion",
                    List.of(new Violation("criterion", text, "must be well-formed: " + broken.getMessage())));
        }
    }

    private Criterion<N> criterion(String path, @Nullable Object json) {
        if (json instanceof Map<?, ?> object) {
            if (object.get("field") instanceof String name && object.size() == 2) {
                return leaf(name, object);
            }
            if (object.size() == 1) {
                Map.Entry<?, ?> only = object.entrySet().iterator().next();
                String word = (String) only.getKey();
                return group(path + "." + word, word, only.getValue());
            }
        }
        return refused(path, json, "must be one of and, or, not, or a field and how it compares");
    }

    private Criterion<N> group(String path, String word, @Nullable Object json) {
        if (word.equals("not")) {
            return new Criterion.Not<>(criterion(path, json));
        }
        boolean all = word.equals("and");
        if (!(all || word.equals("or")) || !(json instanceof List<?> list)) {
            return refused(path, json, "must be and or or with a list, not, or a field and how it compares");
        }
        List<Criterion<N>> parts = new ArrayList<>();
        for (Object each : list) {
            parts.add(criterion(path + "[" + parts.size() + "]", each));
        }
        return all ? new Criterion.All<>(parts) : new Criterion.Any<>(parts);
    }

    private Criterion<N> refused(String field, @Nullable Object value, String rule) {
        String shown = value == null || value instanceof String ? (String) value : Json.write(value);
        violations.add(new Violation(field, shown, rule));
        return fields.everything();
    }

    private Criterion<N> leaf(String name, Map<?, ?> object) {
        Map<Object, @Nullable Object> rest = new LinkedHashMap<>(object);
        rest.remove("field");
        Map.Entry<Object, @Nullable Object> only = rest.entrySet().iterator().next();
        Field<N, ?> field = fields.find(name).orElse(null);
        return field == null
                ? refused(name, null, "must be one of " + String.join(", ", fields.names()))
                : leaf(field, (String) only.getKey(), only.getValue());
    }

    private <T> Criterion<N> leaf(Field<N, T> field, String word, @Nullable Object json) {
        return switch (word) {
            case "set" ->
                Boolean.TRUE.equals(json) ? field.isSet() : refused(field.name() + " set", json, "must be true");
            case "in" -> in(field, json);
            case "between" -> between(field, json);
            default -> comparison(field, word, json);
        };
    }

    private <T> Criterion<N> comparison(Field<N, T> field, String word, @Nullable Object json) {
        Operator operator = Arrays.stream(Operator.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElse(null);
        if (operator == null) {
            return refused(field.name(), word, "must be a comparison such as is, less, in, between or set");
        }
        String misfit = FieldChecks.misfit(field.type(), operator);
        if (misfit != null) {
            return refused(field.name(), word, misfit);
        }
        T value = value(field, json);
        return value == null ? fields.everything() : new Criterion.Comparison<>(field, operator, value);
    }

    private <T> Criterion<N> in(Field<N, T> field, @Nullable Object json) {
        if (!(json instanceof List<?> list) || list.isEmpty() || list.size() > FieldChecks.MOST_VALUES) {
            return refused(field.name(), "in", "must be a list of 1 to 1,000 values");
        }
        return whole(field, list, values -> new Criterion.OneOf<>(field, values));
    }

    private <T> Criterion<N> between(Field<N, T> field, @Nullable Object json) {
        String unordered = FieldChecks.unordered(field.type());
        if (unordered != null || !(json instanceof List<?> list) || list.size() != 2) {
            return refused(field.name(), "between", unordered == null ? "must be a list of two values" : unordered);
        }
        return whole(field, list, values -> new Criterion.Between<>(field, values.get(0), values.get(1)));
    }

    private <T> Criterion<N> whole(Field<N, T> field, List<?> list, Function<List<T>, Criterion<N>> make) {
        List<T> values = new ArrayList<>();
        for (Object each : list) {
            T value = value(field, each);
            if (value != null) {
                values.add(value);
            }
        }
        try {
            return values.size() == list.size() ? make.apply(values) : fields.everything();
        } catch (IllegalArgumentException twoCurrencies) {
            return refused(field.name(), Json.write(list), "must be of one currency");
        }
    }

    private <T> @Nullable T value(Field<N, T> field, @Nullable Object json) {
        Object plain = json == null ? null : field.type().read(json);
        String broken = plain == null ? field.type().form() : field.type().brokenRule(plain);
        if (plain == null || broken != null) {
            refused(field.name(), json, String.valueOf(broken));
            return null;
        }
        try {
            return field.checked(field.value(plain));
        } catch (IllegalArgumentException noSuchCode) {
            refused(field.name(), json, "must be a code of that field");
            return null;
        }
    }
}
