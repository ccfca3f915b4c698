package io.crmkit.metrics.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ScoresPropertyTest {

    @Property
    void brierScoreIsReliabilityLessResolutionPlusUncertainty(@ForAll("predictions") List<Prediction> predictions) {
        BrierScore score = BrierScore.of(predictions);

        assertEquals(score.score(), score.reliability() - score.resolution() + score.uncertainty(), 1e-12);
        assertTrue(score.reliability() >= 0 && score.resolution() >= 0 && score.uncertainty() <= 0.25);
    }

    @Property
    void eventScoresDoNotLookAtTheOrder(@ForAll("predictions") List<Prediction> predictions, @ForAll long seed) {
        List<Prediction> shuffled = new ArrayList<>(predictions);
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(BrierScore.of(predictions).score(), BrierScore.of(shuffled).score(), 1e-12);
        assertEquals(EventScores.auc(predictions), EventScores.auc(shuffled));
    }

    @Property
    void areaOfTurnedProbabilitiesIsTheRest(@ForAll("predictions") List<Prediction> predictions) {
        List<Prediction> turned = predictions.stream()
                .map(p -> new Prediction(1 - p.probability(), p.happened()))
                .toList();

        EventScores.auc(predictions)
                .ifPresent(
                        area -> assertEquals(1 - area, EventScores.auc(turned).orElseThrow(), 1e-12));
        assertEquals(
                EventScores.auc(predictions).isPresent(),
                EventScores.auc(turned).isPresent());
    }

    @Property
    void scoreOfASampleOfOneIsTheAbsoluteError(@ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
        assertEquals(Math.abs(value - 3), DistributionScores.crpsOfSample(new double[] {value}, 3), 1e-9);
    }

    @Property
    void scoreOfACountIsThatOfASampleWithTheSameShares(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 8) Integer> sample,
            @ForAll @IntRange(max = 12) int outcome) {
        double[] masses = new double[9];
        sample.forEach(k -> masses[k] += 1.0 / sample.size());
        double[] values = sample.stream().mapToDouble(Integer::doubleValue).toArray();

        assertEquals(
                DistributionScores.crpsOfSample(values, outcome),
                DistributionScores.crpsOfCount(masses, outcome),
                1e-12);
    }

    @Property
    void intervalScoreIsTwoPinballLossesOverTheTail(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double level,
            @ForAll @DoubleRange(min = -100, max = 100) double outcome) {
        double tail = (1 - level) / 2;
        double losses =
                DistributionScores.pinball(tail, -20, outcome) + DistributionScores.pinball(1 - tail, 30, outcome);

        assertEquals(losses / tail, DistributionScores.intervalScore(level, -20, 30, outcome), 1e-9);
    }

    @Property
    void scaledErrorDoesNotLookAtTheUnit(@ForAll @DoubleRange(min = 0.01, max = 1000) double unit) {
        double[] history = {3, 5, 4, 8};
        double plain =
                PointScores.mase(history, 1, new double[] {7}, new double[] {5}).orElseThrow();
        double scaled = PointScores.mase(
                        new double[] {3 * unit, 5 * unit, 4 * unit, 8 * unit},
                        1,
                        new double[] {7 * unit},
                        new double[] {5 * unit})
                .orElseThrow();

        assertEquals(plain, scaled, 1e-12);
    }

    @Provide
    Arbitrary<List<Prediction>> predictions() {
        Arbitrary<Double> probability = Arbitraries.integers().between(0, 20).map(i -> i / 20.0);
        return Combinators.combine(probability, Arbitraries.of(true, false))
                .as(Prediction::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
