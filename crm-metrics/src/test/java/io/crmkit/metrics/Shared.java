package io.crmkit.metrics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The reference tables beside the repository; tests that need them skip with a message where they are absent. */
public final class Shared {

    private Shared() {}

    /**
     * Reads a reference table.
     *
     * @param name the file's name
     * @return its rows, by heading
     */
    public static List<Map<String, String>> reference(String name) {
        Path file = Path.of(System.getProperty("crmkit.shared", "../../shared"), "reference", name);
        assumeTrue(Files.exists(file), () -> "reference table " + file + " is absent: nothing to compare with");
        try (Stream<String> lines = Files.lines(file)) {
            return rows(lines.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> rows(List<String> lines) {
        List<String> headings = Arrays.asList(lines.get(0).split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> row(headings, line.split(",", -1)))
                .toList();
    }

    private static Map<String, String> row(List<String> headings, String[] cells) {
        Map<String, String> row = new HashMap<>();
        IntStream.range(0, cells.length).forEach(i -> row.put(headings.get(i), cells[i]));
        return row;
    }
}
