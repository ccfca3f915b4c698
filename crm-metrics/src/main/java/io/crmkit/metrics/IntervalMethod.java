package io.crmkit.metrics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How an interval around a rate is computed.
 *
 * <p>Wald's interval is not offered: its coverage is erratic (Brown, Cai, DasGupta 2001, Statistical Science 16,
 * 101-133).
 */
public enum IntervalMethod {
    /**
     * The score interval, the default: coverage near its level on average, narrow, sound at 0 and n.
     *
     * <p>Source: Wilson, E. B. (1927), JASA 22, 209-212.
     */
    WILSON {
        @Override
        Interval of(long x, long n, double level) {
            double z = normalQuantile(level);
            double z2 = z * z;
            double centre = (x + z2 / 2) / (n + z2);
            double half = z / (n + z2) * Math.sqrt((double) x * (n - x) / n + z2 / 4);
            return within(x == 0 ? 0 : centre - half, x == n ? 1 : centre + half, level);
        }
    },
    /**
     * The exact interval: coverage never below its level, wider than needed.
     *
     * <p>Source: Clopper, C. J., Pearson, E. S. (1934), Biometrika 26, 404-413.
     */
    CLOPPER_PEARSON {
        @Override
        Interval of(long x, long n, double level) {
            double tail = (1 - level) / 2;
            double lower = x == 0 ? 0 : betaQuantile((double) x, n - x + 1.0, tail);
            double upper = x == n ? 1 : betaSurvivalQuantile(x + 1.0, (double) n - x, tail);
            return within(lower, upper, level);
        }
    },
    /**
     * The credible interval under Jeffreys' prior Beta(1/2, 1/2), with the lower limit 0 at 0 successes and the upper
     * limit 1 when all succeeded.
     *
     * <p>Source: Brown, L. D., Cai, T. T., DasGupta, A. (2001), Statistical Science 16, 101-133.
     */
    JEFFREYS {
        @Override
        Interval of(long x, long n, double level) {
            double tail = (1 - level) / 2;
            double lower = x == 0 ? 0 : betaQuantile(x + 0.5, n - x + 0.5, tail);
            double upper = x == n ? 1 : betaSurvivalQuantile(x + 0.5, n - x + 0.5, tail);
            return within(lower, upper, level);
        }
    },
    /**
     * Wald's formula around Wilson's centre, for large counts; limits beyond 0 and 1 are cut off there.
     *
     * <p>Source: Agresti, A., Coull, B. A. (1998), The American Statistician 52, 119-126.
     */
    AGRESTI_COULL {
        @Override
        Interval of(long x, long n, double level) {
            double z = normalQuantile(level);
            double trials = n + z * z;
            double centre = (x + z * z / 2) / trials;
            double half = z * Math.sqrt(centre * (1 - centre) / trials);
            return within(centre - half, centre + half, level);
        }
    },
    /**
     * The interval of a ratio of two Poisson counts, which may pass 1: given the sum of both counts, the first is
     * binomial with p = R / (1 + R); the limits of p are Clopper and Pearson's.
     *
     * <p>Source: Przyborowski, J., Wilenski, H. (1940), Biometrika 31, 313-323.
     */
    TWO_POISSON {
        @Override
        Interval of(long x, long n, double level) {
            throw new IllegalArgumentException("method must be one for proportions: " + this);
        }
    };

    /**
     * Computes the interval.
     *
     * @param x the successes, 0 to n
     * @param n the trials, above 0
     * @param level the level, above 0 and below 1
     * @return the interval
     */
    abstract Interval of(long x, long n, double level);

    /**
     * Returns the interval of the ratio of two Poisson counts.
     *
     * @param numerator the count above the line, 0 upwards
     * @param denominator the count below the line, above 0
     * @param level the confidence level, above 0 and below 1
     * @return the two-sided interval, by {@link #TWO_POISSON}
     * @throws IllegalArgumentException if a count or the level is out of its range
     */
    public static Interval ofRatio(long numerator, long denominator, double level) {
        Interval.requireLevel(level);
        if (numerator < 0 || denominator <= 0) {
            throw new IllegalArgumentException("numerator must not be negative and denominator must be above 0: "
                    + numerator + " / " + denominator);
        }
        Interval share = CLOPPER_PEARSON.of(numerator, Math.addExact(numerator, denominator), level);
        return new Interval(odds(share.lower()), odds(share.upper()), level, TWO_POISSON);
    }

    private static double odds(double share) {
        return share / (1 - share);
    }

    Interval within(double lower, double upper, double level) {
        return new Interval(Math.max(0, lower), Math.min(1, upper), level, this);
    }

    private static double normalQuantile(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }

    private static double betaQuantile(double a, double b, double p) {
        return BetaDistribution.of(a, b).inverseCumulativeProbability(p);
    }

    private static double betaSurvivalQuantile(double a, double b, double p) {
        return BetaDistribution.of(a, b).inverseSurvivalProbability(p);
    }
}
