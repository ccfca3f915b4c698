package io.crmkit.metrics.backtest;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Scores of probabilities of events, beside {@link BrierScore}. */
public final class EventScores {

    private EventScores() {}

    /**
     * Computes the logarithmic loss.
     *
     * <p>Definition: the mean of {@code -ln(q)}, with {@code q} the probability given to what came to pass.
     *
     * <ul>
     *   <li>Shape: one number; small is good.
     *   <li>Unit: nats.
     *   <li>Range: zero upwards; positive infinity where a probability of zero was given to what came to pass, as the
     *       rule has it. Nothing is clipped.
     *   <li>Nothing to divide by: no prediction is an {@link IllegalArgumentException}.
     *   <li>Errors: as above.
     * </ul>
     *
     * <p>Source: Good, I. J. (1952), Rational decisions, JRSS B 14, 107–114.
     *
     * @param predictions the predictions, in any order
     * @return the mean loss
     * @throws IllegalArgumentException where there is no prediction
     */
    public static double logLoss(List<Prediction> predictions) {
        int n = Checks.requireSome("predictions", predictions.size());
        double sum = 0;
        for (Prediction prediction : predictions) {
            sum -= prediction.happened() ? Math.log(prediction.probability()) : Math.log1p(-prediction.probability());
        }
        return sum / n;
    }

    /**
     * Computes the area under the receiver operating characteristic.
     *
     * <p>Definition: the probability that an event drawn at random was given a higher probability than a non-event
     * drawn at random, an equal one counting one half.
     *
     * <ul>
     *   <li>Shape: one number; large is good, one half is chance.
     *   <li>Unit: ratio, not percent.
     *   <li>Range: zero to one.
     *   <li>Nothing to divide by: empty where there is no event or no non-event.
     *   <li>Errors: none.
     * </ul>
     *
     * <p>What it is not: a proper score. It looks at the order alone, so that probabilities of half their due size have
     * the same area; show it beside {@link BrierScore} or {@link CalibrationReport}.
     *
     * <p>Source: Hanley, J. A. and McNeil, B. J. (1982), Radiology 143, 29–36.
     *
     * @param predictions the predictions, in any order
     * @return the area, or empty
     */
    public static OptionalDouble auc(List<Prediction> predictions) {
        long events = predictions.stream().filter(Prediction::happened).count();
        long others = predictions.size() - events;
        if (events == 0 || others == 0) {
            return OptionalDouble.empty();
        }
        double pairs = (double) events * others;
        return OptionalDouble.of((twiceRankSum(predictions) - (double) events * (events + 1)) / (2 * pairs));
    }

    private static double twiceRankSum(List<Prediction> predictions) {
        List<Prediction> sorted = predictions.stream()
                .sorted(Comparator.comparingDouble(Prediction::probability))
                .toList();
        double sum = 0;
        int from = 0;
        while (from < sorted.size()) {
            int until = from;
            int events = 0;
            while (until < sorted.size()
                    && sorted.get(until).probability() == sorted.get(from).probability()) {
                events += sorted.get(until).happened() ? 1 : 0;
                until++;
            }
            sum += (double) events * (from + 1 + until);
            from = until;
        }
        return sum;
    }
}
