package io.crmkit.metrics.backtest;

import io.crmkit.metrics.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Whether probabilities mean what they say: of those given 30 %, do 30 % happen?
 *
 * <p>Definition: bins of equal width with their observed rates; slope {@code b} and intercept {@code a} of the logistic
 * regression {@code logit(P(event)) = a + b * logit(probability)}, by maximum likelihood; and the ratio {@code
 * sum(probability) / events}.
 *
 * <ul>
 *   <li>Shape: bins from low to high, and three numbers.
 *   <li>Unit: ratio; the intercept is in log odds.
 *   <li>Range: a slope of one, an intercept of zero and a ratio of one are perfect. A slope below one says the
 *       probabilities are too extreme, a ratio above one that too much was promised.
 *   <li>Nothing to divide by: no bins without predictions; slope and intercept are empty where the likelihood has no
 *       maximum, that is where all outcomes or all probabilities are equal or one probability parts events from
 *       non-events; the ratio is empty without an event.
 *   <li>Errors: a number of bins that is not positive is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>For slope and intercept a probability below 1e-6 counts as 1e-6, and one above 1 - 1e-6 as that, since zero and one
 * have no finite logit.
 *
 * <p>Source: Cox, D. R. (1958), Two further applications of a model for binary regression, Biometrika 45, 562–565;
 * Albert, A. and Anderson, J. A. (1984), Biometrika 71, 1–10, for when the maximum exists.
 *
 * @param bins the bins that hold a prediction, from low to high
 * @param slope the slope, or empty
 * @param intercept the intercept, or empty
 * @param ratio the events promised over the events that came, or empty
 */
public record CalibrationReport(
        List<ReliabilityBin> bins, OptionalDouble slope, OptionalDouble intercept, OptionalDouble ratio) {

    private static final int USUAL_BINS = 10;
    private static final double LEAST = 1e-6;

    /** Copies the bins. */
    public CalibrationReport {
        bins = List.copyOf(bins);
    }

    /**
     * Computes the report with ten bins.
     *
     * @param predictions the predictions, in any order
     * @return the report
     */
    public static CalibrationReport of(List<Prediction> predictions) {
        return of(predictions, USUAL_BINS);
    }

    /**
     * Computes the report.
     *
     * @param predictions the predictions, in any order
     * @param bins how many bins of equal width
     * @return the report
     * @throws IllegalArgumentException where the number of bins is not positive
     */
    public static CalibrationReport of(List<Prediction> predictions, int bins) {
        Checks.requirePositive("bins", bins);
        Optional<LogisticFit> fit = fit(predictions);
        return new CalibrationReport(
                bins(predictions, bins),
                fit.map(f -> OptionalDouble.of(f.slope())).orElse(OptionalDouble.empty()),
                fit.map(f -> OptionalDouble.of(f.intercept())).orElse(OptionalDouble.empty()),
                ratio(predictions));
    }

    private static List<ReliabilityBin> bins(List<Prediction> predictions, int bins) {
        Map<Integer, List<Prediction>> byBin = new TreeMap<>();
        for (Prediction prediction : predictions) {
            byBin.computeIfAbsent(bin(prediction.probability(), bins), k -> new ArrayList<>())
                    .add(prediction);
        }
        List<ReliabilityBin> result = new ArrayList<>();
        byBin.forEach((bin, held) -> result.add(new ReliabilityBin(
                bin / (double) bins,
                (bin + 1) / (double) bins,
                promised(held) / held.size(),
                Proportion.of(events(held), held.size()))));
        return result;
    }

    /** Finds the bin by its ends as they are shown, as {@code 0.29 * 100} is below 29. */
    private static int bin(double probability, int bins) {
        int bin = Math.min(bins - 1, (int) (probability * bins));
        if (bin + 1 < bins && probability >= (bin + 1) / (double) bins) {
            return bin + 1;
        }
        return probability < bin / (double) bins ? bin - 1 : bin;
    }

    private static OptionalDouble ratio(List<Prediction> predictions) {
        long events = events(predictions);
        return events == 0 ? OptionalDouble.empty() : OptionalDouble.of(promised(predictions) / events);
    }

    private static Optional<LogisticFit> fit(List<Prediction> predictions) {
        double[] x =
                predictions.stream().mapToDouble(p -> logit(p.probability())).toArray();
        double[] y = predictions.stream().mapToDouble(Prediction::outcome).toArray();
        return LogisticFit.of(x, y);
    }

    private static double logit(double probability) {
        double inside = Math.min(1 - LEAST, Math.max(LEAST, probability));
        return Math.log(inside) - Math.log1p(-inside);
    }

    private static double promised(List<Prediction> predictions) {
        return predictions.stream().mapToDouble(Prediction::probability).sum();
    }

    private static long events(List<Prediction> predictions) {
        return predictions.stream().filter(Prediction::happened).count();
    }
}
