package io.crmkit.metrics.team;

import io.crmkit.metrics.Proportion;
import java.util.List;

/*
 * The likelihood of all sellers' counts where their rates vary with mean mu and correlation rho.
 *
 * With t = 1 / (alpha + beta) = rho / (1 - rho), a seller's x of n has probability
 *   C(n, x) * prod(mu + j t, j < x) * prod(1 - mu + j t, j < n - x) / prod(1 + j t, j < n),
 * which is the binomial itself at t = 0. Written with lbeta(alpha, beta) it loses all digits where
 * alpha + beta is great, just where the boundary has to be told from its neighbours.
 *
 * The factors are the same for every seller who gets as far as j, so the arrays hold how many do,
 * and a sum takes as many steps as the greatest count, not as the team has trials.
 */
final class BetaBinomial {

    private static final int MOST_TRIALS = 10_000_000;
    private static final int MOST_STEPS = 200;

    private final int[] successesBeyond;
    private final int[] failuresBeyond;
    private final int[] trialsBeyond;
    private final double coefficients;
    private final double pooled;

    BetaBinomial(List<SellerCount> sellers) {
        List<Proportion> counts = sellers.stream().map(SellerCount::proportion).toList();
        counts.forEach(BetaBinomial::requireCountable);
        successesBeyond =
                beyond(counts.stream().mapToLong(Proportion::successes).toArray());
        failuresBeyond = beyond(
                counts.stream().mapToLong(c -> c.trials() - c.successes()).toArray());
        trialsBeyond = beyond(counts.stream().mapToLong(Proportion::trials).toArray());
        coefficients = counts.stream().mapToDouble(BetaBinomial::logCoefficient).sum();
        pooled = Team.pooled(sellers).rate().orElseThrow();
    }

    double pooled() {
        return pooled;
    }

    /** The logarithm of the likelihood, binomial coefficients included. */
    double logLikelihood(double mean, double rho) {
        double step = rho / (1 - rho);
        return coefficients
                + logSum(successesBeyond, mean, step)
                + logSum(failuresBeyond, 1 - mean, step)
                - logSum(trialsBeyond, 1, step);
    }

    /** The mean that suits the counts best at {@code rho}: the logarithm is concave in the mean, so Newton finds it. */
    double bestMean(double rho) {
        double step = rho / (1 - rho);
        if (pooled == 0 || pooled == 1 || rho == 0) {
            return pooled;
        }
        double low = 0;
        double high = 1;
        double mean = pooled;
        for (int i = 0; i < MOST_STEPS; i++) {
            double slope = slope(mean, step);
            low = slope > 0 ? mean : low;
            high = slope > 0 ? high : mean;
            double next = mean + slope / bend(mean, step);
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(next - mean) <= 1e-15 * mean) {
                return next;
            }
            mean = next;
        }
        return mean;
    }

    private double slope(double mean, double step) {
        return inverseSum(successesBeyond, mean, step) - inverseSum(failuresBeyond, 1 - mean, step);
    }

    private double bend(double mean, double step) {
        return squareSum(successesBeyond, mean, step) + squareSum(failuresBeyond, 1 - mean, step);
    }

    private static double logSum(int[] weights, double start, double step) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * (start == 1 ? Math.log1p(j * step) : Math.log(start + j * step));
        }
        return sum;
    }

    private static double inverseSum(int[] weights, double start, double step) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] / (start + j * step);
        }
        return sum;
    }

    private static double squareSum(int[] weights, double start, double step) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            double factor = start + j * step;
            sum += weights[j] / (factor * factor);
        }
        return sum;
    }

    /** How many of the counts are greater than 0, 1, 2, … */
    private static int[] beyond(long[] counts) {
        long most = 0;
        for (long count : counts) {
            most = Math.max(most, count);
        }
        int[] beyond = new int[Math.toIntExact(most)];
        for (long count : counts) {
            if (count > 0) {
                beyond[(int) count - 1]++;
            }
        }
        for (int j = beyond.length - 2; j >= 0; j--) {
            beyond[j] += beyond[j + 1];
        }
        return beyond;
    }

    private static double logCoefficient(Proportion count) {
        long fewer = Math.min(count.successes(), count.trials() - count.successes());
        double sum = 0;
        for (long j = 1; j <= fewer; j++) {
            sum += Math.log((double) (count.trials() - fewer + j) / j);
        }
        return sum;
    }

    private static void requireCountable(Proportion count) {
        if (count.trials() > MOST_TRIALS) {
            throw new IllegalArgumentException(
                    "trials of one seller must be at most " + MOST_TRIALS + ": trials = " + count.trials());
        }
    }
}
