package io.crmkit.metrics.series;

import static io.crmkit.metrics.series.TimeSeriesTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Caveat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntervalForecasterTest {

    @Test
    void halfWidthIsTheRaisedQuantileOfPastErrors() {
        // the origins are 8 to 25, and the naive errors one step ahead from there 1 to 18
        double[] values = new double[26];
        for (int t = 1; t < values.length; t++) {
            values[t] = values[t - 1] + (t < 8 ? 50 : (t - 7) * (t % 2 == 0 ? 1 : -1));
        }
        IntervalForecast forecast =
                IntervalForecaster.of(Forecaster.naive()).forecast(TimeSeries.of(1, values), 1, 0.8);

        assertEquals(18, forecast.origins());
        double half = 1 + 0.8 * 19 / 18 * 17;
        assertEquals(values[25] + half, forecast.bands().get(0).upper().get(0), 1e-9);
        assertEquals(values[25] - half, forecast.bands().get(0).lower().get(0), 1e-9);
    }

    @Test
    void coverageOfARandomWalkIsThatOfTheLevelAtEveryStep() {
        double[] covered = coverage(60, 4, 400);

        assertEquals(0.8, covered[0], 0.04);
        assertEquals(0.95, covered[1], 0.03);
    }

    @Test
    void coverageOfShortSeriesIsNotBelowTheLevel() {
        for (int length : new int[] {4, 7, 9, 12, 16}) {
            double[] covered = coverage(length, 3, 400);
            assertTrue(covered[0] > 0.74 && covered[1] > 0.91, length + ": " + covered[0] + ", " + covered[1]);
        }
    }

    private static double[] coverage(int length, int horizon, int runs) {
        Random random = new Random(99);
        double[] covered = new double[2];
        for (int run = 0; run < runs; run++) {
            double[] values = new double[length + horizon];
            for (int t = 1; t < values.length; t++) {
                values[t] = values[t - 1] + random.nextGaussian();
            }
            List<ForecastBand> bands = IntervalForecaster.of(Forecaster.naive())
                    .forecast(TimeSeries.of(1, values).first(length), horizon, 0.8, 0.95)
                    .bands();
            for (int i = 0; i < 2; i++) {
                for (int h = 0; h < horizon; h++) {
                    double value = values[length + h];
                    boolean inside = bands.get(i).lower().get(h) <= value
                            && value <= bands.get(i).upper().get(h);
                    covered[i] += inside ? 1.0 / (runs * horizon) : 0;
                }
            }
        }
        return covered;
    }

    @Test
    void fewOriginsAreFlaggedAndMadeWide() {
        double[] values = {5, 6, 4, 7, 5, 6};
        IntervalForecast forecast =
                IntervalForecaster.of(Forecaster.combination()).forecast(TimeSeries.of(1, values), 1, 0.5, 0.95);

        assertEquals(Set.of(Caveat.SMALL_SAMPLE), forecast.forecast().caveats());
        assertEquals(3, forecast.origins());
        // naive errors 2, 1 and 3 one step ahead; Student's 0.975 quantile with 3 degrees of freedom is 3.182446
        double root = Math.sqrt((4 + 1 + 9) / 3.0);
        assertEquals(
                6 + 3.182446305284263 * root, forecast.bands().get(1).upper().get(0), 1e-9);
        assertEquals(
                6 - 3.182446305284263 * root, forecast.bands().get(1).lower().get(0), 1e-9);
        // quantile of 1, 2, 3 at 0.5 * 4 / 3
        assertEquals(6 + 1 + 2 * 2 / 3.0, forecast.bands().get(0).upper().get(0), 1e-9);
    }

    @Test
    void flagIsForTheLevelsAskedFor() {
        TimeSeries series = TimeSeries.of(1, ForecasterTest.seasonal(1, 20));
        IntervalForecaster forecaster = IntervalForecaster.of(Forecaster.drift());

        assertEquals(Set.of(), forecaster.forecast(series, 2, 0.8).forecast().caveats());
        assertEquals(
                Set.of(Caveat.SMALL_SAMPLE),
                forecaster.forecast(series, 2, 0.8, 0.95).forecast().caveats());
    }

    @Test
    void pastWithoutErrorsHasNoBands() {
        IntervalForecaster forecaster = IntervalForecaster.of(Forecaster.combination());

        assertEquals(List.of(), forecaster.forecast(TimeSeries.of(1, 3), 2, 0.8).bands());
        assertEquals(0, forecaster.forecast(TimeSeries.of(1, 3), 2, 0.8).origins());
        assertEquals(
                List.of(),
                forecaster
                        .forecast(TimeSeries.of(1, GuardedForecaster.repeat(2, 30)), 2, 0.8)
                        .bands());
    }

    @Test
    void forecastIsThatOfTheMethodAlone() {
        TimeSeries series = TimeSeries.of(4, ForecasterTest.seasonal(8, 40));

        assertEquals(
                Forecaster.combination().forecast(series, 6).values(),
                IntervalForecaster.of(Forecaster.combination())
                        .forecast(series, 6, 0.8)
                        .forecast()
                        .values());
    }

    @Test
    void badInputIsRefused() {
        IntervalForecaster forecaster = IntervalForecaster.of(Forecaster.naive());
        assertMessage("series must not be empty", () -> forecaster.forecast(TimeSeries.of(1), 1, 0.8));
        assertMessage(
                "horizon must be positive: horizon = -1", () -> forecaster.forecast(TimeSeries.of(1, 1), -1, 0.8));
        assertMessage(
                "level must be strictly between 0 and 1: level = 1.0",
                () -> forecaster.forecast(TimeSeries.of(1, 1), 1, 0.8, 1));
    }
}
