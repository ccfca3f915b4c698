package io.crmkit.metrics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A table of reference values or of real data beside the repository; a test that needs it is skipped where it is absent. */
public final class ReferenceFile {

    private ReferenceFile() {}

    /** Reads the rows of {@code reference/<name>} by column name. */
    public static List<Map<String, String>> rows(String name) throws IOException {
        return table("reference/" + name);
    }

    /** Reads the rows of {@code data/<name>} by column name; a name that ends in gz is unpacked. */
    public static List<Map<String, String>> data(String name) throws IOException {
        return table("data/" + name);
    }

    private static List<Map<String, String>> table(String name) throws IOException {
        String shared = System.getProperty("crmkit.shared");
        assumeTrue(shared != null, "system property crmkit.shared is not set, so " + name + " was not checked");
        Path file = Path.of(String.valueOf(shared), name);
        assumeTrue(Files.exists(file), file + " is absent, so it was not checked");
        List<String> lines = lines(file);
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(row(header, line.split(",", -1)));
        }
        return rows;
    }

    private static List<String> lines(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllLines(file);
        }
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static Map<String, String> row(String[] header, String[] cells) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return row;
    }

    /** Reads one cell as a number. */
    public static double number(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column + " in " + row.keySet());
        }
        return Double.parseDouble(cell);
    }
}
