package io.crmkit.metrics.distribution;

/**
 * A two-sided interval in which a count or a value to come lies with a wanted probability, both ends included.
 *
 * <p>Definition: from the quantile at {@code (1 - level) / 2} to the least value that is exceeded with probability
 * {@code (1 - level) / 2} at most.
 *
 * <ul>
 *   <li>Shape: two ends, the wanted level and the coverage that the ends have.
 *   <li>Unit: counts, or minor units of money.
 *   <li>Range: {@code coverage} is {@code level} or more, as whole values cannot meet it exactly, up to rounding.
 *   <li>Nothing to divide by: the interval of a point mass is that point.
 *   <li>Errors: ends out of order, or a level outside zero to one, are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: the confidence interval of a rate. It holds what is to come, given the model.
 *
 * @param lower the lower end
 * @param upper the upper end, not below {@code lower}
 * @param level the wanted probability, strictly between zero and one
 * @param coverage the probability between the ends, ends included
 */
public record PredictiveInterval(long lower, long upper, double level, double coverage) {

    /**
     * Checks the order of the ends and both probabilities.
     *
     * @throws IllegalArgumentException where {@code lower <= upper} does not hold or a probability is out of range
     */
    public PredictiveInterval {
        Checks.inside("level", level);
        Checks.probability("coverage", coverage);
        if (lower > upper) {
            throw new IllegalArgumentException(
                    "lower must not be above upper: lower = " + lower + ", upper = " + upper);
        }
    }

    /**
     * Answers whether {@code value} lies between the ends, ends included.
     *
     * @param value the value asked for
     * @return whether the interval holds it
     */
    public boolean contains(long value) {
        return lower <= value && value <= upper;
    }
}
