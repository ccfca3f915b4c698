package io.crmkit.metrics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.distribution.CountDistribution;
import io.crmkit.metrics.funnel.CumulativeIncidence;
import io.crmkit.metrics.funnel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WinProbabilityTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant day(double days) {
        return START.plus(Math.round(days * 86_400), ChronoUnit.SECONDS);
    }

    private static OpenOpportunity open(String stage, double days) {
        return new OpenOpportunity("o", stage, days, days, Map.of());
    }

    private static OpportunitySnapshot settled(double at, OpenOpportunity how, Outcome outcome, double end) {
        return new OpportunitySnapshot(day(at), how, outcome, Optional.of(day(end)));
    }

    @Test
    void countsThoseStillOpenAsTheCurveDoes() {
        SplittableRandom random = new SplittableRandom(7);
        List<StageVisit> visits = new ArrayList<>();
        double[] durations = new double[2_000];
        Outcome[] outcomes = new Outcome[durations.length];
        for (int i = 0; i < durations.length; i++) {
            double entered = random.nextDouble() * 60;
            double stay = -Math.log(random.nextDouble()) * 15;
            Outcome outcome = random.nextDouble() < 0.4 ? Outcome.WON : Outcome.LOST;
            boolean known = entered + stay < 60;
            visits.add(StageVisit.settled("o" + i, "quote", day(entered), day(entered + stay), outcome));
            durations[i] = known ? stay : 60 - entered;
            outcomes[i] = known ? outcome : Outcome.OPEN;
        }
        LandmarkModel model = LandmarkModel.fit(visits, day(60));
        CumulativeIncidence curve = CumulativeIncidence.of(durations, outcomes);

        assertEquals(2_000, model.visits());
        for (int horizon : new int[] {5, 10, 20, 40}) {
            assertEquals(
                    curve.conversionAt(horizon).orElseThrow().rate(),
                    model.winWithin(open("quote", 0), horizon),
                    0.02,
                    "within " + horizon);
        }
        assertEquals(0.4, model.probability(open("quote", 0)), 0.04);
        assertEquals(0.4, model.probability(open("quote", 12)), 0.08, "the end does not depend on the age here");
    }

    /** Won at once where quick, lost where slow: half of each. */
    private static List<StageVisit> quickWins() {
        List<StageVisit> visits = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double entered = i / 100.0;
            boolean quick = i % 2 == 0;
            visits.add(StageVisit.settled(
                    "o" + i,
                    "quote",
                    day(entered),
                    day(entered + (quick ? 2.5 : 20.5)),
                    quick ? Outcome.WON : Outcome.LOST));
        }
        return visits;
    }

    @Test
    void knowsThatTheOldAreNoLongerTheQuickOnes() {
        LandmarkModel model = LandmarkModel.fit(quickWins(), day(90));

        assertEquals(0.5, model.probability(open("quote", 0)), 0.02);
        assertEquals(0, model.probability(open("quote", 10)), 0.02);
        assertEquals(OptionalInt.of(3), model.probableCloseInDays(open("quote", 0)));
        assertEquals(OptionalInt.of(1), model.probableCloseInDays(open("quote", 2)));
        assertEquals(0, model.winWithin(open("quote", 0), 0));
        assertEquals(0.5, model.winWithin(open("quote", 0), 30), 0.02);
        Map<String, Double> next = model.next(open("quote", 10));
        assertEquals(1, next.getOrDefault("LOST", 0.0), 0.01);
        assertEquals(0, next.getOrDefault("quote", 1.0), 1e-9);
    }

    @Test
    void followsTheWayThroughLaterStages() {
        List<StageVisit> visits = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String id = "o" + i;
            if (i < 60) {
                visits.add(StageVisit.moved(id, "meeting", day(0), day(3.5), "quote"));
                visits.add(StageVisit.settled(id, "quote", day(3.5), day(8), i < 30 ? Outcome.WON : Outcome.LOST));
            } else {
                visits.add(StageVisit.settled(id, "meeting", day(0), day(3.5), Outcome.LOST));
            }
        }
        LandmarkModel model = LandmarkModel.fit(visits, day(30));

        assertEquals(0.3, model.probability(open("meeting", 0)), 0.01);
        assertEquals(0.5, model.probability(open("quote", 0)), 0.01);
        assertEquals(0.6, model.next(open("meeting", 0)).getOrDefault("quote", 0.0), 0.01);
        assertEquals(0.3, model.winWithin(open("meeting", 0), 60), 0.01);
        assertEquals(0, model.winWithin(open("meeting", 0), 5), 0.01);
    }

    @Test
    void followsChangeWhereAskedForTheLatestDays() {
        List<StageVisit> visits = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean late = i >= 200;
            double entered = late ? 70 + i / 40.0 : i / 40.0;
            Outcome outcome = i % 10 < (late ? 2 : 8) ? Outcome.WON : Outcome.LOST;
            visits.add(StageVisit.settled("o" + i, "quote", day(entered), day(entered + 3), outcome));
        }

        assertEquals(0.5, LandmarkModel.fit(visits, day(95)).probability(open("quote", 0)), 0.02);
        assertEquals(
                0.2, LandmarkModel.fit(visits, day(95), Duration.ofDays(40)).probability(open("quote", 0)), 0.02);
    }

    @Test
    void fallsBackWhereAStageHasNoHistory() {
        LandmarkModel model = LandmarkModel.fit(quickWins(), day(90));
        LandmarkModel nothing = LandmarkModel.fit(List.of(), day(1));

        assertEquals(0.5, model.probability(open("demo", 3)), 1e-12, "the share of all that were settled");
        assertEquals(0, model.winWithin(open("demo", 3), 10));
        assertEquals(OptionalInt.empty(), model.probableCloseInDays(open("demo", 3)));
        assertEquals(Map.of(), model.next(open("demo", 3)));
        assertEquals(0.5, nothing.probability(open("quote", 0)));
        LandmarkModel openOnly = LandmarkModel.fit(List.of(StageVisit.open("a", "quote", START)), day(10));
        assertEquals(0.5, openOnly.probability(open("quote", 4)));
    }

    @Test
    void knowsNothingOfWhatCameLater() {
        LandmarkModel early = LandmarkModel.fit(quickWins(), day(10));
        LandmarkModel none = LandmarkModel.fit(quickWins(), START);

        assertTrue(early.probability(open("quote", 0)) > 0.45);
        assertEquals(0, none.visits());
    }

    @Test
    void drawsFewCasesTowardsMany() {
        List<OpportunitySnapshot> history = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            history.add(settled(i / 10.0, open("quote", 5), i % 4 == 0 ? Outcome.WON : Outcome.LOST, 20));
        }
        history.add(settled(9, open("meeting", 0.5), Outcome.WON, 12));
        StageAgeModel model = StageAgeModel.fit(history, day(60));

        double all = 26 / 101.0;
        double stage = (25 + 10 * all) / 110;
        assertEquals((25 + 10 * stage) / 110, model.probability(open("quote", 6.9)), 1e-12);
        assertEquals(stage, model.probability(open("quote", 7)), 1e-12, "another band");
        double meeting = (1 + 10 * all) / 11;
        assertEquals((1 + 10 * meeting) / 11, model.probability(open("meeting", 0)), 1e-12);
        assertEquals(all, model.probability(open("demo", 0)), 1e-12);
        assertEquals(Proportion.of(25, 100), model.counts(open("quote", 3)));
        assertEquals(Proportion.of(0, 0), model.counts(open("quote", 200)));
        assertEquals(0.5, StageAgeModel.fit(List.of(), day(1)).probability(open("quote", 0)));
    }

    @Test
    void leavesOutSnapshotsWhoseSlowOutcomesAreNotKnownYet() {
        List<OpportunitySnapshot> history = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            history.add(settled(0, open("quote", 1), i < 50 ? Outcome.WON : Outcome.LOST, 10));
            // of the young ones only the lost are known by day 40
            history.add(settled(38, open("quote", 1), i < 50 ? Outcome.WON : Outcome.LOST, i < 50 ? 60 : 39));
        }

        assertEquals(Proportion.of(50, 100), StageAgeModel.fit(history, day(40)).counts(open("quote", 1)));
        assertEquals(
                Proportion.of(100, 200), StageAgeModel.fit(history, day(90)).counts(open("quote", 1)));
    }

    @Test
    void findsTheOddsThatWerePutIn() {
        SplittableRandom random = new SplittableRandom(11);
        List<OpportunitySnapshot> history = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double calls = random.nextInt(8);
            double age = random.nextInt(30);
            boolean won = random.nextDouble() < truth(calls, age);
            OpenOpportunity how = new OpenOpportunity("o" + i, "quote", age, age, Map.of("calls", calls));
            history.add(settled(0, how, won ? Outcome.WON : Outcome.LOST, 5));
        }
        LogisticModel model = LogisticModel.fit(history, day(90));

        for (double calls : new double[] {0, 2, 7}) {
            for (double age : new double[] {0, 5, 25}) {
                OpenOpportunity how = new OpenOpportunity("o", "quote", age, age, Map.of("calls", calls));
                assertEquals(truth(calls, age), model.probability(how), 0.035, calls + " calls, " + age + " days");
            }
        }
        OpenOpportunity bare = open("quote", 5);
        OpenOpportunity none = new OpenOpportunity("o", "quote", 5, 5, Map.of("calls", 0.0, "colour", 3.0));
        assertEquals(model.probability(bare), model.probability(none), 1e-12);
        assertTrue(model.probability(open("demo", 5)) > 0 && model.probability(open("demo", 5)) < 1);
    }

    private static double truth(double calls, double age) {
        return 1 / (1 + Math.exp(1 - 0.8 * Math.log1p(calls) + 0.4 * Math.log1p(age)));
    }

    @Test
    void staysSensibleWithoutWinsOrHistory() {
        List<OpportunitySnapshot> lost =
                List.of(settled(0, open("quote", 1), Outcome.LOST, 2), settled(0, open("quote", 9), Outcome.LOST, 3));

        assertEquals(0.5, LogisticModel.fit(List.of(), day(1)).probability(open("quote", 1)), 1e-12);
        assertEquals(0.5 / 3, LogisticModel.fit(lost, day(9)).probability(open("quote", 1)), 1e-12);
    }

    @Test
    void takesTheOrderOfOneModelAndTheLevelOfAnother() {
        List<OpenOpportunity> open = List.of(open("quote", 1), open("quote", 5), open("quote", 9));
        WinProbabilityModel order = opportunity -> opportunity.days() / 10;
        LevelledModel model = LevelledModel.of(order, opportunity -> 0.3, open);

        assertEquals(0.9, open.stream().mapToDouble(model::probability).sum(), 1e-9);
        assertTrue(model.probability(open.get(0)) < model.probability(open.get(1)));
        assertTrue(model.shift() < 0);
        assertEquals(0, model.probability(open("quote", 0)));
        assertEquals(1, model.probability(open("quote", 10)));
        assertEquals(0, LevelledModel.of(order, order, open).shift(), 1e-6);
        assertEquals(0.4, LevelledModel.of(order, order, List.of()).probability(open("quote", 4)), 1e-12);
    }

    @Test
    void widensTheCountByWhatAllHaveInCommon() {
        double[] probabilities = new double[400];
        Arrays.fill(probabilities, 0.5);
        CountDistribution alone = PipelineCount.wins(probabilities, Dispersion.NONE);
        CountDistribution together = PipelineCount.wins(probabilities, new Dispersion(0.2));

        assertEquals(100, alone.variance(), 1e-9);
        // the common shift of 0.2 logits moves the mean by 0.2 · 400 / 4 = 20
        assertEquals(100 + 400, together.variance(), 15);
        assertEquals(200, together.mean(), 1e-6);
        assertEquals(CountDistribution.binomial(400, 0.5).pmf(200), alone.pmf(200), 1e-12);
        assertEquals(
                0.5,
                PipelineCount.wins(model -> 0.5, List.of(open("a", 1)), Dispersion.NONE)
                        .pmf(1),
                1e-12);
        assertEquals(1, PipelineCount.wins(new double[0], new Dispersion(0.2)).pmf(0), 1e-12);
    }

    @Test
    void learnsFromItsOwnErrors() {
        List<Dispersion.PastForecast> missed = new ArrayList<>();
        List<Dispersion.PastForecast> hit = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            missed.add(new Dispersion.PastForecast(200, 100, i % 2 == 0 ? 240 : 160));
            hit.add(new Dispersion.PastForecast(200, 100, 200));
        }

        double prior = Dispersion.PRIOR_FORECASTS * Dispersion.PRIOR_MISS * Dispersion.PRIOR_MISS;
        assertEquals(
                Math.sqrt((prior + 50 * (0.16 - 0.01)) / 52),
                Dispersion.learn(missed).deviation(),
                1e-12);
        assertEquals(0, Dispersion.learn(hit).deviation());
        assertEquals(Dispersion.PRIOR_MISS, Dispersion.learn(List.of()).deviation(), 1e-12);
        assertEquals(
                Dispersion.PRIOR_MISS,
                Dispersion.learn(List.of(new Dispersion.PastForecast(3, 0, 3))).deviation(),
                1e-12,
                "a forecast that was certain");
        Dispersion.PastForecast past = PipelineCount.past(o -> 0.25, List.of(open("a", 1), open("b", 1)), 1);
        assertEquals(new Dispersion.PastForecast(0.5, 0.375, 1), past);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesFiguresThatAreNone(double figure) {
        String rule = " must be finite and not negative: ";

        assertEquals(
                "days" + rule + "opportunity = o, days = " + figure,
                refusal(() -> new OpenOpportunity("o", "quote", figure, 0, Map.of())));
        assertEquals(
                "stageDays" + rule + "opportunity = o, stageDays = " + figure,
                refusal(() -> new OpenOpportunity("o", "quote", 0, figure, Map.of())));
        assertEquals(
                "calls" + rule + "opportunity = o, calls = " + figure,
                refusal(() -> new OpenOpportunity("o", "quote", 0, 0, Map.of("calls", figure))));
        assertEquals("deviation" + rule + "deviation = " + figure, refusal(() -> new Dispersion(figure)));
    }

    @Test
    void refusesVisitsAndSnapshotsThatMakeNoSense() {
        assertTrue(refusal(() -> StageVisit.settled("o", "quote", day(2), day(1), Outcome.WON))
                .startsWith("left must not be before entered: opportunity = o, entered = "));
        for (Runnable visit : List.<Runnable>of(
                () -> StageVisit.settled("o", "quote", day(1), day(2), Outcome.OPEN),
                () -> new StageVisit("o", "quote", START, Optional.empty(), Outcome.WON, Optional.empty()),
                () -> new StageVisit("o", "quote", START, Optional.of(day(1)), Outcome.WON, Optional.of("won")))) {
            assertTrue(
                    refusal(visit).startsWith("a visit that ends must end in one stage or outcome: opportunity = o"));
        }
        for (Runnable snapshot : List.<Runnable>of(
                () -> new OpportunitySnapshot(START, open("quote", 1), Outcome.OPEN, Optional.of(day(1))),
                () -> new OpportunitySnapshot(START, open("quote", 1), Outcome.WON, Optional.empty()),
                () -> settled(5, open("quote", 1), Outcome.WON, 4))) {
            assertTrue(refusal(snapshot).startsWith("settled must be given from the snapshot on, where won or lost:"));
        }
        LandmarkModel model = LandmarkModel.fit(List.of(), START);
        assertEquals("days must be between 0 and 730: days = -1", refusal(() -> model.winWithin(open("quote", 1), -1)));
        assertEquals(
                "days must be between 0 and 730: days = 731", refusal(() -> model.winWithin(open("quote", 1), 731)));
        assertEquals(
                "recent must be positive: recent = PT0S",
                refusal(() -> LandmarkModel.fit(List.of(), START, Duration.ZERO)));
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
