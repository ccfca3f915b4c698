package io.crmkit.metrics.distribution;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/*
 * Opportunities by their win probability, under a common shock: given the shock z, one of probability p is won with
 *
 *   p(z) = cdf((inverse cdf(p) - sqrt(rho) z) / sqrt(1 - rho))
 *
 * The cumulants given z are polynomials in p(z) whose coefficients are sums over the amounts of each probability.
 * With amounts A of moments m1, m2, … the cumulants of A x Bernoulli(p) are p m1, p m2 - p² m1², and so on.
 */
final class RateGroups {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int SUMS = 10;

    private final double[] rates;
    private final double[] thresholds;
    private final double[][] sums;
    private final double pull;
    private final double own;

    RateGroups(ValuePortfolio portfolio, double correlation) {
        this.rates = distinct(portfolio);
        this.thresholds = new double[rates.length];
        Arrays.setAll(thresholds, i -> NORMAL.inverseCumulativeProbability(rates[i]));
        this.sums = new double[rates.length][SUMS];
        this.pull = Math.sqrt(correlation);
        this.own = Math.sqrt(1 - correlation);
        LognormalParts parts = LognormalParts.KNOWN;
        for (int i = 0; i < portfolio.size(); i++) {
            parts = LognormalParts.of(portfolio.spread(i), parts);
            add(sums[group(portfolio.probability(i))], (double) portfolio.amount(i), parts);
        }
    }

    private static double[] distinct(ValuePortfolio portfolio) {
        double[] sorted = new double[portfolio.size()];
        Arrays.setAll(sorted, i -> portfolio.probability(i) + 0.0);
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    private int group(double probability) {
        return Arrays.binarySearch(rates, probability + 0.0);
    }

    private static void add(double[] to, double m1, LognormalParts parts) {
        double m2 = m1 * m1 * parts.secondMoment;
        double m3 = m1 * m1 * m1 * parts.thirdMoment;
        to[0] += m1;
        to[1] += m2;
        to[2] += m1 * m1;
        to[3] += m3;
        to[4] += 3 * m1 * m2;
        to[5] += 2 * m1 * m1 * m1;
        to[6] += m1 * m1 * m1 * m1 * parts.fourthMoment;
        to[7] += 4 * m1 * m3 + 3 * m2 * m2;
        to[8] += 12 * m1 * m1 * m2;
        to[9] += 6 * m1 * m1 * m1 * m1;
    }

    /* The probability of each group given the shock. */
    private double[] ratesGiven(double shock) {
        double[] given = new double[rates.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = NORMAL.cumulativeProbability((thresholds[i] - pull * shock) / own);
        }
        return given;
    }

    /* The portfolio with the probabilities given the shock. */
    ValuePortfolio given(ValuePortfolio portfolio, double shock) {
        double[] given = ratesGiven(shock);
        double[] probabilities = new double[portfolio.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = given[group(portfolio.probability(i))];
        }
        return portfolio.reweighed(probabilities);
    }

    /* The first four cumulants of the value given the shock. */
    double[] cumulantsGiven(double shock) {
        double[] given = ratesGiven(shock);
        double[] cumulants = new double[4];
        for (int i = 0; i < given.length; i++) {
            double p = given[i];
            double[] s = sums[i];
            cumulants[0] += p * s[0];
            cumulants[1] += p * (s[1] - p * s[2]);
            cumulants[2] += p * (s[3] - p * (s[4] - p * s[5]));
            cumulants[3] += p * (s[6] - p * (s[7] - p * (s[8] - p * s[9])));
        }
        return cumulants;
    }
}
