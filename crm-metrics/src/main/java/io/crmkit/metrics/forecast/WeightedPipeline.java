package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Interval;
import io.crmkit.metrics.Proportion;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of what is open, weighted by the share that was won of what was decided before.
 *
 * <p>Definition: {@code value * won / decided}, the same rate for every opportunity.
 * <ul>
 *   <li>Shape: one weighted value per group, and the total; amounts keep every decimal, the caller rounds.
 *   <li>Range: its low and high end take the 95 % Wilson limits of the rate. That is the uncertainty of the rate alone: that
 *       each opportunity is either won or lost, and that opportunities share their luck, widens what may come much further.
 *   <li>Nothing to divide by: without a decided opportunity the weighted values are empty.
 *   <li>Bias: opportunities that are still open are not like those decided quickly; read it as a first estimate.
 *   <li>Errors: two currencies are an {@link IllegalArgumentException}.
 * </ul>
 */
public final class WeightedPipeline {

    private static final long SMALL = 30;

    private final List<WeightedValue> groups;
    private final WeightedValue total;
    private final Proportion winHistory;

    private WeightedPipeline(List<WeightedValue> groups, WeightedValue total, Proportion winHistory) {
        this.groups = groups;
        this.total = total;
        this.winHistory = winHistory;
    }

    /**
     * Weights what is open.
     *
     * @param currency the currency of all values
     * @param open the open values by group; may be empty
     * @param winHistory won out of decided
     * @return the weighted pipeline
     * @throws IllegalArgumentException if a value is of another currency
     */
    public static WeightedPipeline of(Currency currency, List<OpenValue> open, Proportion winHistory) {
        requireNonNull(winHistory, "winHistory");
        Amount sum = Amount.zero(currency);
        long count = 0;
        for (OpenValue value : open) {
            sum = sum.plus(value.value());
            count = Math.addExact(count, value.count());
        }
        return new WeightedPipeline(
                open.stream()
                        .map(value -> weighted(value.group(), value.count(), value.value(), winHistory))
                        .toList(),
                weighted("total", count, sum, winHistory),
                winHistory);
    }

    private static WeightedValue weighted(String group, long count, Amount value, Proportion history) {
        @Nullable Interval interval = history.wilson().orElse(null);
        if (interval == null) {
            return new WeightedValue(group, count, value, null, null, null);
        }
        return new WeightedValue(
                group,
                count,
                value,
                value.times(history.rate().orElseThrow()),
                value.times(interval.lower()),
                value.times(interval.upper()));
    }

    /**
     * Returns the value of each group.
     *
     * @return the weighted values, in the order the groups were given
     */
    public List<WeightedValue> groups() {
        return groups;
    }

    /**
     * Returns the value of all groups.
     *
     * @return the weighted total, 0 when nothing is open
     */
    public WeightedValue total() {
        return total;
    }

    /**
     * Returns what the weight was learned from.
     *
     * @return won out of decided
     */
    public Proportion winHistory() {
        return winHistory;
    }

    /**
     * Returns what to keep in mind.
     *
     * @return {@link Caveat#SMALL_SAMPLE} when fewer than 30 were decided
     */
    public Set<Caveat> caveats() {
        return winHistory.trials() < SMALL ? Collections.unmodifiableSet(EnumSet.of(Caveat.SMALL_SAMPLE)) : Set.of();
    }
}
