package io.crmkit.jpa.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was measured, as a table of Markdown, with the machine, the versions and the load it was measured under. */
final class Figures {

    private final List<String> lines = new ArrayList<>();
    private final String versions;
    private final double loadBefore = load();

    Figures(Connection connection, int activities) throws SQLException {
        var database = connection.getMetaData();
        versions = String.format(
                Locale.ROOT,
                "%,d activities; %s %s, %s %s, Hibernate %s, Java %s; %d processors, heap of at most %,d MB",
                activities,
                database.getDatabaseProductName(),
                database.getDatabaseProductVersion().split(" ", 2)[0],
                database.getDriverName(),
                database.getDriverVersion(),
                org.hibernate.Version.getVersionString(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Adds a row: a share of the turns of each, in order of time, and how many times as long the library took. */
    void add(String what, double share, long[] library, long[] jdbc, double target) {
        double ours = at(share, library);
        double theirs = at(share, jdbc);
        row(what, micros(ours), micros(theirs), String.format(Locale.ROOT, "%.2f", ours / theirs), times(target));
    }

    /** Adds a row for what is beside the question, without a target. */
    void add(String what, long[] library, long[] jdbc) {
        double ours = at(0.5, library);
        double theirs = at(0.5, jdbc);
        row(what, micros(ours), micros(theirs), String.format(Locale.ROOT, "%.2f", ours / theirs), "");
    }

    /** Adds a row of memory. */
    void heap(String what, long bytes, long target) {
        row(what, String.format(Locale.ROOT, "%.1f MB", bytes / 1e6), "", "", "under " + (target >> 20) + " MB");
    }

    private static String times(double target) {
        return String.format(Locale.ROOT, "at most %.1f", target);
    }

    private static double at(double share, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))] / 1e3;
    }

    private static String micros(double micros) {
        return micros < 1e5
                ? String.format(Locale.ROOT, "%,.0f us", micros)
                : String.format(Locale.ROOT, "%,.0f ms", micros / 1e3);
    }

    private void row(String... cells) {
        String line = "| " + String.join(" | ", cells) + " |";
        lines.add(line);
        System.out.println(line);
    }

    /** Writes the table into a file. */
    void write(Path file) throws IOException {
        String text = String.format(
                Locale.ROOT,
                "%s (UTC), load %.1f before and %.1f after: %s.%n%n",
                LocalDate.now(ZoneOffset.UTC),
                loadBefore,
                load(),
                versions);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                text + "| what | library | plain JDBC | times | target |\n|---|---:|---:|---:|---:|\n"
                        + String.join("\n", lines) + "\n",
                StandardCharsets.UTF_8);
        System.out.println(text + "written to " + file.toAbsolutePath());
    }
}
