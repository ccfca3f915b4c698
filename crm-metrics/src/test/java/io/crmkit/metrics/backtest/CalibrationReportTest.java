package io.crmkit.metrics.backtest;

import static io.crmkit.metrics.backtest.ScoresTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {

    @Test
    void slopeAndInterceptOfTwoProbabilitiesAreThoseThroughTheirLogits() {
        List<Prediction> predictions = new ArrayList<>();
        add(predictions, 0.2, 3, 10);
        add(predictions, 0.6, 7, 20);
        double slope = (logit(0.35) - logit(0.3)) / (logit(0.6) - logit(0.2));

        CalibrationReport report = CalibrationReport.of(predictions);

        assertEquals(slope, report.slope().orElseThrow(), 1e-12);
        assertEquals(logit(0.3) - slope * logit(0.2), report.intercept().orElseThrow(), 1e-12);
        assertEquals(14.0 / 10, report.ratio().orElseThrow(), 1e-12);
    }

    @Test
    void slopeAndInterceptEqualThoseComputedWithFortyDigits() {
        double[] p = {.9, .1, .25, .75, .5, .5, .1, .05, .9, .25, .75, .75, .1, .25, .5, .9, .1, .75, .25, .1};
        double[] y = {1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0};

        CalibrationReport report = CalibrationReport.of(ScoringRulesReferenceTest.predictions(p, y));

        assertEquals(SLOPE, report.slope().orElseThrow(), 1e-11);
        assertEquals(INTERCEPT, report.intercept().orElseThrow(), 1e-11);
    }

    @Test
    void tooExtremeProbabilitiesHaveASlopeBelowOne() {
        List<Prediction> honest = new ArrayList<>();
        List<Prediction> extreme = new ArrayList<>();
        Random random = new Random(20240601);
        for (int i = 0; i < 20_000; i++) {
            double eta = 1.5 * random.nextGaussian();
            boolean happened = random.nextDouble() < 1 / (1 + Math.exp(-eta));
            honest.add(new Prediction(1 / (1 + Math.exp(-eta)), happened));
            extreme.add(new Prediction(1 / (1 + Math.exp(-2 * eta)), happened));
        }

        assertEquals(1, CalibrationReport.of(honest).slope().orElseThrow(), 0.05);
        assertEquals(1, CalibrationReport.of(honest).ratio().orElseThrow(), 0.02);
        assertEquals(0, CalibrationReport.of(honest).intercept().orElseThrow(), 0.05);
        assertEquals(0.5, CalibrationReport.of(extreme).slope().orElseThrow(), 0.03);
        assertTrue(CalibrationReport.of(honest, 20).bins().stream()
                        .filter(ReliabilityBin::isWithinChance)
                        .count()
                >= 17);
        assertFalse(CalibrationReport.of(extreme, 5).bins().get(0).isWithinChance());
    }

    @Test
    void binsHoldTheirLowerEndAndTheLastHoldsOne() {
        CalibrationReport report = CalibrationReport.of(
                List.of(
                        new Prediction(0.29, true),
                        new Prediction(0.28, false),
                        new Prediction(0.57, false),
                        new Prediction(1, true)),
                100);

        assertEquals(
                List.of(
                        new ReliabilityBin(0.28, 0.29, 0.28, Proportion.of(0, 1)),
                        new ReliabilityBin(0.29, 0.3, 0.29, Proportion.of(1, 1)),
                        new ReliabilityBin(0.57, 0.58, 0.57, Proportion.of(0, 1)),
                        new ReliabilityBin(0.99, 1, 1, Proportion.of(1, 1))),
                report.bins());
    }

    @Test
    void slopeIsEmptyWhereTheLikelihoodHasNoMaximum() {
        assertNoSlope(List.of());
        assertNoSlope(List.of(new Prediction(0.2, true), new Prediction(0.7, true)));
        assertNoSlope(List.of(new Prediction(0.2, true), new Prediction(0.2, false)));
        assertNoSlope(List.of(new Prediction(0.2, false), new Prediction(0.7, true)));
        assertNoSlope(List.of(new Prediction(0.2, true), new Prediction(0.7, false)));
        assertNoSlope(List.of(new Prediction(0.2, false), new Prediction(0.5, false), new Prediction(0.5, true)));
        assertEquals(
                OptionalDouble.empty(),
                CalibrationReport.of(List.of(new Prediction(0.5, false))).ratio());
    }

    @Test
    void maximumIsFoundFromFarOff() {
        List<Prediction> predictions = new ArrayList<>();
        add(predictions, 0.0001, 1, 4000);
        add(predictions, 0.5, 1, 3);
        add(predictions, 0.999999, 3999, 4000);

        CalibrationReport report = CalibrationReport.of(predictions);
        double slope = report.slope().orElseThrow();
        double intercept = report.intercept().orElseThrow();
        double events = 0;
        double moment = 0;
        for (Prediction prediction : predictions) {
            double x = logit(prediction.probability());
            double error = (prediction.happened() ? 1 : 0) - 1 / (1 + Math.exp(-intercept - slope * x));
            events += error;
            moment += error * x;
        }
        assertEquals(0, events, 1e-9);
        assertEquals(0, moment, 1e-8);
    }

    @Test
    void certainProbabilitiesStillHaveAFiniteSlope() {
        CalibrationReport report = CalibrationReport.of(List.of(
                new Prediction(0, true), new Prediction(0, false), new Prediction(1, true), new Prediction(1, false)));

        assertEquals(0, report.slope().orElseThrow(), 1e-12);
        assertEquals(0, report.intercept().orElseThrow(), 1e-12);
    }

    @Test
    void noBinsAreRefused() {
        assertMessage("bins must be positive: bins = 0", () -> CalibrationReport.of(List.of(), 0));
    }

    private static final double SLOPE = 2.0229074204137515;
    private static final double INTERCEPT = -0.33997376698716125;

    private static void assertNoSlope(List<Prediction> predictions) {
        CalibrationReport report = CalibrationReport.of(predictions);
        assertEquals(OptionalDouble.empty(), report.slope());
        assertEquals(OptionalDouble.empty(), report.intercept());
    }

    private static void add(List<Prediction> predictions, double probability, int events, int n) {
        for (int i = 0; i < n; i++) {
            predictions.add(new Prediction(probability, i < events));
        }
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }
}
