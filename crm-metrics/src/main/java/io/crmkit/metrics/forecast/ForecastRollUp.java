package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Amount;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a team expects, summed by forecast category, with what owners and managers make of it beside.
 *
 * <p>Definition: the gross sums come from the opportunities alone. Owners' adjustments are added to them, managers' to
 * those; no adjustment ever changes what is below it.
 *
 * <ul>
 *   <li>Shape: a sum per category, single or cumulative, at three levels.
 *   <li>Unit: money of one currency.
 *   <li>Range: any; an adjustment may bring a sum below zero.
 *   <li>Nothing to divide by: without opportunities all sums are zero.
 *   <li>Errors: an amount of another currency is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Worked example: 50 closed, 100 commit, 150 best case and 200 pipeline are cumulatively 50, 150, 300 and 450: each
 * line holds the surer ones, and the last one, the open pipeline, all that is open without what is closed.
 *
 * <p>Source: Salesforce Help, "Cumulative Forecast Rollups" and "Forecast adjustments".
 */
public final class ForecastRollUp {

    /** Whose view a sum is. */
    public enum Level {

        /** The opportunities alone. */
        GROSS,

        /** With the adjustments of those who own them. */
        OWNER,

        /** With the adjustments of owners and of their managers. */
        MANAGER
    }

    /**
     * One opportunity's share.
     *
     * @param category how its owner reckons with it
     * @param amount what it is worth
     */
    public record Entry(ForecastCategory category, Amount amount) {

        /** Checks that both are there. */
        public Entry {
            requireNonNull(category, "category");
            requireNonNull(amount, "amount");
        }
    }

    /**
     * What somebody knows better.
     *
     * @param level owner or manager
     * @param category the category adjusted
     * @param change what is added, or taken away where negative
     * @param reason why, for whoever reads it later
     */
    public record Adjustment(Level level, ForecastCategory category, Amount change, String reason) {

        /**
         * Checks the level.
         *
         * @throws IllegalArgumentException where it is gross, which nobody adjusts
         */
        public Adjustment {
            requireNonNull(category, "category");
            requireNonNull(change, "change");
            requireNonNull(reason, "reason");
            if (level == Level.GROSS) {
                throw new IllegalArgumentException("level must be OWNER or MANAGER: level = GROSS");
            }
        }
    }

    private final Currency currency;
    private final Map<Level, Map<ForecastCategory, Amount>> changes = new EnumMap<>(Level.class);

    private ForecastRollUp(Currency currency, List<Entry> entries, List<Adjustment> adjustments) {
        this.currency = currency;
        entries.forEach(entry -> add(Level.GROSS, entry.category(), entry.amount()));
        adjustments.forEach(adjustment -> add(adjustment.level(), adjustment.category(), adjustment.change()));
    }

    private void add(Level level, ForecastCategory category, Amount amount) {
        if (!amount.currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "amounts must be in one currency: currency = " + currency + ", amount = " + amount);
        }
        changes.computeIfAbsent(level, none -> new EnumMap<>(ForecastCategory.class))
                .merge(category, amount, Amount::plus);
    }

    /**
     * Sums opportunities up.
     *
     * @param currency the currency of all amounts
     * @param entries the opportunities, with their categories
     * @param adjustments what owners and managers know better
     * @return the sums
     * @throws IllegalArgumentException where an amount is of another currency
     */
    public static ForecastRollUp of(Currency currency, List<Entry> entries, List<Adjustment> adjustments) {
        return new ForecastRollUp(currency, List.copyOf(entries), List.copyOf(adjustments));
    }

    /**
     * Sums one category up.
     *
     * @param category the category
     * @param level whose view
     * @return the sum
     */
    public Amount single(ForecastCategory category, Level level) {
        Amount sum = Amount.zero(currency);
        for (Level below : Level.values()) {
            if (below.compareTo(level) <= 0) {
                sum = sum.plus(changes.getOrDefault(below, Map.of()).getOrDefault(category, Amount.zero(currency)));
            }
        }
        return sum;
    }

    /**
     * Sums a category and the surer ones up.
     *
     * <p>Closed and omitted stand alone; commit holds closed, most likely both, best case all three; the pipeline holds all that is open,
     * without closed.
     *
     * @param category the category
     * @param level whose view
     * @return the sum
     */
    public Amount cumulative(ForecastCategory category, Level level) {
        List<ForecastCategory> parts = switch (category) {
            case OMITTED, CLOSED -> List.of(category);
            case COMMIT -> List.of(ForecastCategory.COMMIT, ForecastCategory.CLOSED);
            case MOST_LIKELY -> List.of(ForecastCategory.MOST_LIKELY, ForecastCategory.COMMIT, ForecastCategory.CLOSED);
            case BEST_CASE ->
                List.of(
                        ForecastCategory.BEST_CASE,
                        ForecastCategory.MOST_LIKELY,
                        ForecastCategory.COMMIT,
                        ForecastCategory.CLOSED);
            case PIPELINE ->
                List.of(
                        ForecastCategory.PIPELINE,
                        ForecastCategory.BEST_CASE,
                        ForecastCategory.MOST_LIKELY,
                        ForecastCategory.COMMIT);
        };
        return parts.stream().map(part -> single(part, level)).reduce(Amount.zero(currency), Amount::plus);
    }
}
