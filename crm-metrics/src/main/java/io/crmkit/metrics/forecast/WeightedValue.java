package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Amount;
import java.util.Optional;

/**
 * The open value of one group, weighted by the win rate of history.
 *
 * <p>Definition: {@code weighted = value × win rate}; {@code low} and {@code high} are {@code value} times the ends of
 * the 95 % Wilson interval of the win rate.
 *
 * <ul>
 *   <li>Shape: count, sum and three weighted sums; they come all three or not at all.
 *   <li>Unit: the currency of {@code value}, at full scale; the caller rounds.
 *   <li>Range: zero to {@code value}.
 *   <li>Nothing to divide by: without settled opportunities in history all three are empty.
 *   <li>Errors: negative opportunities are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: {@link WeightedPipeline}.
 *
 * @param group the group's name
 * @param opportunities how many opportunities are open, not negative
 * @param value their unweighted sum
 * @param weighted the sum times the win rate, or empty without history
 * @param low the sum times the lower end of the win rate, or empty without history
 * @param high the sum times the upper end of the win rate, or empty without history
 */
public record WeightedValue(
        String group,
        long opportunities,
        Amount value,
        Optional<Amount> weighted,
        Optional<Amount> low,
        Optional<Amount> high) {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException where the number of opportunities is negative
     */
    public WeightedValue {
        requireNonNull(group, "group");
        requireNonNull(value, "value");
        requireNonNull(weighted, "weighted");
        requireNonNull(low, "low");
        requireNonNull(high, "high");
        if (opportunities < 0) {
            throw new IllegalArgumentException(
                    "opportunities must not be negative: group = " + group + ", opportunities = " + opportunities);
        }
    }
}
