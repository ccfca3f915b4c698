package io.crmkit.metrics.team;

import static java.util.Objects.requireNonNull;

/**
 * A seller's rate as the whole team lets one estimate it: drawn towards the team, the more the fewer the trials.
 *
 * <p>Definition: {@code (x + mean * s) / (n + s)} with {@code s = 1 / rho - 1}, see {@link EmpiricalBayes}.
 *
 * <ul>
 *   <li>Shape: an estimate and the ends of its credible interval.
 *   <li>Unit: ratio, not percent.
 *   <li>Range: zero to one; the estimate lies between the seller's raw rate and the team's mean.
 *   <li>Nothing to divide by: a seller without trials has the team's mean.
 *   <li>Errors: figures out of range, ends out of order, or a level outside zero to one, are an {@link
 *       IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: see {@link EmpiricalBayes}.
 *
 * @param count the seller's own counts
 * @param rate the posterior mean
 * @param lower the lower end of the credible interval
 * @param upper the upper end of the credible interval
 * @param level the posterior probability that the interval holds, strictly between zero and one
 */
public record ShrunkenRate(SellerCount count, double rate, double lower, double upper, double level) {

    /**
     * Checks order and range.
     *
     * @throws IllegalArgumentException where a figure is out of range or the ends are out of order
     */
    public ShrunkenRate {
        requireNonNull(count, "count");
        Limits.requireLevel(level);
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be between 0 and 1: rate = " + rate);
        }
        if (!(lower >= 0 && lower <= upper && upper <= 1)) {
            throw new IllegalArgumentException(
                    "ends must be in order between 0 and 1: lower = " + lower + ", upper = " + upper);
        }
    }
}
