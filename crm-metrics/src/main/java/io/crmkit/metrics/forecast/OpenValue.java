package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Amount;

/**
 * The sum of some open opportunities of one group, such as a stage or a seller.
 *
 * @param group the group's name
 * @param opportunities how many opportunities, not negative
 * @param value their sum; below zero where credits outweigh
 */
public record OpenValue(String group, long opportunities, Amount value) {

    /**
     * Checks the count and the sum.
     *
     * @throws IllegalArgumentException where the number of opportunities is negative
     */
    public OpenValue {
        requireNonNull(group, "group");
        if (opportunities < 0) {
            throw new IllegalArgumentException(
                    "opportunities must not be negative: group = " + group + ", opportunities = " + opportunities);
        }
        requireNonNull(value, "value");
    }

    OpenValue plus(OpenValue other) {
        return new OpenValue(group, Math.addExact(opportunities, other.opportunities), value.plus(other.value));
    }
}
