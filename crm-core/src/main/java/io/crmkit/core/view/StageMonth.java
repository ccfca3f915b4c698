package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How many open opportunities stand in a stage and share a month.
 *
 * @param stage the stage's name
 * @param month the month, or null where none is recorded
 * @param open how many
 */
public record StageMonth(String stage, @Nullable YearMonth month, long open) {

    /** Makes a cell. */
    public StageMonth {
        requireNonNull(stage, "stage");
    }
}
