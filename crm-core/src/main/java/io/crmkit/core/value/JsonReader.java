package io.crmkit.core.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one JSON text, from its first character to its last. */
final class JsonReader {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 100;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]{1,4}+)?");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    @Nullable
    Object document() {
        Object value = value();
        if (at < text.length()) {
            throw broken("nothing must follow");
        }
        return value;
    }

    private @Nullable Object value() {
        blanks();
        Object value = switch (peek()) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::list);
            case '"' -> words();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
        blanks();
        return value;
    }

    private interface Part {
        Object read();
    }

    private Object nested(Part part) {
        if (++depth > DEEPEST) {
            throw broken("must be nested in at most 64 levels");
        }
        at++;
        Object value = part.read();
        depth--;
        return value;
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        blanks();
        if (taken('}')) {
            return members;
        }
        do {
            blanks();
            String name = words();
            blanks();
            require(':');
            if (members.containsKey(name)) {
                throw broken("must not name '" + Text.shown(name) + "' twice");
            }
            members.put(name, value());
        } while (taken(','));
        require('}');
        return members;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> items = new ArrayList<>();
        blanks();
        if (taken(']')) {
            return items;
        }
        do {
            items.add(value());
        } while (taken(','));
        require(']');
        return items;
    }

    private String words() {
        require('"');
        StringBuilder words = new StringBuilder();
        while (peek() != '"') {
            char unit = text.charAt(at++);
            if (unit < ' ') {
                throw broken("control characters must be escaped");
            }
            words.append(unit == '\\' ? escaped() : unit);
        }
        at++;
        return words.toString();
    }

    private char escaped() {
        char letter = peek();
        at++;
        if (letter == 'u'
                && at + 4 <= text.length()
                && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int index = ESCAPES.indexOf(letter);
        if (index < 0) {
            throw broken("unknown escape");
        }
        return ESCAPED.charAt(index);
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw broken("must be a value");
        }
        at += word.length();
        return value;
    }

    private BigDecimal number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt() || matcher.end() - at > LONGEST_NUMBER) {
            throw broken("must be a value");
        }
        at = matcher.end();
        return new BigDecimal(matcher.group());
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw broken("must not end");
        }
        return text.charAt(at);
    }

    private boolean taken(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private void require(char expected) {
        if (!taken(expected)) {
            throw broken("must be '" + expected + "'");
        }
    }

    private IllegalArgumentException broken(String rule) {
        return new IllegalArgumentException("JSON " + rule + " at position " + at);
    }
}
