package io.crmkit.metrics.forecast;

import io.crmkit.metrics.Amount;
import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Proportion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The open value of a pipeline times the share of opportunities that history won: a first, plain forecast.
 *
 * <p>Definition: {@code value × won / settled}, by group and in total, with one win rate for all groups.
 *
 * <ul>
 *   <li>Shape: one {@link WeightedValue} per group, in the order in which the groups first occur, and a total.
 *   <li>Unit: one currency, at full scale; a win rate that is no finite decimal is carried to 34 digits. The caller
 *       rounds once, so that rounded groups need not add up to the rounded total.
 *   <li>Range: zero to the open value.
 *   <li>Nothing to divide by: with a history of {@code 0 of 0} counts and sums are there, weighted sums are empty;
 *       without open opportunities there is no group and a total of zero.
 *   <li>Errors: a second currency is an {@link IllegalArgumentException} naming both.
 * </ul>
 *
 * <p>What {@code low} and {@code high} are not: limits for the money that will come in. They carry the uncertainty of
 * the win rate only. Which of the opportunities are won is a matter of chance on top, great where few opportunities make up the value;
 * and a win rate counted on settled opportunities leans towards those that settle fast.
 *
 * <p>Source: common practice; interval of the win rate: Wilson, E. B. (1927), JASA 22, 209–212.
 */
public final class WeightedPipeline {

    private static final String TOTAL = "total";
    private static final long SMALL = 30;

    private final List<WeightedValue> groups;
    private final WeightedValue total;
    private final Proportion winHistory;

    private WeightedPipeline(Collection<OpenValue> groups, OpenValue total, Proportion winHistory) {
        this.winHistory = winHistory;
        this.groups = groups.stream().map(this::weigh).toList();
        this.total = weigh(total);
    }

    /**
     * Weighs open opportunities by what history won.
     *
     * @param currency the currency of all amounts, needed where nothing is open
     * @param open the open opportunities; entries of the same group are added up
     * @param winHistory won opportunities of all settled opportunities
     * @return the weighted pipeline
     * @throws IllegalArgumentException where an amount is of another currency, naming both
     * @throws ArithmeticException where the sum of the opportunities exceeds a long
     */
    public static WeightedPipeline of(Currency currency, List<OpenValue> open, Proportion winHistory) {
        OpenValue total = new OpenValue(TOTAL, 0, Amount.zero(currency));
        Map<String, OpenValue> groups = new LinkedHashMap<>();
        for (OpenValue value : open) {
            total = total.plus(value);
            groups.merge(value.group(), value, OpenValue::plus);
        }
        return new WeightedPipeline(groups.values(), total, winHistory);
    }

    /**
     * Lists the groups, in the order in which they first occur.
     *
     * @return one weighted value per group, unmodifiable
     */
    public List<WeightedValue> groups() {
        return groups;
    }

    /**
     * Sums up all groups, and weighs the sum.
     *
     * @return the weighted value of all open opportunities, in a group named {@code total}
     */
    public WeightedValue total() {
        return total;
    }

    /**
     * Returns the counts behind the win rate.
     *
     * @return won opportunities of all settled opportunities
     */
    public Proportion winHistory() {
        return winHistory;
    }

    /**
     * Lists why to read the weighted sums with care.
     *
     * @return {@link Caveat#SMALL_SAMPLE} where fewer than 30 opportunities are settled, otherwise nothing
     */
    public Set<Caveat> caveats() {
        return winHistory.trials() < SMALL ? Set.of(Caveat.SMALL_SAMPLE) : Set.of();
    }

    private WeightedValue weigh(OpenValue open) {
        Amount value = open.value();
        return new WeightedValue(
                open.group(),
                open.opportunities(),
                value,
                expected(value),
                winHistory.wilson().map(interval -> value.times(interval.lower())),
                winHistory.wilson().map(interval -> value.times(interval.upper())));
    }

    // by the two counts and not by the rate as a double, so that a third of 3.00 is 1.00
    private Optional<Amount> expected(Amount value) {
        if (winHistory.trials() == 0) {
            return Optional.empty();
        }
        BigDecimal won = value.value().multiply(BigDecimal.valueOf(winHistory.successes()));
        BigDecimal expected = won.divide(BigDecimal.valueOf(winHistory.trials()), MathContext.DECIMAL128);
        return Optional.of(new Amount(expected, value.currency()));
    }
}
