package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

/**
 * How many took a step, or reached it.
 *
 * @param step the step's name
 * @param count how many, 0 upwards
 */
public record StepCount(String step, long count) {

    /**
     * Makes a count.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public StepCount {
        requireNonNull(step, "step");
        if (count < 0) {
            throw new IllegalArgumentException("count of '" + step + "' must not be negative: " + count);
        }
    }
}
