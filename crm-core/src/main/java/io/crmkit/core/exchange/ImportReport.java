package io.crmkit.core.exchange;

import java.util.List;

/**
 * What became of an import.
 *
 * @param files one report for each file that was read, in the order of reading
 * @param findings what stood out
 */
public record ImportReport(List<FileReport> files, List<Finding> findings) {

    /** Makes a report. */
    public ImportReport {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /**
     * Returns how many rows were read.
     *
     * @return the sum over all files
     */
    public long read() {
        return files.stream().mapToLong(FileReport::read).sum();
    }

    /**
     * Returns how many rows were stored.
     *
     * @return the sum over all files
     */
    public long taken() {
        return files.stream().mapToLong(FileReport::taken).sum();
    }

    /**
     * Returns how many rows were refused.
     *
     * @return the sum over all files
     */
    public long refused() {
        return files.stream().mapToLong(FileReport::refused).sum();
    }
}
