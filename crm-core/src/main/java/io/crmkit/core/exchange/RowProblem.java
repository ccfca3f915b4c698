package io.crmkit.core.exchange;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Text;

/**
 * One rule that one cell breaks; the row it stands in was not taken.
 *
 * @param file the file's name
 * @param line the line in the file, from 1
 * @param column the column's heading, or empty where the whole row is meant
 * @param value the cell as written, at most 200 characters of it, control characters made visible
 * @param rule the rule in words
 */
public record RowProblem(String file, long line, String column, String value, String rule) {

    private static final int SHOWN = 200;

    /** Makes a problem. */
    public RowProblem {
        requireNonNull(file, "file");
        requireNonNull(column, "column");
        requireNonNull(rule, "rule");
        value = Text.visible(value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...");
    }

    @Override
    public String toString() {
        String where = file + " line " + line;
        return column.isEmpty() ? where + ": " + rule : where + ", " + column + " '" + value + "': " + rule;
    }
}
