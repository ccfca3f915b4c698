package io.crmkit.metrics.distribution;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/*
 * A log-normal distribution of mean one as 32 equally probable values: the mean of each of its 32 parts.
 *
 * The mean of exp(s Z - s²/2) over z0 < Z < z1 is (cdf(z1 - s) - cdf(z0 - s)) / probability of the part.
 */
final class LognormalParts {

    static final int PARTS = 32;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double[] EDGES = edges();

    /* No spread at all: every part is one. */
    static final LognormalParts KNOWN = known();

    final double spread;
    final double[] values;
    final double secondMoment;
    final double thirdMoment;
    final double fourthMoment;

    private LognormalParts(double spread, double[] values) {
        this.spread = spread;
        this.values = values;
        this.secondMoment = moment(values, 2);
        this.thirdMoment = moment(values, 3);
        this.fourthMoment = moment(values, 4);
    }

    /* The parts for this spread: those at hand if they are for it. */
    static LognormalParts of(double spread, LognormalParts atHand) {
        return atHand.spread == spread ? atHand : of(spread);
    }

    private static LognormalParts known() {
        double[] ones = new double[PARTS];
        Arrays.fill(ones, 1);
        return new LognormalParts(0, ones);
    }

    private static LognormalParts of(double spread) {
        double[] values = new double[PARTS];
        for (int i = 0; i < PARTS; i++) {
            double above = 1 - NORMAL.cumulativeProbability(EDGES[i + 1] - spread);
            values[i] = PARTS * ((1 - NORMAL.cumulativeProbability(EDGES[i] - spread)) - above);
        }
        return new LognormalParts(spread, values);
    }

    private static double[] edges() {
        double[] edges = new double[PARTS + 1];
        for (int i = 0; i <= PARTS; i++) {
            edges[i] = NORMAL.inverseCumulativeProbability((double) i / PARTS);
        }
        return edges;
    }

    private static double moment(double[] values, int order) {
        double sum = 0;
        for (double value : values) {
            sum += Math.pow(value, order);
        }
        return sum / PARTS;
    }

    double greatest() {
        return values[PARTS - 1];
    }

    /* The variance inside the parts, which the replacement loses. */
    double lostVariance() {
        return Math.max(0, Math.exp(spread * spread) - secondMoment);
    }
}
