package io.crmkit.metrics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/*
 * The four formulas for x successes in n > 0 trials, each tail holding `tail`.
 *
 * Commons Statistics Interval has them too, but takes int counts; here the counts are long, so the
 * closed forms are written out and the quantiles come from the Beta distribution. That library
 * remains the second opinion in the tests.
 *
 * Wilson's lower end is the smaller root of a quadratic. Written as centre minus half width it
 * cancels near zero, so it is taken from the product of the roots instead.
 */
record BinomialEnds(double lower, double upper) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    static BinomialEnds of(IntervalMethod method, long x, long n, double tail) {
        return switch (method) {
            case WILSON -> wilson(x, n, squaredQuantile(tail));
            case CLOPPER_PEARSON -> clopperPearson(x, n, tail);
            case JEFFREYS -> jeffreys(x, n, tail);
            case AGRESTI_COULL -> agrestiCoull(x, n, squaredQuantile(tail));
            case TWO_POISSON, GREENWOOD_PLAIN, GREENWOOD_LOG, GREENWOOD_LOG_LOG, INCIDENCE_LOG_LOG, NEWCOMBE ->
                throw new IllegalArgumentException("method must be for one proportion: " + method);
        };
    }

    private static double squaredQuantile(double tail) {
        double z = NORMAL.inverseSurvivalProbability(tail);
        return z * z;
    }

    private static BinomialEnds wilson(long x, long n, double z2) {
        double variance = (double) x * (n - x) / n;
        double greaterRoot = 2.0 * x + z2 + Math.sqrt(z2 * (z2 + 4 * variance));
        double lower = 2.0 * x * ((double) x / n) / greaterRoot;
        double upper = greaterRoot / (2 * (n + z2));
        return new BinomialEnds(lower, x == n ? 1 : upper);
    }

    private static BinomialEnds clopperPearson(long x, long n, double tail) {
        return new BinomialEnds(exactLower(x, n, tail), exactUpper(x, n, tail));
    }

    private static double exactLower(long x, long n, double tail) {
        if (x == 0) {
            return 0;
        }
        // at no failure the equation p^n = tail has a closed answer
        return x == n
                ? Math.exp(Math.log(tail) / n)
                : BetaDistribution.of((double) x, n - x + 1.0).inverseCumulativeProbability(tail);
    }

    private static double exactUpper(long x, long n, double tail) {
        if (x == n) {
            return 1;
        }
        return x == 0
                ? -Math.expm1(Math.log(tail) / n)
                : BetaDistribution.of(x + 1.0, (double) (n - x)).inverseSurvivalProbability(tail);
    }

    private static BinomialEnds jeffreys(long x, long n, double tail) {
        BetaDistribution posterior = BetaDistribution.of(x + 0.5, n - x + 0.5);
        return new BinomialEnds(
                x == 0 ? 0 : posterior.inverseCumulativeProbability(tail),
                x == n ? 1 : posterior.inverseSurvivalProbability(tail));
    }

    private static BinomialEnds agrestiCoull(long x, long n, double z2) {
        double trials = n + z2;
        double centre = (x + z2 / 2) / trials;
        double opposite = (n - x + z2 / 2) / trials;
        double halfWidth = Math.sqrt(z2 * centre * opposite / trials);
        return new BinomialEnds(Math.max(0, centre - halfWidth), Math.min(1, centre + halfWidth));
    }
}
