package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * One counted arrival at a step, and what has become of it: the line behind a count.
 *
 * @param unit the key of the unit
 * @param entered when it arrived at the step
 * @param outcome won where it went on as the definition asks, lost where it can no more, open where it still may
 * @param settled when that was known: the moment it went on or was lost, the end of the window, its next arrival at the
 *     same step where every entry counts, or for an open one the moment of the report
 */
public record StepTrial(String unit, Instant entered, Outcome outcome, Instant settled) {

    private static final double SECONDS_OF_A_DAY = 86_400;

    /**
     * Checks the order of the two moments.
     *
     * @throws IllegalArgumentException where it was settled before it was entered
     */
    public StepTrial {
        requireNonNull(unit, "unit");
        requireNonNull(outcome, "outcome");
        if (settled.isBefore(entered)) {
            throw new IllegalArgumentException(
                    "settled must not be before entered: entered = " + entered + ", settled = " + settled);
        }
    }

    /**
     * Computes how long it took.
     *
     * @return the days of 24 hours between the two moments, with fractions
     */
    public double days() {
        return days(entered, settled);
    }

    static double days(Instant from, Instant until) {
        Duration time = Duration.between(from, until);
        return (time.getSeconds() + time.getNano() / 1e9) / SECONDS_OF_A_DAY;
    }
}
