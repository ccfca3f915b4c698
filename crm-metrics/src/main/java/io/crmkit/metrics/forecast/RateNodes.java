package io.crmkit.metrics.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;

/*
 * Points spread evenly over the uncertain rates of all steps, of equal weight: Beta quantiles of a
 * Latin hypercube (McKay, Beckman and Conover 1979), so that each rate alone is met exactly once in
 * each of the equal slices of its distribution. The slices are paired by the ranks of the additive
 * recurrence with the powers of the generalised golden ratio (Roberts 2018), which fills space
 * evenly; no chance is in it, so the same question has the same answer.
 */
final class RateNodes {

    private static final int NODES = 256;

    private final double[][] nodes;

    RateNodes(List<ForecastStep> steps) {
        double ratio = goldenRatio(steps.size());
        nodes = new double[NODES][steps.size()];
        for (int k = 0; k < steps.size(); k++) {
            BetaDistribution rate =
                    BetaDistribution.of(steps.get(k).alpha(), steps.get(k).beta());
            int[] slices = ranks(Math.pow(ratio, -(k + 1.0)));
            for (int i = 0; i < NODES; i++) {
                nodes[i][k] = rate.inverseCumulativeProbability((slices[i] + 0.5) / NODES);
            }
        }
    }

    private static int[] ranks(double stride) {
        double[] places = IntStream.range(0, NODES)
                .mapToDouble(i -> (0.5 + (i + 1) * stride) % 1)
                .toArray();
        double[] sorted = places.clone();
        Arrays.sort(sorted);
        return Arrays.stream(places)
                .mapToInt(place -> Arrays.binarySearch(sorted, place))
                .toArray();
    }

    /* The root of x^(d + 1) = x + 1, by the iteration that converges to it. */
    private static double goldenRatio(int dimensions) {
        double ratio = 2;
        for (int i = 0; i < 64; i++) {
            ratio = Math.pow(1 + ratio, 1.0 / (dimensions + 1));
        }
        return ratio;
    }

    double[][] nodes() {
        return nodes;
    }
}
