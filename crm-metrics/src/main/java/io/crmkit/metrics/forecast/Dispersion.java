package io.crmkit.metrics.forecast;

import java.util.Collection;

/**
 * By how much past forecasts of a pipeline have missed beyond chance: what all its opportunities have in common.
 *
 * <p>Definition: a forecast that expected {@code e} of opportunities with the binomial variance {@code v} and saw
 * {@code x} missed by {@code (x - e) / v} on the logit scale, of which {@code 1 / v} is the variance of chance. The mean
 * of the squares beyond chance, with {@value #PRIOR_FORECASTS} earlier forecasts supposed that missed by
 * {@value #PRIOR_MISS}, is {@code deviation²}.
 *
 * <ul>
 *   <li>Shape: one standard deviation.
 *   <li>Unit: logits; 0.1 is some two points and a half at a rate of one half.
 *   <li>Range: zero or greater.
 *   <li>Nothing to divide by: without past forecasts the supposed ones alone; a forecast without variance tells nothing.
 *   <li>Errors: a deviation that is negative or not finite is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: a correction of the mean. Misses to one side widen the interval and do not move it.
 *
 * <p>Source: method of moments for a common random effect, as Williams, D. A. (1982), Applied Statistics 31, 144–148.
 *
 * @param deviation the standard deviation of what opportunities have in common
 */
public record Dispersion(double deviation) {

    /** How many forecasts are supposed beside the past ones. */
    public static final int PRIOR_FORECASTS = 2;
    /** By how much the supposed ones missed, in logits. */
    public static final double PRIOR_MISS = 0.1;

    /** The dispersion of opportunities that have nothing in common. */
    public static final Dispersion NONE = new Dispersion(0);

    /**
     * A past forecast and what came of it.
     *
     * @param expected the sum of the probabilities
     * @param variance the sum of {@code p (1 - p)}
     * @param won how many were won
     */
    public record PastForecast(double expected, double variance, long won) {}

    /**
     * Checks the deviation.
     *
     * @throws IllegalArgumentException where it is negative or not finite
     */
    public Dispersion {
        if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("deviation must be finite and not negative: deviation = " + deviation);
        }
    }

    /**
     * Learns from past forecasts.
     *
     * @param past the forecasts whose opportunities are settled by now, or nearly all
     * @return the dispersion
     */
    public static Dispersion learn(Collection<PastForecast> past) {
        double sum = PRIOR_FORECASTS * PRIOR_MISS * PRIOR_MISS;
        int count = PRIOR_FORECASTS;
        for (PastForecast forecast : past) {
            if (forecast.variance() > 0) {
                double miss = (forecast.won() - forecast.expected()) / forecast.variance();
                sum += miss * miss - 1 / forecast.variance();
                count++;
            }
        }
        return new Dispersion(Math.sqrt(Math.max(0, sum / count)));
    }
}
