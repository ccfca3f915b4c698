package io.crmkit.metrics.team;

import org.apache.commons.statistics.distribution.BetaDistribution;

/*
 * The successes of n trials at rate p, by chance alone.
 *
 * P(X <= k) is the upper tail of Beta(k + 1, n - k) at p, which takes any long n; the library's own
 * binomial distribution takes int trials.
 *
 * The upper limit of Spiegelhalter's interpolation lies below its whole count: at team rate 1/2, the
 * 97.5 % limit for one trial is 0.95, and 1 of 1 would be "above" with a chance of one half. So
 * a count is called beyond by its exact tail probability, never by the drawn limit. For the lower
 * side the two agree; for the upper side, whatever is beyond by its tail is beyond the line too.
 */
record ChanceCounts(long trials, double rate) {

    double atMost(long count) {
        if (count < 0) {
            return 0;
        }
        if (count >= trials) {
            return 1;
        }
        return BetaDistribution.of(count + 1.0, (double) (trials - count)).survivalProbability(rate);
    }

    double atLeast(long count) {
        if (count <= 0) {
            return 1;
        }
        return BetaDistribution.of((double) count, trials - count + 1.0).cumulativeProbability(rate);
    }

    /** The rate below which a share {@code tail} of the chance results lies, interpolated between whole counts. */
    double interpolatedRate(double tail) {
        long count = smallestReaching(tail);
        double reached = atMost(count);
        double excess = (reached - tail) / (reached - atMost(count - 1));
        return Math.min(1, Math.max(0, (count - excess) / trials));
    }

    private long smallestReaching(double tail) {
        long low = 0;
        long high = trials;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (atMost(middle) >= tail) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
