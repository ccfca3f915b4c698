package io.crmkit.metrics.backtest;

/**
 * A probability that was given, and whether the event happened.
 *
 * <p>Definition: one forecast of an event that happens or does not, after the fact.
 *
 * <ul>
 *   <li>Shape: a probability and an outcome.
 *   <li>Unit: ratio, not percent.
 *   <li>Range: zero to one, both included.
 *   <li>Nothing to divide by: no division.
 *   <li>Errors: a probability outside zero to one, or not a number, is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: the values are the caller's.
 *
 * @param probability the probability given before
 * @param happened whether the event happened
 */
public record Prediction(double probability, boolean happened) {

    /**
     * Checks the probability.
     *
     * @throws IllegalArgumentException where the probability is outside zero to one
     */
    public Prediction {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be between 0 and 1: probability = " + probability);
        }
        // turns -0.0 into 0.0
        probability += 0.0;
    }

    double outcome() {
        return happened ? 1 : 0;
    }
}
