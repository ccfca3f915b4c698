package io.crmkit.metrics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.distribution.CountDistribution;
import io.crmkit.metrics.funnel.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the models say of real offers before their outcome is known, against what came of them. */
class LoansForecastTest {

    private static final Instant SPLIT = Instant.parse("2012-01-09T00:00:00Z");
    private static final Instant FIRST_ORIGIN = Instant.parse("2011-12-05T00:00:00Z");
    private static final Duration RECENT = Duration.ofDays(60);
    private static final Duration SETTLED_AFTER = Duration.ofDays(28);

    private record Score(double brier, double logLoss, double ratio) {

        static Score of(WinProbabilityModel model, List<OpportunitySnapshot> test) {
            double brier = 0;
            double logLoss = 0;
            double expected = 0;
            long won = 0;
            for (OpportunitySnapshot snapshot : test) {
                double p = model.probability(snapshot.opportunity());
                boolean win = snapshot.outcome() == Outcome.WON;
                brier += (p - (win ? 1 : 0)) * (p - (win ? 1 : 0));
                logLoss -= Math.log(win ? p : 1 - p);
                expected += p;
                won += win ? 1 : 0;
            }
            return new Score(brier / test.size(), logLoss / test.size(), expected / won);
        }
    }

    private static List<OpportunitySnapshot> settledFrom(List<OpportunitySnapshot> snapshots, Instant from) {
        return snapshots.stream()
                .filter(snapshot -> !snapshot.at().isBefore(from) && snapshot.outcome() != Outcome.OPEN)
                .toList();
    }

    @Test
    void foretellsWinsFromWhatWasKnownBefore() throws IOException {
        List<OpportunitySnapshot> snapshots = Loans.snapshots();
        List<OpportunitySnapshot> test = settledFrom(snapshots, SPLIT);
        LandmarkModel landmark = LandmarkModel.fit(Loans.visits(), SPLIT, RECENT);
        List<OpenOpportunity> open = snapshots.stream()
                .filter(snapshot -> snapshot.at().equals(SPLIT))
                .map(OpportunitySnapshot::opportunity)
                .toList();
        Score levelled = Score.of(LevelledModel.of(LogisticModel.fit(snapshots, SPLIT), landmark, open), test);

        assertEquals(3_850, test.size());
        Score byAge = Score.of(landmark, test);
        for (Score score : List.of(byAge, levelled)) {
            assertTrue(score.brier() <= 0.2170, score::toString);
            assertTrue(score.logLoss() <= 0.622, score::toString);
            assertTrue(score.ratio() >= 0.95 && score.ratio() <= 1.05, score::toString);
        }
        Score table = Score.of(StageAgeModel.fit(snapshots, SPLIT), test);
        assertTrue(table.brier() < 0.222, table::toString);
        Score base = Score.of(offer -> 0.4346, test);
        assertTrue(base.brier() > 0.24, base::toString);
    }

    @Test
    void coversTheWinsOfElevenWeeksWithWhatItLearnsFromItsOwnErrors() throws IOException {
        List<OpportunitySnapshot> snapshots = settledFrom(Loans.snapshots(), Instant.MIN);
        List<StageVisit> visits = Loans.visits();
        List<Origin> origins = new ArrayList<>();
        for (Instant at :
                new TreeSet<>(snapshots.stream().map(OpportunitySnapshot::at).toList())) {
            // the log begins on October 1; before, the model has no 60 days to look back on
            if (!at.isBefore(FIRST_ORIGIN)) {
                origins.add(Origin.at(at, snapshots, LandmarkModel.fit(visits, at, RECENT)));
            }
        }
        Weeks independent = new Weeks(origins, false);
        Weeks learned = new Weeks(origins, true);

        assertEquals(11, learned.count);
        assertTrue(learned.coverage() >= 0.72 && learned.coverage() <= 0.88, () -> "coverage " + learned.coverage());
        assertTrue(Math.abs(learned.bias()) <= 0.04, () -> "bias " + learned.bias());
        assertTrue(learned.error / learned.count <= 0.06, () -> "MAPE " + learned.error / learned.count);
        assertTrue(independent.coverage() <= learned.coverage(), () -> "independent " + independent.coverage());
        assertTrue(independent.width < 0.8 * learned.width, () -> independent.width + " of " + learned.width);
    }

    private record Origin(Instant at, WinProbabilityModel model, List<OpenOpportunity> open, long won) {

        static Origin at(Instant at, List<OpportunitySnapshot> all, WinProbabilityModel model) {
            List<OpportunitySnapshot> own =
                    all.stream().filter(snapshot -> snapshot.at().equals(at)).toList();
            return new Origin(
                    at,
                    model,
                    own.stream().map(OpportunitySnapshot::opportunity).toList(),
                    own.stream().filter(s -> s.outcome() == Outcome.WON).count());
        }
    }

    private static final class Weeks {

        private int count;
        private int covered;
        private double expected;
        private double won;
        private double error;
        private double width;

        Weeks(List<Origin> origins, boolean learns) {
            origins.forEach(origin -> add(origin, learns ? learned(origins, origin.at()) : Dispersion.NONE));
        }

        private static Dispersion learned(List<Origin> origins, Instant now) {
            return Dispersion.learn(origins.stream()
                    .filter(origin -> !origin.at().plus(SETTLED_AFTER).isAfter(now))
                    .map(origin -> PipelineCount.past(origin.model(), origin.open(), origin.won()))
                    .toList());
        }

        private void add(Origin origin, Dispersion dispersion) {
            CountDistribution wins = PipelineCount.wins(origin.model(), origin.open(), dispersion);
            count++;
            covered += wins.interval(0.8).contains(origin.won()) ? 1 : 0;
            width += wins.interval(0.8).upper() - wins.interval(0.8).lower();
            expected += wins.mean();
            won += origin.won();
            error += Math.abs(wins.mean() - origin.won()) / origin.won();
        }

        double coverage() {
            return (double) covered / count;
        }

        double bias() {
            return expected / won - 1;
        }
    }
}
