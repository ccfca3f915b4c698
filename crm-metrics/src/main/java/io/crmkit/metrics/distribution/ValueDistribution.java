package io.crmkit.metrics.distribution;

import java.util.OptionalDouble;

/**
 * How probable each sum of amounts to come is: of a pipeline, of a seller's or a team's open opportunities.
 *
 * <p>Definition: the distribution of the sum of {@code amount} over the opportunities that are won, each won with its
 * own probability, independently unless a common shock is asked for.
 *
 * <ul>
 *   <li>Shape: a distribution, from which probabilities, quantiles and intervals are read.
 *   <li>Unit: minor units of money, and probabilities as ratios.
 *   <li>Range: from zero to the sum of all amounts; probabilities from zero to one, never not-a-number.
 *   <li>Nothing to divide by: an empty portfolio is a point mass at zero.
 *   <li>Errors: see {@link ValuePortfolio}; a table wider than 20 million cells is an {@link
 *       IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: a weighted pipeline, which is the mean alone. And independence is a claim: where a market moves
 * all opportunities at once, an independent forecast is falsely sure.
 *
 * <p>Source: the methods are named at each factory.
 */
public sealed interface ValueDistribution permits GridValue, SmoothValue, CumulantValue {

    /**
     * Computes the distribution by the way that fits the portfolio.
     *
     * <p>Up to 200 opportunities: dynamic programming, exact where that is cheap and else on about 4,096 cells. More:
     * inversion of the characteristic function. Where that does not fall off, because nearly everything hangs on a few
     * opportunities, or where the sums lie on coarse steps but for a few odd amounts, dynamic programming again.
     *
     * @param portfolio the open opportunities
     * @return the distribution; {@link #accuracy} says which way was taken
     */
    static ValueDistribution of(ValuePortfolio portfolio) {
        return ValueMethods.fitting(portfolio);
    }

    /**
     * Computes the distribution by inverting the characteristic function.
     *
     * <p>The time is opportunities times frequencies, about 15 to 30 of them for many opportunities of like amounts.
     *
     * <p>Source: Abate, J. and Whitt, W. (1992), Queueing Systems 10, 5–88; Bohman, H. (1975), Scandinavian Actuarial
     * Journal, 41–46.
     *
     * @param portfolio the open opportunities
     * @return the distribution; look at {@link #accuracy} where a few opportunities make up most of it
     */
    static ValueDistribution inverted(ValuePortfolio portfolio) {
        return ValueMethods.inverted(portfolio);
    }

    /**
     * Computes the distribution where one shock, such as the market, moves all opportunities at once.
     *
     * <p>Definition: an opportunity is won where {@code sqrt(rho) Z + sqrt(1 - rho) E} is below the normal quantile of
     * its probability; {@code Z} is common, {@code E} its own. Given {@code Z} all are independent; their distribution
     * is then averaged over {@code Z}. Each keeps its own probability.
     *
     * <p>Given {@code Z} the distribution comes from dynamic programming up to 200 opportunities; from the expansion of
     * Edgeworth where many opportunities of like amounts make it accurate; and otherwise from the characteristic
     * function. {@link #accuracy} says which.
     *
     * <p>Source: Vasicek, O. (1987), Probability of Loss on Loan Portfolio, KMV; Li, D. X. (2000), Journal of Fixed
     * Income 9, 43–54.
     *
     * @param portfolio the open opportunities
     * @param correlation the correlation {@code rho} of any two, from zero up to but not including one
     * @return the distribution; its mean is that of independence, its variance is not
     * @throws IllegalArgumentException where the correlation is out of range
     */
    static ValueDistribution withCommonShock(ValuePortfolio portfolio, double correlation) {
        return ValueMethods.shocked(portfolio, correlation);
    }

    /**
     * Approximates the distribution by its first four cumulants: one pass, for a first look at very many opportunities.
     *
     * <p>Source: Cornish, E. A. and Fisher, R. A. (1937), Revue de l'Institut International de Statistique 5, 307–320.
     *
     * @param portfolio the open opportunities
     * @return the distribution between normal scores of minus and plus four; its {@link #accuracy} is an estimate
     * @throws IllegalArgumentException where the portfolio is too far from normal for the expansion to grow
     */
    static ValueDistribution expanded(ValuePortfolio portfolio) {
        return ValueMethods.expanded(portfolio);
    }

    /**
     * Computes the exact distribution over the lattice of the amounts, by dynamic programming.
     *
     * <p>The time is opportunities times cells, a cell being the greatest common divisor of the amounts.
     *
     * @param portfolio the open opportunities
     * @return the distribution, exact but for rounding
     * @throws IllegalArgumentException where it needs more than 20 million cells
     */
    static ValueDistribution exact(ValuePortfolio portfolio) {
        ValueTotals totals = ValueTotals.of(portfolio);
        return ValueGrid.whole(portfolio, totals, totals.step()).distribution();
    }

    /**
     * Computes the distribution on cells of a given width, by dynamic programming.
     *
     * <p>An amount between two cells is split over both, which keeps the mean exact and adds a little variance; {@link
     * #accuracy} bounds the shift.
     *
     * @param portfolio the open opportunities
     * @param width the width of a cell in minor units
     * @return the distribution
     * @throws IllegalArgumentException where the width is not positive or it needs more than 20 million cells
     */
    static ValueDistribution onGrid(ValuePortfolio portfolio, long width) {
        Checks.positive("width", width);
        return ValueGrid.whole(portfolio, ValueTotals.of(portfolio), width).distribution();
    }

    /**
     * Computes the probability of exactly this value.
     *
     * @param value the value in minor units
     * @return the probability, or empty where the method has no table of single values
     */
    OptionalDouble pmf(long value);

    /**
     * Computes the probability of this value or less.
     *
     * @param value the value in minor units
     * @return the probability, from zero to one; never falling with the value, but for the error that {@link #accuracy}
     *     names
     */
    double cdf(long value);

    /**
     * Computes the probability of more than this value.
     *
     * @param value the value in minor units
     * @return the probability, from zero to one
     */
    double survival(long value);

    /**
     * Finds the least value whose {@link #cdf} is {@code probability} or more.
     *
     * @param probability strictly between zero and one
     * @return the quantile in minor units
     * @throws IllegalArgumentException where the probability is out of range
     */
    long quantile(double probability);

    /**
     * Computes the interval with equal tails that holds the value with the probability {@code level}.
     *
     * @param level strictly between zero and one
     * @return the interval with its coverage
     * @throws IllegalArgumentException where the level is out of range
     */
    default PredictiveInterval interval(double level) {
        double tail = (1 - Checks.inside("level", level)) / 2;
        long lower = quantile(tail);
        long upper = Math.max(lower, quantile(1 - tail));
        double outside = cdf(lower - 1) + survival(upper);
        return new PredictiveInterval(lower, upper, level, Math.max(0, Math.min(1, 1 - outside)));
    }

    /**
     * Computes the expected value: the weighted pipeline.
     *
     * @return the mean in minor units
     */
    double mean();

    /**
     * Computes the expected squared distance from the mean.
     *
     * @return the variance in squared minor units
     */
    double variance();

    /**
     * Says how this was computed and how accurately.
     *
     * @return the way of computing and its errors
     */
    Accuracy accuracy();
}
