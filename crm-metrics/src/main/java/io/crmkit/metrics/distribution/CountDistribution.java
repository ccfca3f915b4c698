package io.crmkit.metrics.distribution;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How probable each count to come is: of contracts, orders, meetings.
 *
 * <p>Definition: {@code pmf(k)} is the probability of exactly {@code k}; everything else here follows from it.
 *
 * <ul>
 *   <li>Shape: a table over whole numbers, from which probabilities, quantiles and intervals are read.
 *   <li>Unit: counts, and probabilities as ratios.
 *   <li>Range: counts from zero; probabilities from zero to one, never not-a-number.
 *   <li>Nothing to divide by: no unit at all is a point mass at zero.
 *   <li>Errors: a probability or a parameter out of range is an {@link IllegalArgumentException}, and so is a
 *       distribution too wide for 20 million cells.
 * </ul>
 *
 * <p>What it is not: a statement about the rates. A distribution from rates taken as known is too narrow where the
 * rates come from few trials; {@link #betaBinomial} and {@link ThinningChain} carry that doubt along.
 *
 * <p>Source: Johnson, Kemp and Kotz (2005), Univariate Discrete Distributions, 3rd ed.
 */
public sealed interface CountDistribution permits CountTable {

    /** The greatest expected number of arrivals. */
    double MOST_ARRIVALS = 1e12;

    /**
     * Obtains the distribution of a count that is certain.
     *
     * @param count the count
     * @return the point mass
     * @throws IllegalArgumentException where the count is negative
     */
    static CountDistribution point(long count) {
        return new CountTable(
                Masses.point(Checks.notNegative("count", count)), Accuracy.rounding(Computation.TERM_RATIOS, 0));
    }

    /**
     * Computes the successes of independent trials with one known rate.
     *
     * @param trials how many trials, zero or more
     * @param rate the probability of success at each
     * @return the binomial distribution
     * @throws IllegalArgumentException where an argument is out of range
     */
    static CountDistribution binomial(long trials, double rate) {
        Checks.notNegative("trials", trials);
        return ratios(CountTables.binomial(trials, Checks.probability("rate", rate)));
    }

    /**
     * Computes the successes of trials whose common rate is itself uncertain, with a Beta distribution.
     *
     * @param trials how many trials, zero or more
     * @param alpha the first parameter of the rate, from {@code 1e-100} to {@code 1e100}: successes seen plus prior
     * @param beta the second parameter of the rate, likewise: failures seen plus prior
     * @return the beta-binomial distribution
     * @throws IllegalArgumentException where an argument is out of range
     */
    static CountDistribution betaBinomial(long trials, double alpha, double beta) {
        Checks.notNegative("trials", trials);
        Checks.shape("alpha", alpha);
        return ratios(CountTables.betaBinomial(trials, alpha, Checks.shape("beta", beta)));
    }

    /**
     * Computes the arrivals of a process whose expected number is known.
     *
     * @param mean the expected number, from zero to {@link #MOST_ARRIVALS}
     * @return the Poisson distribution, without counts less probable than {@code 1e-300} times the greatest
     * @throws IllegalArgumentException where the mean is out of range
     */
    static CountDistribution poisson(double mean) {
        return ratios(CountTables.poisson(Checks.within("mean", mean, 0, MOST_ARRIVALS)));
    }

    /**
     * Computes the arrivals of a process whose expected number varies, with a Gamma distribution.
     *
     * @param mean the expected number, from zero to {@link #MOST_ARRIVALS}
     * @param size the shape of the Gamma distribution; the variance is {@code mean + mean² / size}
     * @return the negative binomial distribution, without counts less probable than {@code 1e-300} times the greatest
     * @throws IllegalArgumentException where an argument is out of range
     */
    static CountDistribution negativeBinomial(double mean, double size) {
        Checks.within("mean", mean, 0, MOST_ARRIVALS);
        return ratios(CountTables.negativeBinomial(mean, Checks.shape("size", size)));
    }

    /**
     * Computes the successes of independent trials each of which has its own rate.
     *
     * <p>Up to 4,096 trials are added one by one; more are halved, and the halves convolved, leaving out counts less
     * probable than {@code 1e-80}.
     *
     * <p>Source: Hong, Y. (2013), Computational Statistics and Data Analysis 59, 41–51.
     *
     * @param rates the probability of success at each trial; none is a point mass at zero
     * @return the Poisson-binomial distribution
     * @throws IllegalArgumentException where a rate is outside zero to one
     */
    static CountDistribution poissonBinomial(double... rates) {
        for (int i = 0; i < rates.length; i++) {
            Checks.probability("rates", i, rates[i]);
        }
        Masses masses = CountTables.poissonBinomial(rates).trimmed(0);
        return new CountTable(masses, Accuracy.rounding(Computation.DYNAMIC_PROGRAMMING, 3.0 * rates.length));
    }

    /**
     * Mixes distributions: one of them holds, which one is uncertain.
     *
     * @param weights the weight of each part, zero or more; they are divided by their sum
     * @param parts the parts, as many as there are weights
     * @return the mixture
     * @throws IllegalArgumentException where a weight is negative, all are zero, or the lengths differ
     */
    static CountDistribution mixture(double[] weights, List<CountDistribution> parts) {
        Checks.sameLength("weights", weights.length, "parts", parts.size());
        return CountParts.mixture(weights, parts);
    }

    /**
     * Adds independent counts, such as those of several sellers.
     *
     * <p>The time grows with the product of their widths; a width is about 75 standard deviations.
     *
     * @param parts the independent parts; none is a point mass at zero
     * @return the distribution of their sum
     */
    static CountDistribution sum(List<CountDistribution> parts) {
        return CountParts.sum(parts);
    }

    private static CountDistribution ratios(Masses masses) {
        return new CountTable(masses, Accuracy.rounding(Computation.TERM_RATIOS, 4.0 * masses.size()));
    }

    /**
     * Adds an independent count.
     *
     * @param other the other count
     * @return the distribution of the sum
     */
    default CountDistribution plus(CountDistribution other) {
        return sum(List.of(this, requireNonNull(other, "other")));
    }

    /**
     * Computes the probability of exactly this count.
     *
     * @param count the count
     * @return the probability, zero for a count that cannot be
     */
    double pmf(long count);

    /**
     * Computes the probability of this count or fewer.
     *
     * @param count the count
     * @return the probability, from zero to one, never falling with the count
     */
    double cdf(long count);

    /**
     * Computes the probability of more than this count.
     *
     * @param count the count
     * @return the probability, accurate in relation to itself where it is small
     */
    double survival(long count);

    /**
     * Computes the probability of this count or more: of reaching a quota.
     *
     * @param count the count; zero or less is certain
     * @return the probability, accurate in relation to itself where it is small
     */
    default double atLeast(long count) {
        return count <= 0 ? 1 : survival(count - 1);
    }

    /**
     * Finds the least count whose {@link #cdf} is {@code probability} or more.
     *
     * @param probability strictly between zero and one
     * @return the quantile
     * @throws IllegalArgumentException where the probability is out of range
     */
    long quantile(double probability);

    /**
     * Computes the interval with equal tails that holds the count with the probability {@code level} or more.
     *
     * @param level strictly between zero and one
     * @return the interval with its coverage
     * @throws IllegalArgumentException where the level is out of range
     */
    PredictiveInterval interval(double level);

    /**
     * Computes the expected count.
     *
     * @return the mean
     */
    double mean();

    /**
     * Computes the expected squared distance from the mean.
     *
     * @return the variance
     */
    double variance();

    /**
     * Says how this was computed and how accurately.
     *
     * @return the way of computing and its errors
     */
    Accuracy accuracy();
}
