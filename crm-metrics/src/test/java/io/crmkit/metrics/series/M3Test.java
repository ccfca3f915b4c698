package io.crmkit.metrics.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.backtest.DistributionScores;
import io.crmkit.metrics.backtest.PointScores;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The methods on the 1,428 monthly series of the M3 competition; R's forecast 8.20 gives the figures to match. */
@Tag("heavy")
class M3Test {

    private static final int HORIZON = 18;

    private record Accuracy(double smape, double mase) {}

    @Test
    void seasonalNaiveEqualsR() throws IOException {
        Accuracy accuracy = accuracy(Forecaster.seasonalNaive());

        assertEquals(17.23, accuracy.smape(), 0.005);
        assertEquals(1.146, accuracy.mase(), 0.0005);
    }

    @Test
    void thetaIsWithinOnePercentOfR() throws IOException {
        Accuracy accuracy = accuracy(Forecaster.theta());

        assertEquals(13.86, accuracy.smape(), 0.1386);
        assertEquals(0.864, accuracy.mase(), 0.00864);
    }

    @Test
    void combinationIsMoreAccurateThanItsMethods() throws IOException {
        Accuracy accuracy = accuracy(Forecaster.combination());

        for (Forecaster method : List.of(Forecaster.theta(), Forecaster.ets())) {
            Accuracy alone = accuracy(method);
            assertTrue(accuracy.smape() < alone.smape() && accuracy.mase() < alone.mase(), alone::toString);
        }
        assertTrue(accuracy.smape() <= 13.70, accuracy::toString);
        assertTrue(accuracy.mase() <= 0.850, accuracy::toString);
    }

    @Test
    void bandsOfTheCombinationCoverWhatTheyClaim() throws IOException {
        double[] levels = {0.8, 0.95};
        double[] inside = new double[2];
        List<M3> all = M3.all();
        for (M3 series : all) {
            IntervalForecast forecast =
                    IntervalForecaster.of(Forecaster.combination()).forecast(series.train(), HORIZON, levels);
            for (int i = 0; i < 2; i++) {
                ForecastBand band = forecast.bands().get(i);
                inside[i] += DistributionScores.coverage(array(band.lower()), array(band.upper()), series.test())
                        / all.size();
            }
        }
        assertTrue(inside[0] >= 0.77 && inside[0] <= 0.83, "80 %: " + inside[0]);
        assertTrue(inside[1] >= 0.93 && inside[1] <= 0.97, "95 %: " + inside[1]);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Accuracy accuracy(Forecaster method) throws IOException {
        List<M3> all = M3.all();
        double smape = 0;
        double mase = 0;
        for (M3 series : all) {
            double[] forecast = method.forecast(series.train(), HORIZON).toArray();
            smape += PointScores.smape(series.test(), forecast);
            mase += PointScores.mase(series.train().values(), 12, series.test(), forecast)
                    .orElseThrow();
        }
        assertEquals(1428, all.size());
        return new Accuracy(smape / all.size(), mase / all.size());
    }
}
