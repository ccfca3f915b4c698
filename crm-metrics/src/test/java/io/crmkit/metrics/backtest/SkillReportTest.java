package io.crmkit.metrics.backtest;

import static io.crmkit.metrics.backtest.ScoresTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SkillReportTest {

    @Test
    void skillOfEventsIsAgainstTheirBaseRate() {
        double[] p = {.9, .1, .25, .75, .5, .5, .1, .05, .9, .25, .75, .75, .1, .25, .5, .9, .1, .75, .25, .1};
        double[] y = {1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0};

        SkillReport report = SkillReport.ofEvents(ScoringRulesReferenceTest.predictions(p, y));

        assertEquals(0.6182291666666667, report.skills().get(0).value().orElseThrow(), 1e-12);
        assertTrue(report.beatsEveryBaseline());
        assertTrue(report.toString().startsWith("BRIER 0.0916 against BASE_RATE 0.2400: skill +0.618\nLOG_LOSS "));
    }

    @Test
    void negativeSkillIsShown() {
        SkillReport report = SkillReport.ofEvents(List.of(new Prediction(0.9, false), new Prediction(0.1, true)), 0.5);

        assertEquals(1 - 0.81 / 0.25, report.skills().get(0).value().orElseThrow(), 1e-12);
        assertEquals(
                "BRIER 0.8100 against BASE_RATE 0.2500: skill -2.240",
                report.skills().get(0).toString());
        assertFalse(report.beatsEveryBaseline());
    }

    @Test
    void skillOfASeriesIsAgainstTheSeasonBeforeAndTheLastValue() {
        SkillReport report =
                SkillReport.ofSeries(new double[] {1, 2, 3, 4}, 2, new double[] {3, 5, 4}, new double[] {3, 5, 5});

        assertEquals(
                List.of(
                        new Skill(ScoringRule.MEAN_ABSOLUTE_ERROR, Baseline.SEASONAL_NAIVE, 1 / 3.0, 2 / 3.0),
                        new Skill(
                                ScoringRule.ROOT_MEAN_SQUARED_ERROR,
                                Baseline.SEASONAL_NAIVE,
                                Math.sqrt(1 / 3.0),
                                Math.sqrt(2 / 3.0)),
                        new Skill(ScoringRule.MEAN_ABSOLUTE_ERROR, Baseline.NAIVE, 1 / 3.0, 2 / 3.0),
                        new Skill(
                                ScoringRule.ROOT_MEAN_SQUARED_ERROR,
                                Baseline.NAIVE,
                                Math.sqrt(1 / 3.0),
                                Math.sqrt(2 / 3.0))),
                report.skills());
    }

    @Test
    void shortHistoryIsComparedWithTheLastValueOnly() {
        SkillReport report = SkillReport.ofSeries(new double[] {1}, 12, new double[] {3}, new double[] {1});

        assertEquals(2, report.skills().size());
        assertEquals(Baseline.NAIVE, report.skills().get(0).baseline());
        assertEquals(0, report.skills().get(0).value().orElseThrow());
        assertFalse(report.skills().get(0).isBetter());
    }

    @Test
    void skillAgainstAPerfectBaselineIsNotDefined() {
        Skill skill = new Skill(ScoringRule.BRIER, Baseline.BASE_RATE, 0.5, 0);

        assertEquals(OptionalDouble.empty(), skill.value());
        assertEquals("BRIER 0.5000 against BASE_RATE 0.0000: skill not defined", skill.toString());
        assertEquals(
                OptionalDouble.empty(),
                new Skill(ScoringRule.LOG_LOSS, Baseline.BASE_RATE, 1, Double.POSITIVE_INFINITY).value());
    }

    @Test
    void badInputIsRefused() {
        double[] one = {1};
        assertMessage("predictions must not be empty", () -> SkillReport.ofEvents(List.of()));
        assertMessage("history must not be empty", () -> SkillReport.ofSeries(new double[0], 1, one, one));
        assertMessage("season must be positive: season = 0", () -> SkillReport.ofSeries(one, 0, one, one));
        assertMessage(
                "score must not be negative: score = NaN",
                () -> new Skill(ScoringRule.BRIER, Baseline.BASE_RATE, Double.NaN, 1));
        assertMessage(
                "baselineScore must not be negative: baselineScore = -1.0",
                () -> new Skill(ScoringRule.BRIER, Baseline.BASE_RATE, 0, -1));
    }
}
