package io.crmkit.metrics.backtest;

import static io.crmkit.metrics.backtest.ReferenceJson.number;
import static io.crmkit.metrics.backtest.ReferenceJson.numbers;
import static io.crmkit.metrics.backtest.ReferenceJson.object;
import static io.crmkit.metrics.backtest.ReferenceJson.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.metrics.ReferenceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** All scores against values computed with exact fractions and 60 digits. */
class ScoringRulesReferenceTest {

    @Test
    void eventScoresEqualExactValues() throws IOException {
        Map<String, Object> brier = object(rules(), "brier");
        List<Prediction> predictions = predictions(numbers(brier, "p"), numbers(brier, "y"));
        BrierScore score = BrierScore.of(predictions);

        assertClose(number(brier, "brier"), score.score());
        assertClose(number(brier, "reliability"), score.reliability());
        assertClose(number(brier, "resolution"), score.resolution());
        assertClose(number(brier, "uncertainty"), score.uncertainty());
        assertClose(number(brier, "log_loss"), EventScores.logLoss(predictions));
        assertClose(number(brier, "auc"), EventScores.auc(predictions).orElseThrow());
    }

    @Test
    void rankedProbabilityScoresEqualExactValues() throws IOException {
        BinomialDistribution binomial = BinomialDistribution.of(10, 0.25);
        double[] masses = new double[11];
        Arrays.setAll(masses, binomial::probability);
        object(rules(), "crps_binomial_10_0.25")
                .forEach((k, value) -> assertClose(
                        Double.parseDouble(String.valueOf(value)),
                        DistributionScores.crpsOfCount(masses, Integer.parseInt(k))));

        Map<String, Object> ensemble = object(rules(), "crps_ensemble");
        double[] sample = numbers(ensemble, "sample");
        Map<String, Object> values = object(ensemble, "values");
        for (String key : values.keySet()) {
            double outcome = Double.parseDouble(key);
            assertClose(number(object(values, key), "crps"), DistributionScores.crpsOfSample(sample, outcome));
            assertClose(number(object(values, key), "fair"), DistributionScores.fairCrpsOfSample(sample, outcome));
        }
        for (Map<String, Object> row : rows("crps_gaussian")) {
            assertClose(
                    number(row, "crps"),
                    DistributionScores.crpsOfNormal(number(row, "mu"), number(row, "sigma"), number(row, "y")));
        }
    }

    @Test
    void quantileAndIntervalScoresEqualExactValues() throws IOException {
        for (Map<String, Object> row : rows("pinball")) {
            assertClose(
                    number(row, "loss"),
                    DistributionScores.pinball(number(row, "tau"), number(row, "q"), number(row, "y")));
        }
        for (Map<String, Object> row : rows("interval_score")) {
            assertClose(
                    number(row, "score"),
                    DistributionScores.intervalScore(
                            number(row, "level"), number(row, "lo"), number(row, "hi"), number(row, "y")));
        }
    }

    @Test
    void scaledAndSymmetricErrorsEqualExactValues() throws IOException {
        Map<String, Object> row = object(rules(), "mase");
        double[] actual = numbers(row, "test");
        double[] forecast = numbers(row, "forecast");

        assertClose(number(row, "mae"), PointScores.meanAbsoluteError(actual, forecast));
        assertClose(
                number(row, "mase"),
                PointScores.mase(numbers(row, "train"), (int) number(row, "season"), actual, forecast)
                        .orElseThrow());
        assertClose(number(row, "smape_percent"), PointScores.smape(actual, forecast));
    }

    @Test
    void pointScoresOfNaiveForecastsEqualThoseOfR() throws IOException {
        Map<String, Map<String, Object>> byName = new HashMap<>();
        objects(ReferenceJson.read("ts_series.json")).forEach(row -> byName.put(ReferenceJson.text(row, "name"), row));

        for (Map<String, String> row : ReferenceFile.rows("ts_accuracy.csv")) {
            Map<String, Object> series = byName.getOrDefault(row.get("series"), Map.of());
            int season = (int) number(series, "frequency");
            double[] all = numbers(series, "values");
            int holdout = Integer.parseInt(String.valueOf(row.get("holdout")));
            double[] train = Arrays.copyOf(all, all.length - holdout);
            double[] actual = Arrays.copyOfRange(all, train.length, all.length);
            double[] forecast = new double[holdout];
            int back = "naive".equals(row.get("method")) ? 1 : season;
            Arrays.setAll(forecast, i -> train[train.length - back + i % back]);
            assertAccuracy(row, train, season, actual, forecast);
        }
    }

    private static void assertAccuracy(
            Map<String, String> row, double[] train, int season, double[] actual, double[] forecast) {
        assertEquals(ReferenceFile.number(row, "ME"), PointScores.meanError(actual, forecast), 1e-11);
        assertEquals(ReferenceFile.number(row, "RMSE"), PointScores.rootMeanSquaredError(actual, forecast), 1e-11);
        assertEquals(ReferenceFile.number(row, "MAE"), PointScores.meanAbsoluteError(actual, forecast), 1e-11);
        assertEquals(ReferenceFile.number(row, "MAPE"), PointScores.mape(actual, forecast), 1e-11);
        assertEquals(
                ReferenceFile.number(row, "MASE"),
                PointScores.mase(train, season, actual, forecast).orElseThrow(),
                1e-11);
    }

    static List<Prediction> predictions(double[] p, double[] y) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            predictions.add(new Prediction(p[i], y[i] == 1));
        }
        return predictions;
    }

    private static Map<String, Object> rules() throws IOException {
        return objects(List.of(ReferenceJson.read("scoring_rules.json"))).get(0);
    }

    private static List<Map<String, Object>> rows(String key) throws IOException {
        return objects(rules().getOrDefault(key, List.of()));
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, Math.abs(expected) * 1e-12);
    }
}
