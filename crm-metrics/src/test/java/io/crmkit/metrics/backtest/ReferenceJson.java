package io.crmkit.metrics.backtest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A reference file in JSON, read by a parser that knows what those files hold: no escapes, no nulls. */
public final class ReferenceJson {

    private final String text;
    private int at;

    private ReferenceJson(String text) {
        this.text = text;
    }

    /** Reads {@code reference/<name>}, or skips the test where it is absent. */
    public static Object read(String name) throws IOException {
        Path file = shared("reference/" + name);
        return new ReferenceJson(Files.readString(file)).value();
    }

    /** Finds a file beside the repository, or skips the test where it is absent. */
    public static Path shared(String name) {
        String shared = System.getProperty("crmkit.shared");
        assumeTrue(shared != null, "system property crmkit.shared is not set, so " + name + " was not checked");
        Path file = Path.of(String.valueOf(shared)).resolve(name);
        assumeTrue(Files.exists(file), file + " is absent, so it was not checked");
        return file;
    }

    /** Casts to a list of objects. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> objects(Object value) {
        return (List<Map<String, Object>>) value;
    }

    /** Casts to an object. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Map<String, Object> holder, String key) {
        return (Map<String, Object>) member(holder, key);
    }

    /** Reads a number, also one written as text. */
    public static double number(Map<String, Object> holder, String key) {
        return toNumber(member(holder, key));
    }

    /** Reads numbers; a lone number is a list of one. */
    public static double[] numbers(Map<String, Object> holder, String key) {
        Object value = member(holder, key);
        return value instanceof List<?> list
                ? list.stream().mapToDouble(ReferenceJson::toNumber).toArray()
                : new double[] {toNumber(value)};
    }

    /** Reads text. */
    public static String text(Map<String, Object> holder, String key) {
        return String.valueOf(member(holder, key));
    }

    private static Object member(Map<String, Object> holder, String key) {
        Object value = holder.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key + " in " + holder.keySet());
        }
        return value;
    }

    private static double toNumber(Object value) {
        String text = String.valueOf(value);
        int slash = text.indexOf('/');
        return slash < 0
                ? Double.parseDouble(text)
                : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> Double.valueOf(bare());
        };
    }

    private char peek() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }

    private boolean next(char end) {
        if (peek() == ',') {
            at++;
        }
        if (peek() == end) {
            at++;
            return false;
        }
        return true;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        while (next('}')) {
            String key = string();
            peek();
            at++;
            object.put(key, value());
        }
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        while (next(']')) {
            array.add(value());
        }
        return array;
    }

    private String string() {
        int end = text.indexOf('"', at + 1);
        String string = text.substring(at + 1, end);
        at = end + 1;
        return string;
    }

    private String bare() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(from, at);
    }
}
