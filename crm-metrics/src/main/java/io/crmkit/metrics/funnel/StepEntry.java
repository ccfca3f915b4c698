package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One arrival of a unit, such as an opportunity, at a step of its way.
 *
 * @param unit the key of the unit, not blank
 * @param step the name of the step
 * @param at when it arrived
 */
public record StepEntry(String unit, String step, Instant at) {

    /**
     * Checks that the unit has a key.
     *
     * @throws IllegalArgumentException where the key is blank
     */
    public StepEntry {
        requireNonNull(unit, "unit");
        requireNonNull(step, "step");
        requireNonNull(at, "at");
        if (unit.isBlank()) {
            throw new IllegalArgumentException("unit must not be blank: step = " + step + ", at = " + at);
        }
    }
}
