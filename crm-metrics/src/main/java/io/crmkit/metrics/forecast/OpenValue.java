package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Amount;

/**
 * What is open in one group, such as a stage.
 *
 * @param group the group's name
 * @param count how many are open, 0 upwards
 * @param value what they are worth together if all were won
 */
public record OpenValue(String group, long count, Amount value) {

    /**
     * Makes a value.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public OpenValue {
        requireNonNull(group, "group");
        requireNonNull(value, "value");
        if (count < 0) {
            throw new IllegalArgumentException("count of '" + group + "' must not be negative: " + count);
        }
    }
}
