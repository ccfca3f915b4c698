package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

/**
 * How often one step of a funnel was counted.
 *
 * @param step the step's name
 * @param count how often, not negative
 */
public record StepCount(String step, long count) {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException where the count is negative
     */
    public StepCount {
        requireNonNull(step, "step");
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative: step = " + step + ", count = " + count);
        }
    }
}
