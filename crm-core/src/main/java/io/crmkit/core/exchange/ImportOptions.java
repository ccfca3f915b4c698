package io.crmkit.core.exchange;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How to read an export.
 *
 * @param mapping which column holds what, or null to recognise the export by its headings
 * @param currency the currency of amounts whose file names none
 * @param zone the zone of times written without one
 * @param refusals is passed every row problem, also those a report has no room for
 */
public record ImportOptions(@Nullable Mapping mapping, Currency currency, ZoneId zone, Consumer<RowProblem> refusals) {

    /** Makes options. */
    public ImportOptions {
        requireNonNull(currency, "currency");
        requireNonNull(zone, "zone");
        requireNonNull(refusals, "refusals");
    }

    /**
     * Returns the options that stand unless others are given: recognised headings, US dollars, UTC.
     *
     * @return the options
     */
    public static ImportOptions defaults() {
        return new ImportOptions(null, Currency.getInstance("USD"), ZoneOffset.UTC, problem -> {});
    }

    /**
     * Returns these options with another mapping.
     *
     * @param other which column holds what
     * @return the options
     */
    public ImportOptions withMapping(Mapping other) {
        return new ImportOptions(other, currency, zone, refusals);
    }

    /**
     * Returns these options with another currency for amounts whose file names none.
     *
     * @param other the currency
     * @return the options
     */
    public ImportOptions withCurrency(Currency other) {
        return new ImportOptions(mapping, other, zone, refusals);
    }

    /**
     * Returns these options with another zone for times written without one.
     *
     * @param other the zone
     * @return the options
     */
    public ImportOptions withZone(ZoneId other) {
        return new ImportOptions(mapping, currency, other, refusals);
    }

    /**
     * Returns these options with somebody to pass every row problem to.
     *
     * @param other is passed each problem as it is found
     * @return the options
     */
    public ImportOptions withRefusals(Consumer<RowProblem> other) {
        return new ImportOptions(mapping, currency, zone, other);
    }
}
