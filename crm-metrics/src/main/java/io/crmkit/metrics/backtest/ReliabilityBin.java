package io.crmkit.metrics.backtest;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Proportion;

/**
 * The predictions of about one probability, and how many of their events happened.
 *
 * <p>Definition: the predictions with {@code lower <= probability < upper}; the last bin holds one too.
 *
 * <ul>
 *   <li>Shape: two ends, the mean probability, and the events of the predictions as a proportion with its interval.
 *   <li>Unit: ratio, not percent.
 *   <li>Range: zero to one.
 *   <li>Nothing to divide by: there is no bin without a prediction.
 *   <li>Errors: none of its own.
 * </ul>
 *
 * <p>Source: Bröcker, J. and Smith, L. A. (2007), Increasing the reliability of reliability diagrams, Weather and
 * Forecasting 22, 651–661; interval: {@link Proportion#wilson()}.
 *
 * @param lower the lower end of the bin
 * @param upper the upper end of the bin
 * @param meanProbability the mean probability given, to be compared with the observed rate
 * @param observed the events of the predictions
 */
public record ReliabilityBin(double lower, double upper, double meanProbability, Proportion observed) {

    /** Checks that the proportion is there. */
    public ReliabilityBin {
        requireNonNull(observed, "observed");
    }

    /**
     * Answers whether the mean probability lies in the 95 % Wilson interval of the observed rate.
     *
     * @return whether chance alone may explain the difference; of twenty good bins one is outside
     */
    public boolean isWithinChance() {
        return observed.wilson().stream().anyMatch(interval -> interval.contains(meanProbability));
    }
}
