package io.crmkit.metrics.team;

import io.crmkit.metrics.Proportion;

/*
 * How probable each number of a seller's successes is when all work alike: in one segment, with all
 * sums of the two-by-two table kept, hypergeometric; over segments the sum of such counts.
 *
 * Weights are walked outwards from the most probable count, which has the weight one, and divided by
 * their sum, so that no factorial is needed.
 */
final class ConditionalCounts {

    private static final double SAME = 1 + 1e-7;

    private final long least;
    private final double[] probabilities;

    private ConditionalCounts(long least, double[] probabilities) {
        this.least = least;
        this.probabilities = probabilities;
    }

    static ConditionalCounts certain() {
        return new ConditionalCounts(0, new double[] {1});
    }

    static ConditionalCounts of(Proportion own, Proportion rest) {
        long successes = own.successes() + rest.successes();
        long least = Math.max(0, successes - rest.trials());
        long most = Math.min(own.trials(), successes);
        double trials = (double) own.trials() + rest.trials();
        long mode = (long) ((own.trials() + 1.0) * (successes + 1.0) / (trials + 2));
        int middle = Math.toIntExact(Math.max(least, Math.min(most, mode)) - least);
        double[] weights = new double[Math.toIntExact(most - least + 1)];
        weights[middle] = 1;
        for (int i = middle; i + 1 < weights.length; i++) {
            weights[i + 1] = weights[i] * upwards(own, rest, successes, least + i);
        }
        for (int i = middle; i > 0; i--) {
            weights[i - 1] = weights[i] / upwards(own, rest, successes, least + i - 1);
        }
        return new ConditionalCounts(least, divided(weights));
    }

    /* The probability of k + 1 successes over that of k. */
    private static double upwards(Proportion own, Proportion rest, long successes, long k) {
        return (own.trials() - k) / (k + 1.0) * ((successes - k) / (rest.trials() - successes + k + 1.0));
    }

    private static double[] divided(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    ConditionalCounts plus(ConditionalCounts other) {
        double[] sums = new double[probabilities.length + other.probabilities.length - 1];
        for (int i = 0; i < probabilities.length; i++) {
            for (int j = 0; j < other.probabilities.length; j++) {
                sums[i + j] += probabilities[i] * other.probabilities[j];
            }
        }
        return new ConditionalCounts(least + other.least, sums);
    }

    /* Of all counts at most as probable as this one, within R's relative 1e-7. */
    double pValue(long count) {
        double seen = probabilities[Math.toIntExact(count - least)] * SAME;
        double sum = 0;
        for (double probability : probabilities) {
            sum += probability <= seen ? probability : 0;
        }
        return Math.min(1, sum);
    }

    /* The least p value that any count could have had. */
    double leastPValue() {
        return Math.min(pValue(least), pValue(least + probabilities.length - 1));
    }
}
