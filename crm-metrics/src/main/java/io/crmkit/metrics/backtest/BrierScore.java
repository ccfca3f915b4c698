package io.crmkit.metrics.backtest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mean squared error of probabilities, with its three parts.
 *
 * <p>Definition: {@code score = mean((p - y)^2) = reliability - resolution + uncertainty}, with predictions grouped by
 * equal probability, {@code o} the rate of events in a group of {@code n} and {@code b} the rate of all {@code N}:
 * {@code reliability = sum(n * (p - o)^2) / N}, {@code resolution = sum(n * (o - b)^2) / N}, {@code uncertainty = b *
 * (1 - b)}.
 *
 * <ul>
 *   <li>Shape: the score and three parts.
 *   <li>Unit: squared ratio; small is good, and so is a large resolution.
 *   <li>Range: zero to one; reliability, resolution and uncertainty are not negative, and uncertainty is at most 0.25.
 *   <li>Nothing to divide by: no prediction is an {@link IllegalArgumentException}.
 *   <li>Errors: as above.
 * </ul>
 *
 * <p>What it is not: comparable between sets of another base rate, as uncertainty belongs to the events alone. Where
 * nearly every prediction has a probability of its own, groups are of one, and reliability and resolution are both
 * large; {@link CalibrationReport} bins them.
 *
 * <p>Source: Brier, G. W. (1950), Monthly Weather Review 78, 1–3; Murphy, A. H. (1973), A new vector partition of the
 * probability score, Journal of Applied Meteorology 12, 595–600.
 *
 * @param score the mean squared error
 * @param reliability how far groups are from the rate they were given
 * @param resolution how far groups are from the rate of all
 * @param uncertainty the score of the base rate
 */
public record BrierScore(double score, double reliability, double resolution, double uncertainty) {

    /**
     * Computes the score of predictions.
     *
     * @param predictions the predictions, in any order
     * @return the score with its parts
     * @throws IllegalArgumentException where there is no prediction
     */
    public static BrierScore of(List<Prediction> predictions) {
        double n = Checks.requireSome("predictions", predictions.size());
        double score = predictions.stream()
                        .mapToDouble(p -> square(p.probability() - p.outcome()))
                        .sum()
                / n;
        double base = rate(predictions);
        double reliability = 0;
        double resolution = 0;
        for (List<Prediction> group : groups(predictions)) {
            double observed = rate(group);
            reliability += group.size() * square(group.get(0).probability() - observed);
            resolution += group.size() * square(observed - base);
        }
        return new BrierScore(score, reliability / n, resolution / n, base * (1 - base));
    }

    private static Collection<List<Prediction>> groups(List<Prediction> predictions) {
        Map<Double, List<Prediction>> groups = new TreeMap<>();
        for (Prediction prediction : predictions) {
            groups.computeIfAbsent(prediction.probability(), p -> new ArrayList<>())
                    .add(prediction);
        }
        return groups.values();
    }

    static double rate(List<Prediction> predictions) {
        return predictions.stream().filter(Prediction::happened).count() / (double) predictions.size();
    }

    private static double square(double value) {
        return value * value;
    }
}
