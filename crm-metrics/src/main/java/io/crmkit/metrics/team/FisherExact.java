package io.crmkit.metrics.team;

import io.crmkit.metrics.Proportion;

/*
 * Fisher's exact test of one seller against the rest, two-sided: the probability, with all sums of
 * the two-by-two table kept, of every table at most as probable as the one seen.
 *
 * The hypergeometric weights are walked outwards from the most probable count by the quotient of
 * neighbours, with the weight there taken as one; their sum normalises them. So no logarithm of a
 * factorial is needed, and any long counts do. A walk ends where a weight is below 1e-300.
 *
 * As R's fisher.test does, a table counts as equally probable within a relative 1e-7.
 */
final class FisherExact {

    private static final double SAME = 1 + 1e-7;
    private static final double NEGLIGIBLE = 1e-300;

    private final double own;
    private final double rest;
    private final double successes;
    private final double seen;

    private FisherExact(Proportion own, Proportion rest) {
        this.own = own.trials();
        this.rest = rest.trials();
        this.successes = (double) own.successes() + rest.successes();
        this.seen = own.successes();
    }

    static double pValue(Proportion own, Proportion rest) {
        return new FisherExact(own, rest).twoSided();
    }

    private double twoSided() {
        double lowest = Math.max(0, successes - rest);
        double highest = Math.min(own, successes);
        double mode = Math.floor((own + 1) * (successes + 1) / (own + rest + 2));
        mode = Math.max(lowest, Math.min(highest, mode));
        double limit = weightOfSeen(mode) * SAME;
        double total = 0;
        double extreme = 0;
        for (double k = mode, weight = 1; k <= highest && weight > NEGLIGIBLE; weight *= upwards(k), k++) {
            total += weight;
            extreme += weight <= limit ? weight : 0;
        }
        for (double k = mode - 1, weight = 1 / upwards(k); k >= lowest && weight > NEGLIGIBLE; k--) {
            total += weight;
            extreme += weight <= limit ? weight : 0;
            weight /= upwards(k - 1);
        }
        return Math.min(1, extreme / total);
    }

    private double weightOfSeen(double mode) {
        double weight = 1;
        for (double k = mode; k < seen && weight > NEGLIGIBLE; k++) {
            weight *= upwards(k);
        }
        for (double k = mode; k > seen && weight > NEGLIGIBLE; k--) {
            weight /= upwards(k - 1);
        }
        return weight;
    }

    /** The probability of k + 1 successes over that of k. */
    private double upwards(double k) {
        return (own - k) / (k + 1) * ((successes - k) / (rest - successes + k + 1));
    }
}
