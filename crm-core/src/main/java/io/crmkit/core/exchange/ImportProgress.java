package io.crmkit.core.exchange;

/** Told how far an import has come: every 10,000 rows, and at the end of each file. */
@FunctionalInterface
public interface ImportProgress {

    /**
     * Takes note.
     *
     * @param file the file's name
     * @param rowsRead how many rows of it were read
     */
    void at(String file, long rowsRead);

    /**
     * Returns one that takes no note.
     *
     * @return the silent one
     */
    static ImportProgress silent() {
        return (file, rowsRead) -> {};
    }
}
