package io.crmkit.metrics.team;

import org.apache.commons.statistics.distribution.BetaDistribution;

/*
 * The probability that one Beta variable is below another one, independent of it.
 *
 * With x = 1 / (1 + exp(-t)) the integrand f(x) x (1 - x) S(x) is smooth on the whole line and falls
 * off exponentially at both ends, where the trapezoidal rule converges as fast as anything
 * (Trefethen and Weideman 2014, SIAM Review 56, 385–458).
 */
final class BetaOrder {

    private static final double NEGLIGIBLE = 1e-17;
    private static final double LEAST_LOGIT = -700;
    private static final int STEPS = 2_000;

    private BetaOrder() {}

    static double probabilityBelow(BetaDistribution one, BetaDistribution other) {
        double from = logitOf(one);
        double width = (-logitOf(mirrored(one)) - from) / STEPS;
        double highest = logDensity(one, Math.log(one.getAlpha() / one.getBeta()));
        BetaDistribution mirror = mirrored(other);
        double sum = 0;
        double weight = 0;
        for (int i = 0; i <= STEPS; i++) {
            double t = from + i * width;
            double density = Math.exp(logDensity(one, t) - highest);
            // what lies above x is read at the nearer end, where x does not round to one
            double above = t < 0 ? other.survivalProbability(expit(t)) : mirror.cumulativeProbability(expit(-t));
            sum += density * above;
            weight += density;
        }
        // dividing by the rule's own sum of the density takes its constant out
        return Math.min(1, sum / weight);
    }

    /* The logarithm of f(x) x (1 - x) but for a constant. */
    private static double logDensity(BetaDistribution distribution, double t) {
        return -distribution.getAlpha() * Math.log1p(Math.exp(-t)) - distribution.getBeta() * Math.log1p(Math.exp(t));
    }

    private static double logitOf(BetaDistribution distribution) {
        double x = distribution.inverseCumulativeProbability(NEGLIGIBLE);
        return x == 0 ? LEAST_LOGIT : Math.max(LEAST_LOGIT, Math.log(x) - Math.log1p(-x));
    }

    private static double expit(double t) {
        return 1 / (1 + Math.exp(-t));
    }

    private static BetaDistribution mirrored(BetaDistribution distribution) {
        return BetaDistribution.of(/* alpha= */ distribution.getBeta(), /* beta= */ distribution.getAlpha());
    }
}
