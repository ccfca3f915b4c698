package io.crmkit.jpa;

import io.crmkit.core.journal.FieldChange;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changed fields as one text: a JSON array of {@code [field, before, after]}, which databases can take apart. */
final class FieldsJson {

    private static final char END = '\0';
    private static final HexFormat HEX = HexFormat.of();

    private final String text;
    private int at;

    private FieldsJson(String text) {
        this.text = text;
    }

    static String write(List<FieldChange> fields) {
        StringBuilder json = new StringBuilder(64 * (fields.size() + 1)).append('[');
        for (FieldChange field : fields) {
            json.append(json.length() == 1 ? "[" : ",[");
            write(json, field.field());
            write(json.append(','), field.before());
            write(json.append(','), field.after());
            json.append(']');
        }
        return json.append(']').toString();
    }

    private static void write(StringBuilder json, @Nullable String value) {
        if (value == null) {
            json.append("null");
            return;
        }
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || (Character.isSurrogate(c) && !isPaired(value, i))) {
                json.append("\\u").append(HEX.toHexDigits(c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    private static boolean isPaired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    static List<FieldChange> read(String json) {
        return new FieldsJson(json).fields();
    }

    private List<FieldChange> fields() {
        List<FieldChange> fields = new ArrayList<>();
        take('[');
        while (peek() != ']') {
            if (!fields.isEmpty()) {
                take(',');
            }
            fields.add(field());
        }
        take(']');
        if (peek() != END) {
            throw unreadable();
        }
        return fields;
    }

    private FieldChange field() {
        take('[');
        String field = value();
        take(',');
        String before = value();
        take(',');
        String after = value();
        take(']');
        if (field == null) {
            throw unreadable();
        }
        return new FieldChange(field, before, after);
    }

    private @Nullable String value() {
        if (text.startsWith("null", at)) {
            at += "null".length();
            return null;
        }
        take('"');
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            value.append(character());
        }
        take('"');
        return value.toString();
    }

    private char character() {
        if (at >= text.length()) {
            throw unreadable();
        }
        char c = text.charAt(at++);
        if (c != '\\') {
            return c;
        }
        char escaped = peek();
        at++;
        return escaped == 'u' ? codeUnit() : escaped;
    }

    private char codeUnit() {
        if (at + 4 > text.length()) {
            throw unreadable();
        }
        at += 4;
        return (char) Integer.parseInt(text, at - 4, at, 16);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private void take(char expected) {
        if (peek() != expected) {
            throw unreadable();
        }
        at++;
    }

    private IllegalStateException unreadable() {
        return new IllegalStateException("crm_journal.fields must be a JSON array of [field, before, after]: unreadable"
                + " at character " + at + " of " + text.length());
    }
}
