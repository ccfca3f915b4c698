package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Amount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is open in a group, and what is expected to come of it.
 *
 * @param group the group's name
 * @param count how many are open
 * @param value what they are worth if all were won
 * @param expected the value times the win rate, or null where there is no rate
 * @param atLowerRate the value times the lower limit of the win rate, or null
 * @param atUpperRate the value times the upper limit of the win rate, or null
 */
public record WeightedValue(
        String group,
        long count,
        Amount value,
        @Nullable Amount expected,
        @Nullable Amount atLowerRate,
        @Nullable Amount atUpperRate) {

    /** Makes a value. */
    public WeightedValue {
        requireNonNull(group, "group");
        requireNonNull(value, "value");
    }

    /**
     * Returns what is expected to be won.
     *
     * @return the value times the win rate, or empty where there is no rate
     */
    public Optional<Amount> weighted() {
        return Optional.ofNullable(expected);
    }

    /**
     * Returns what would be won at the lower limit of the win rate.
     *
     * @return the amount, or empty where there is no rate
     */
    public Optional<Amount> low() {
        return Optional.ofNullable(atLowerRate);
    }

    /**
     * Returns what would be won at the upper limit of the win rate.
     *
     * @return the amount, or empty where there is no rate
     */
    public Optional<Amount> high() {
        return Optional.ofNullable(atUpperRate);
    }
}
