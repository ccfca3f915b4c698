package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Amount;

/**
 * The sum of some open deals of one group, such as a stage or a seller.
 *
 * @param group the group's name
 * @param deals how many deals, not negative
 * @param value their sum, not negative
 */
public record OpenValue(String group, long deals, Amount value) {

    /**
     * Checks the count and the sum.
     *
     * @throws IllegalArgumentException where the number of deals or their value is negative
     */
    public OpenValue {
        requireNonNull(group, "group");
        if (deals < 0) {
            throw new IllegalArgumentException("deals must not be negative: group = " + group + ", deals = " + deals);
        }
        if (value.value().signum() < 0) {
            throw new IllegalArgumentException("value must not be negative: group = " + group + ", value = " + value);
        }
    }

    OpenValue plus(OpenValue other) {
        return new OpenValue(group, Math.addExact(deals, other.deals), value.plus(other.value));
    }
}
