package io.crmkit.metrics.distribution;

import static java.util.Objects.requireNonNull;

/**
 * How a distribution was computed, and how far its figures may be from those of the model it stands for.
 *
 * <p>Definition: the distribution function here at {@code x} is within {@code probabilityError} of the model's
 * distribution function at some point within {@code valueError} of {@code x}.
 *
 * <ul>
 *   <li>Shape: the way of computing, two errors, and whether they are proven.
 *   <li>Unit: {@code probabilityError} is a probability; {@code valueError} is a count or minor units, as the values.
 *   <li>Range: both are zero or greater.
 *   <li>Nothing to divide by: a point mass has both errors zero.
 *   <li>Errors: a negative error or not-a-number is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: how well the model fits the world. Wrong probabilities give a wrong distribution, accurately.
 *
 * @param computation the way of computing
 * @param probabilityError how far a probability may be off
 * @param valueError how far a value may be shifted
 * @param proven whether the errors are proven bounds; otherwise they are estimates of the first neglected term
 */
public record Accuracy(Computation computation, double probabilityError, double valueError, boolean proven) {

    /**
     * Checks the errors.
     *
     * @throws IllegalArgumentException where an error is negative or not a number
     */
    public Accuracy {
        requireNonNull(computation, "computation");
        Checks.notNegative("probabilityError", probabilityError);
        Checks.notNegative("valueError", valueError);
    }

    static Accuracy rounding(Computation computation, double operations) {
        return new Accuracy(computation, Math.min(1, operations * Math.ulp(1.0)), 0, true);
    }
}
