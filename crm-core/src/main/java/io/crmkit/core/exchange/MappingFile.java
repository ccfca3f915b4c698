package io.crmkit.core.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The lines {@code key = value} of a mapping, checked. A colon is no separator and a backslash no escape, unlike in Java's
 * own properties files, since headings and date patterns hold both.
 */
final class MappingFile {

    private static final Set<String> WORDS = Set.of("name", "pipeline");
    private static final Set<String> LISTS = Set.of(
            "stage.open",
            "stage.on_hold",
            "stage.won",
            "stage.lost",
            "outcome.open",
            "outcome.won",
            "outcome.lost",
            "state.planned",
            "state.held",
            "state.not_held",
            "state.cancelled");

    private final String source;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private MappingFile(String source) {
        this.source = source;
    }

    static MappingFile parse(String source, Reader reader) throws IOException {
        MappingFile file = new MappingFile(source);
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            file.take(line.replace("\uFEFF", "").strip(), ++number);
        }
        if (!file.wrong.isEmpty()) {
            throw new ImportException("mapping file " + source + ": " + String.join("; ", file.wrong), null);
        }
        return file;
    }

    private void take(String line, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        String key = equals < 0 ? line : line.substring(0, equals).strip();
        String value = equals < 0 ? "" : line.substring(equals + 1).strip();
        String problem = value.isEmpty() ? "must be of the form key = value" : problem(key, value);
        if (values.containsKey(key)) {
            problem = "must not be given twice";
        }
        if (!problem.isEmpty()) {
            wrong.add("line " + number + ", " + key + " " + problem);
        }
        values.put(key, value);
    }

    private static String problem(String key, String value) {
        if (WORDS.contains(key) || LISTS.contains(key) || key.startsWith("stage.entered.") || isField(key)) {
            return "";
        }
        return switch (key) {
            case "currency" -> broken(() -> Currency.getInstance(value), "must be an ISO 4217 code: ", value);
            case "format.encoding" -> broken(() -> Charset.forName(value), "must be a known encoding: ", value);
            case "format.date" ->
                value.lines()
                        .flatMap(MappingFile::split)
                        .map(p -> broken(() -> DateTimeFormatter.ofPattern(p), "must be date patterns: ", value))
                        .filter(problem -> !problem.isEmpty())
                        .findFirst()
                        .orElse("");
            case "format.separator" -> broken(() -> separator(value), "must be one character or tab: ", value);
            case "format.decimal" ->
                Set.of("point", "comma").contains(value) ? "" : "must be point or comma: '" + value + "'";
            default -> "is not a key a mapping can have";
        };
    }

    private static boolean isField(String key) {
        int dot = key.indexOf('.');
        return dot > 0
                && Arrays.stream(DataKind.values())
                        .anyMatch(kind ->
                                kind.prefix().equals(key.substring(0, dot)) && kind.has(key.substring(dot + 1)));
    }

    private static String broken(Supplier<?> reading, String rule, String value) {
        try {
            return reading.get() == null ? rule : "";
        } catch (IllegalArgumentException e) {
            return rule + "'" + value + "'";
        }
    }

    static char separator(String value) {
        if (value.toLowerCase(Locale.ROOT).equals("tab")) {
            return '\t';
        }
        if (value.length() != 1 || value.charAt(0) == '"') {
            throw new IllegalArgumentException(value);
        }
        return value.charAt(0);
    }

    private static Stream<String> split(String value) {
        return Arrays.stream(value.split("\\|")).map(String::strip).filter(part -> !part.isEmpty());
    }

    String source() {
        return source;
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    List<String> list(String key) {
        return split(values.getOrDefault(key, "")).toList();
    }

    Map<String, List<String>> below(String prefix) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), split(value).toList());
            }
        });
        return found;
    }
}
