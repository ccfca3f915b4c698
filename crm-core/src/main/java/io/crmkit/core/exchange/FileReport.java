package io.crmkit.core.exchange;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What became of one file; read rows are taken or refused, and nothing else.
 *
 * @param file the file's name
 * @param kind what its rows are
 * @param mapping the name of the mapping by which it was read
 * @param encoding the encoding it was read in
 * @param separator what separates its columns
 * @param read how many rows it has, without headings and blank lines
 * @param taken how many were stored
 * @param refused how many were not
 * @param problems why not, the first {@value #SHOWN} of them; the options' {@code refusals} was passed all
 */
public record FileReport(
        String file,
        DataKind kind,
        String mapping,
        String encoding,
        char separator,
        long read,
        long taken,
        long refused,
        List<RowProblem> problems) {

    /** How many problems a report has room for. */
    public static final int SHOWN = 1_000;

    /**
     * Makes a report.
     *
     * @throws IllegalArgumentException if taken and refused rows do not add up to those read
     */
    public FileReport {
        requireNonNull(file, "file");
        requireNonNull(kind, "kind");
        requireNonNull(mapping, "mapping");
        requireNonNull(encoding, "encoding");
        problems = List.copyOf(problems);
        if (read != taken + refused) {
            throw new IllegalArgumentException(
                    "rows must add up: read " + read + ", taken " + taken + ", refused " + refused);
        }
    }
}
