package io.crmkit.core.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain values to JSON (RFC 8259) and back: maps, lists, texts, numbers, true, false and null.
 *
 * <p>What is written is in one line without blanks, so that equal values are equal texts.
 */
public final class Json {

    private Json() {}

    /**
     * Writes a value.
     *
     * @param value a {@link Map} by {@link String}, a {@link Collection}, a {@link String}, a {@link BigDecimal}, a
     *     {@link Boolean} or null, and the same within
     * @return the text
     * @throws IllegalArgumentException if the value holds anything else
     */
    public static String write(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        return text.toString();
    }

    /**
     * Reads a value.
     *
     * @param text the JSON text
     * @return a {@link java.util.LinkedHashMap}, a {@link java.util.List}, a {@link String}, a {@link BigDecimal}, a
     *     {@link Boolean} or null, and the same within
     * @throws IllegalArgumentException if the text is not JSON, names a member twice, is nested in more than 64 levels
     *     or has a number of more than 100 characters; the message says where
     */
    public static @Nullable Object read(String text) {
        return new JsonReader(text).document();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            appendMap(text, map);
        } else if (value instanceof Collection<?> list) {
            String separator = "[";
            for (Object each : list) {
                append(text.append(separator), each);
                separator = ",";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String words) {
            appendText(text, words);
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else if (value == null || value instanceof Boolean) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("value must be plain: " + value.getClass());
        }
    }

    private static void appendMap(StringBuilder text, Map<?, ?> map) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            appendText(text.append(separator), (String) entry.getKey());
            append(text.append(':'), entry.getValue());
            separator = ",";
        }
        text.append(map.isEmpty() ? "{}" : "}");
    }

    private static void appendText(StringBuilder text, String words) {
        text.append('"');
        for (int i = 0; i < words.length(); i++) {
            char unit = words.charAt(i);
            if (unit == '"' || unit == '\\') {
                text.append('\\').append(unit);
            } else if (unit < ' ') {
                text.append("\\u%04x".formatted((int) unit));
            } else {
                text.append(unit);
            }
        }
        text.append('"');
    }
}
