package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Amount;
import io.crmkit.metrics.backtest.CalibrationReport;
import java.time.LocalDate;
import java.util.List;

/**
 * What the open opportunities of a pipeline will come to, as ranges that were tried on the past.
 *
 * @param pipeline the pipeline's name
 * @param asOf the last day that counts as known
 * @param open how many opportunities are open
 * @param unvalued how many of them have neither amount nor list price, and are in the count alone
 * @param settled how many were won or lost by then: what the win probabilities rest on
 * @param level the probability with which each range is to hold what comes
 * @param expectedWins how many are expected to be won, ever
 * @param leastWins the lower end of their range
 * @param mostWins the upper end of their range
 * @param values what the wins will be worth, a row for each currency
 * @param deviation by how much past forecasts missed beyond chance, in logits; it widens the ranges
 * @param calibration how often a win within 90 days came true as forecast on the first of past months
 */
public record PipelineForecast(
        String pipeline,
        LocalDate asOf,
        long open,
        long unvalued,
        long settled,
        double level,
        double expectedWins,
        long leastWins,
        long mostWins,
        List<ValueRange> values,
        double deviation,
        CalibrationReport calibration) {

    /** Copies the values. */
    public PipelineForecast {
        requireNonNull(pipeline, "pipeline");
        requireNonNull(asOf, "asOf");
        values = List.copyOf(values);
        requireNonNull(calibration, "calibration");
    }

    /**
     * What wins will be worth in one currency.
     *
     * @param opportunities how many open opportunities of a known value there are
     * @param expected the expected value
     * @param least the lower end of its range
     * @param most the upper end of its range
     * @param leastIfIndependent the lower end if opportunities had nothing in common
     * @param mostIfIndependent the upper end if opportunities had nothing in common
     */
    public record ValueRange(
            long opportunities,
            Amount expected,
            Amount least,
            Amount most,
            Amount leastIfIndependent,
            Amount mostIfIndependent) {}
}
