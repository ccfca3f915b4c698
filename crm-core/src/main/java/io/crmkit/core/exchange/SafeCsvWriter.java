package io.crmkit.core.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes CSV (RFC 4180, UTF-8) that a spreadsheet takes for data, never for formulas.
 *
 * <p>A cell that begins with {@code =}, {@code +}, {@code -} or {@code @}, after blanks and quotes or not, or with a tab or
 * carriage return, is written with an apostrophe before it, numbers below zero included.
 *
 * <p>Source: OWASP, "CSV Injection".
 */
public final class SafeCsvWriter implements Closeable {

    private static final String RISKY = "=+-@\t\r";
    private static final String SKIPPED = " \u00a0\"'";

    private final CsvWriter csv;

    private SafeCsvWriter(CsvWriter csv) {
        this.csv = csv;
    }

    /**
     * Opens a file, replacing what it held.
     *
     * @param file the file
     * @return the writer
     * @throws IOException if it cannot be opened
     */
    public static SafeCsvWriter to(Path file) throws IOException {
        return new SafeCsvWriter(CsvWriter.builder().build(file, StandardCharsets.UTF_8));
    }

    /**
     * Opens a file for rows that were refused, and writes its headings.
     *
     * @param file the file
     * @return the writer, to be given to {@link #refusal}
     * @throws IOException if it cannot be opened
     */
    public static SafeCsvWriter toRefusals(Path file) throws IOException {
        SafeCsvWriter writer = to(file);
        writer.row(List.of("file", "line", "column", "value", "rule"));
        return writer;
    }

    /**
     * Writes one row.
     *
     * @param cells the cells
     * @throws UncheckedIOException if it cannot be written
     */
    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(SafeCsvWriter::safe).toList());
    }

    /**
     * Writes one refused row's problem.
     *
     * @param problem the problem
     * @throws UncheckedIOException if it cannot be written
     */
    public void refusal(RowProblem problem) {
        row(List.of(problem.file(), String.valueOf(problem.line()), problem.column(), problem.value(), problem.rule()));
    }

    /**
     * Makes a cell safe for spreadsheets.
     *
     * @param cell the cell
     * @return the cell, with an apostrophe before it where a spreadsheet might take it for a formula
     */
    static String safe(String cell) {
        int first = 0;
        while (first < cell.length() && SKIPPED.indexOf(cell.charAt(first)) >= 0) {
            first++;
        }
        boolean risky = first < cell.length() && RISKY.indexOf(cell.charAt(first)) >= 0;
        return risky ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
