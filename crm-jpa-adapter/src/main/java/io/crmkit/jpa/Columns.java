package io.crmkit.jpa;

import io.crmkit.core.audience.Field;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.FieldType;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Where a field's value stands in a row.
 *
 * @param value the value; of money, its amount
 * @param folded the text without regard to case; the value itself where it is no text
 * @param currency the currency of money; the value itself where it is no money
 */
record Columns(Path<?> value, Path<?> folded, Path<?> currency) {

    /* attributes are called as fields are, but for these */
    private static final Map<String, String> ATTRIBUTES =
            Map.of("amount", "worth", "type", "typeCode", "at", "occurredAt");

    static Columns own(Path<?> row, Field<?, ?> field) {
        String attribute = ATTRIBUTES.getOrDefault(field.name(), field.name());
        Path<?> value = row.get(attribute);
        return switch (field.type()) {
            case TEXT -> new Columns(value, row.get(attribute + "Folded"), value);
            case MONEY -> new Columns(value.get("amount"), value, value.get("currency"));
            case NUMBER, DATE, INSTANT, BOOLEAN, ID, CHOICE -> new Columns(value, value, value);
        };
    }

    static Columns custom(Path<?> row, FieldKey<?> key) {
        Path<?> value = row.get(attribute(key.type()));
        return switch (key.type()) {
            case TEXT -> new Columns(value, row.get("textFolded"), value);
            case MONEY -> new Columns(value, value, row.get("currency"));
            case NUMBER, DATE, INSTANT, BOOLEAN, ID, CHOICE -> new Columns(value, value, value);
        };
    }

    private static String attribute(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE -> "text";
            case NUMBER, MONEY -> "number";
            case DATE -> "date";
            case INSTANT -> "instant";
            case BOOLEAN -> "yesOrNo";
            case ID -> "identity";
        };
    }

    @SuppressWarnings("unchecked") // the column of a text
    Expression<String> text() {
        return (Expression<String>) value;
    }

    @SuppressWarnings("unchecked") // the column beside a text
    Expression<String> foldedText() {
        return (Expression<String>) folded;
    }

    @SuppressWarnings("unchecked") // the column of an amount
    Expression<BigDecimal> amount() {
        return (Expression<BigDecimal>) value;
    }

    @SuppressWarnings("unchecked") // a column whose values have an order
    Expression<Comparable<Object>> ordered() {
        return (Expression<Comparable<Object>>) value;
    }
}
