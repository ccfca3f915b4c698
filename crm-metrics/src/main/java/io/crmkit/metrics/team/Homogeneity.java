package io.crmkit.metrics.team;

import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.Proportion;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether the sellers of a team differ at all beyond chance: the question to ask before any one of them.
 *
 * <p>Definition: with {@code p} the pooled rate, {@code chiSquare} is the sum over the sellers of {@code (x - n p)² /
 * (n p (1 - p))}; Tarone's {@code z} is the sum of {@code (x - n p)² / (p (1 - p)) - n}, divided by the root of twice
 * the sum of {@code n (n - 1)}.
 *
 * <ul>
 *   <li>Shape: two statistics, the degrees of freedom, and the p value of either kind when asked for.
 *   <li>Unit: none; p values are probabilities.
 *   <li>Range: chi-square from zero; Tarone's statistic is near zero by chance and above two where sellers differ.
 *   <li>Nothing to divide by: sellers without trials are left out; where all trials succeed or none, both statistics
 *       are zero; Tarone's is zero too where nobody has two trials.
 *   <li>Errors: fewer than two sellers, or fewer than two with trials, are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>The asymptotic p value needs some five expected successes and failures per seller; with fewer, ask for {@link
 * #monteCarloPValue(long, int)}.
 *
 * <p>Source: Tarone, R. E. (1979), Testing the goodness of fit of the binomial distribution, Biometrika 66, 585–590;
 * Hope, A. C. A. (1968), JRSS B 30, 582–598 (Monte-Carlo test).
 */
public final class Homogeneity {

    private final List<Proportion> counts;
    private final Proportion pooled;

    private Homogeneity(List<SellerCount> sellers) {
        pooled = Team.pooled(sellers);
        counts = sellers.stream()
                .map(SellerCount::proportion)
                .filter(count -> count.trials() > 0)
                .toList();
    }

    /**
     * Obtains the comparison of a team from the counts of its sellers, all of one step and one period.
     *
     * @param sellers the counts, in any order
     * @return the comparison
     * @throws IllegalArgumentException where fewer than two sellers have trials
     */
    public static Homogeneity of(List<SellerCount> sellers) {
        return new Homogeneity(Team.requireComparable(sellers));
    }

    /**
     * Computes Pearson's statistic of equal rates.
     *
     * @return the statistic, from zero
     */
    public double chiSquare() {
        return isUniform() ? 0 : weightedSquares() / variance();
    }

    /**
     * Counts the degrees of freedom of {@link #chiSquare()}.
     *
     * @return one less than the sellers with trials
     */
    public int degreesOfFreedom() {
        return counts.size() - 1;
    }

    /**
     * Computes the asymptotic p value of {@link #chiSquare()}.
     *
     * @return the probability of so great a statistic by chance
     */
    public double pValue() {
        return ChiSquaredDistribution.of(degreesOfFreedom()).survivalProbability(chiSquare());
    }

    /**
     * Computes Tarone's statistic, whose power is against rates that vary as the beta-binomial lets them.
     *
     * @return the statistic, to be compared with the standard normal distribution, upper side
     */
    public double tarone() {
        double pairs = counts.stream()
                .mapToDouble(count -> (double) count.trials() * (count.trials() - 1))
                .sum();
        if (isUniform() || pairs == 0) {
            return 0;
        }
        double squares = counts.stream().mapToDouble(this::squaredGap).sum();
        return (squares / variance() - pooled.trials()) / Math.sqrt(2 * pairs);
    }

    /**
     * Computes the p value of {@link #chiSquare()} by dealing out the team's successes among its trials at random.
     *
     * <p>Definition: {@code (1 + draws at least as great) / (1 + draws)}, so never zero. It takes time in proportion to
     * the team's trials times the draws.
     *
     * @param seed the start of the random numbers; the same seed gives the same p value
     * @param draws how often to deal, at least one; 9999 settle a p value of 0.05 to about 0.004
     * @return the probability of so great a statistic by chance, with all sums kept
     * @throws IllegalArgumentException where there are no draws
     */
    public double monteCarloPValue(long seed, int draws) {
        if (draws < 1) {
            throw new IllegalArgumentException("draws must be at least 1: draws = " + draws);
        }
        SplittableRandom random = new SplittableRandom(seed);
        // equal deals may differ in the last digits of their sums
        double enough = weightedSquares() * (1 - 1e-9);
        long beyond = 1;
        for (int i = 0; i < draws; i++) {
            beyond += dealtSquares(random) >= enough ? 1 : 0;
        }
        return beyond / (draws + 1.0);
    }

    /**
     * Explains both tests.
     *
     * @return the pooled counts, both statistics, the degrees of freedom and the asymptotic p value
     */
    public Explanation explain() {
        return Explanation.of("equal rates of all sellers")
                .with("sellers with trials", counts.size())
                .with("successes", pooled.successes())
                .with("trials", pooled.trials())
                .with("chi-square", chiSquare())
                .with("degrees of freedom", degreesOfFreedom())
                .with("p value", pValue())
                .with("Tarone's z", tarone());
    }

    private double dealtSquares(SplittableRandom random) {
        long successes = pooled.successes();
        long trials = pooled.trials();
        double sum = 0;
        for (Proportion count : counts) {
            long dealt = 0;
            for (long i = 0; i < count.trials(); i++) {
                if (random.nextLong(trials--) < successes) {
                    successes--;
                    dealt++;
                }
            }
            sum += weighted(Proportion.of(dealt, count.trials()));
        }
        return sum;
    }

    private double weightedSquares() {
        return counts.stream().mapToDouble(this::weighted).sum();
    }

    private double weighted(Proportion count) {
        return squaredGap(count) / count.trials();
    }

    private double squaredGap(Proportion count) {
        double gap = count.successes() - count.trials() * rate();
        return gap * gap;
    }

    private double rate() {
        return (double) pooled.successes() / pooled.trials();
    }

    private double variance() {
        return rate() * (1 - rate());
    }

    private boolean isUniform() {
        return pooled.successes() == 0 || pooled.successes() == pooled.trials();
    }
}
