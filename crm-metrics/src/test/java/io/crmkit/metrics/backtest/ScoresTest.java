package io.crmkit.metrics.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ScoresTest {

    private static final double[] NONE = {};

    @Test
    void brierScoreOfAHandCheckedSetHasItsThreeParts() {
        BrierScore score = BrierScore.of(List.of(
                new Prediction(0.5, true),
                new Prediction(0.5, false),
                new Prediction(1, true),
                new Prediction(0, false)));

        assertEquals(new BrierScore(0.125, 0, 0.125, 0.25), score);
    }

    @Test
    void scoresOfTwentyPredictionsEqualExactValues() {
        double[] p = {.9, .1, .25, .75, .5, .5, .1, .05, .9, .25, .75, .75, .1, .25, .5, .9, .1, .75, .25, .1};
        double[] y = {1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0};
        List<Prediction> predictions = ScoringRulesReferenceTest.predictions(p, y);
        BrierScore score = BrierScore.of(predictions);

        assertEquals(0.091625, score.score(), 1e-15);
        assertEquals(0.02079166666666666667, score.reliability(), 1e-15);
        assertEquals(0.1691666666666666667, score.resolution(), 1e-15);
        assertEquals(0.24, score.uncertainty(), 1e-15);
        assertEquals(0.3186843914806176991, EventScores.logLoss(predictions), 1e-15);
        assertEquals(0.953125, EventScores.auc(predictions).orElseThrow(), 1e-15);
    }

    @Test
    void scoresOfDistributionsAndValuesEqualExactValues() {
        double[] sample = {3, 5, 5, 8, 13};
        double[] history = {12, 15, 11, 18, 20, 14, 13, 17, 12, 21, 24, 15};
        double[] actual = {14, 18, 13, 22};
        double[] forecast = {13, 17, 12, 21};

        assertEquals(1.96, DistributionScores.crpsOfSample(sample, 9), 1e-14);
        assertEquals(1.5, DistributionScores.fairCrpsOfSample(sample, 9), 1e-14);
        assertEquals(0.9944240039774529703, DistributionScores.crpsOfNormal(0, 1, 1.5), 1e-14);
        assertEquals(2.7, DistributionScores.pinball(0.1, 10, 7), 1e-14);
        assertEquals(210, DistributionScores.intervalScore(0.95, 5, 15, 20), 1e-11);
        assertEquals(0.2, PointScores.mase(history, 4, actual, forecast).orElseThrow(), 1e-15);
        assertEquals(6.443213978097699028, PointScores.smape(actual, forecast), 1e-13);
    }

    @Test
    void certainPredictionThatFailsHasInfiniteLogLoss() {
        assertEquals(Double.POSITIVE_INFINITY, EventScores.logLoss(List.of(new Prediction(1, false))));
        assertEquals(Double.POSITIVE_INFINITY, EventScores.logLoss(List.of(new Prediction(0, true))));
        assertEquals(0, EventScores.logLoss(List.of(new Prediction(1, true), new Prediction(0, false))));
    }

    @Test
    void areaIsEmptyWithoutAnEventOrWithoutANonEvent() {
        assertTrue(EventScores.auc(List.of()).isEmpty());
        assertTrue(EventScores.auc(List.of(new Prediction(0.5, true))).isEmpty());
        assertTrue(EventScores.auc(List.of(new Prediction(0.5, false))).isEmpty());
    }

    @Test
    void areaCountsAnEqualProbabilityAsOneHalf() {
        List<Prediction> tied = List.of(new Prediction(0.0, true), new Prediction(-0.0, false));

        assertEquals(0.5, EventScores.auc(tied).orElseThrow());
        assertEquals(0, BrierScore.of(tied).resolution());
    }

    @Test
    void countBeyondTheDistributionCostsOneForEachStep() {
        assertEquals(3, DistributionScores.crpsOfCount(new double[] {0, 1}, 4));
        assertEquals(0, DistributionScores.crpsOfCount(new double[] {0, 1}, 1));
        assertEquals(1, DistributionScores.crpsOfCount(new double[] {0, 1}, 0));
    }

    @Test
    void endsOfAnIntervalCover() {
        double[] lower = {1, 1, 1, 1};
        double[] upper = {2, 2, 2, 2};

        assertEquals(0.5, DistributionScores.coverage(lower, upper, new double[] {1, 2, 0.5, 2.5}));
    }

    @Test
    void percentageErrorRefusesZeroAndSymmetricOneTakesTwoZerosAsRight() {
        assertMessage(
                "actual must not be zero for a percentage error: actual[1] = 0.0; use mase",
                () -> PointScores.mape(new double[] {1, 0}, new double[] {1, 1}));
        assertEquals(100, PointScores.smape(new double[] {0, 0}, new double[] {0, 3}));
    }

    @Test
    void scaledErrorIsEmptyWhereTheHistoryGivesNoScale() {
        double[] one = {1};
        assertTrue(PointScores.mase(new double[] {5, 5, 5}, 1, one, one).isEmpty());
        assertTrue(PointScores.mase(new double[] {5, 6}, 2, one, one).isEmpty());
        assertTrue(PointScores.mase(NONE, 1, one, one).isEmpty());
    }

    @Test
    void badEventsAreRefused() {
        assertMessage("probability must be between 0 and 1: probability = 1.5", () -> new Prediction(1.5, true));
        assertMessage("probability must be between 0 and 1: probability = NaN", () -> new Prediction(Double.NaN, true));
        assertMessage("predictions must not be empty", () -> BrierScore.of(List.of()));
        assertMessage("predictions must not be empty", () -> EventScores.logLoss(List.of()));
    }

    @Test
    void badDistributionsAreRefused() {
        assertMessage("masses must not be empty", () -> DistributionScores.crpsOfCount(NONE, 0));
        assertMessage(
                "masses must not be negative: masses[1] = -1.0",
                () -> DistributionScores.crpsOfCount(new double[] {2, -1}, 0));
        assertMessage(
                "masses must sum to 1: sum = 0.5", () -> DistributionScores.crpsOfCount(new double[] {0.25, 0.25}, 0));
        assertMessage(
                "outcome must not be negative: outcome = -1",
                () -> DistributionScores.crpsOfCount(new double[] {1}, -1));
        assertMessage("sample must not be empty", () -> DistributionScores.crpsOfSample(NONE, 0));
        assertMessage(
                "sample must hold two values or more: sample = 1",
                () -> DistributionScores.fairCrpsOfSample(new double[] {1}, 0));
        assertMessage(
                "sample[0] must be a finite number: sample[0] = NaN",
                () -> DistributionScores.crpsOfSample(new double[] {Double.NaN}, 0));
        assertMessage("sd must be positive: sd = 0.0", () -> DistributionScores.crpsOfNormal(0, 0, 0));
    }

    @Test
    void badQuantilesAndIntervalsAreRefused() {
        assertMessage(
                "probability must be strictly between 0 and 1: probability = 1.0",
                () -> DistributionScores.pinball(1, 0, 0));
        assertMessage(
                "level must be strictly between 0 and 1: level = 0.0",
                () -> DistributionScores.intervalScore(0, 0, 1, 0));
        assertMessage(
                "lower must not be above upper: lower = 2.0, upper = 1.0",
                () -> DistributionScores.intervalScore(0.8, 2, 1, 0));
        assertMessage(
                "outcome must be a finite number: outcome = Infinity",
                () -> DistributionScores.pinball(0.5, 0, Double.POSITIVE_INFINITY));
        assertMessage(
                "outcomes and upper must be of one length: outcomes = 1, upper = 0",
                () -> DistributionScores.coverage(new double[] {0}, NONE, new double[] {0}));
    }

    @Test
    void badPointsAreRefused() {
        assertMessage("actual must not be empty", () -> PointScores.meanError(NONE, NONE));
        assertMessage(
                "actual and forecast must be of one length: actual = 1, forecast = 2",
                () -> PointScores.smape(new double[] {1}, new double[] {1, 2}));
        assertMessage(
                "season must be positive: season = 0",
                () -> PointScores.mase(NONE, 0, new double[] {1}, new double[] {1}));
    }

    static void assertMessage(String message, Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
