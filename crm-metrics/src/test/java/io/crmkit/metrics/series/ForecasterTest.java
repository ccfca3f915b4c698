package io.crmkit.metrics.series;

import static io.crmkit.metrics.series.TimeSeriesTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Caveat;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForecasterTest {

    private static final double[] PATTERN = {10, 20, 40, 10};

    static List<Forecaster> all() {
        return List.of(
                Forecaster.naive(),
                Forecaster.seasonalNaive(),
                Forecaster.drift(),
                Forecaster.theta(),
                Forecaster.ets(),
                Forecaster.ets(EtsModel.of("AAdN")),
                Forecaster.combination(),
                Forecaster.croston(0.1),
                Forecaster.sba(0.1),
                Forecaster.tsb(0.1, 0.1));
    }

    @ParameterizedTest
    @MethodSource("all")
    void emptySeriesAndBadHorizonsAreRefused(Forecaster method) {
        assertMessage("series must not be empty", () -> method.forecast(TimeSeries.of(12), 1));
        assertMessage("horizon must be positive: horizon = 0", () -> method.forecast(TimeSeries.of(1, 1, 2), 0));
    }

    @ParameterizedTest
    @MethodSource("all")
    void shortSeriesAreFlagged(Forecaster method) {
        SeriesForecast forecast = method.forecast(TimeSeries.of(12, 3, 5, 4), 2);

        assertEquals(Set.of(Caveat.SMALL_SAMPLE, Caveat.EXTRAPOLATED), forecast.caveats());
        assertEquals(2, forecast.values().size());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLengthHasAnAnswerOfFiniteNumbers(Forecaster method) {
        Random random = new Random(7);
        for (int season : new int[] {1, 2, 4, 5, 12, 30}) {
            for (int length = 1; length < 40; length++) {
                double[] values =
                        random.doubles(length).map(u -> Math.floor(20 * u)).toArray();
                assertEquals(
                        5,
                        method.forecast(TimeSeries.of(season, values), 5)
                                .values()
                                .size());
            }
        }
    }

    @Test
    void fewerThanEightValuesAreCarriedOnByTheLast() {
        SeriesForecast forecast = Forecaster.combination().forecast(TimeSeries.of(12, 3, 5, 4), 2);

        assertEquals("naive, for a short series", forecast.method());
        assertEquals(List.of(4.0, 4.0), forecast.values());
    }

    @Test
    void fewerThanTwoSeasonsLeaveTheSeasonOut() {
        TimeSeries series = TimeSeries.of(12, seasonal(2, 24)).first(23);
        SeriesForecast forecast = Forecaster.ets().forecast(series, 3);

        assertEquals("ETS, without season", forecast.method());
        assertEquals(Set.of(Caveat.WINDOW_SHORT), forecast.caveats());
        assertEquals(
                forecast.values(),
                Forecaster.ets().forecast(TimeSeries.of(1, series.values()), 3).values());
    }

    @Test
    void methodIsNamedInTheForecast() {
        TimeSeries series = TimeSeries.of(4, seasonal(3, 20));
        for (Forecaster method : all()) {
            assertEquals(method.toString(), method.forecast(series, 1).method());
        }
    }

    @Test
    void seasonTooLongForEtsIsLeftOutByName() {
        SeriesForecast forecast = Forecaster.ets().forecast(TimeSeries.of(52, seasonal(3, 110)), 2);

        assertEquals("ETS, without season", forecast.method());
        assertEquals(
                forecast.values(),
                Forecaster.ets()
                        .settledOn(TimeSeries.of(52, seasonal(3, 110)))
                        .forecast(TimeSeries.of(52, seasonal(3, 110)), 2)
                        .values());
    }

    @Test
    void forecastHoldsFiniteNumbersOnly() {
        assertMessage(
                "values must be finite: values = [NaN]",
                () -> new SeriesForecast("own", List.of(Double.NaN), Set.of()));
    }

    @Test
    void longHorizonIsFlagged() {
        TimeSeries series = TimeSeries.of(4, seasonal(3, 20));

        assertEquals(Set.of(), Forecaster.theta().forecast(series, 10).caveats());
        assertEquals(
                Set.of(Caveat.EXTRAPOLATED),
                Forecaster.theta().forecast(series, 11).caveats());
    }

    @Test
    void constantSeriesIsCarriedOnAndFlagged() {
        SeriesForecast forecast =
                Forecaster.combination().forecast(TimeSeries.of(12, GuardedForecaster.repeat(7, 40)), 3);

        assertEquals("naive, for a constant series", forecast.method());
        assertEquals(List.of(7.0, 7.0, 7.0), forecast.values());
        assertEquals(Set.of(Caveat.WINDOW_SHORT), forecast.caveats());
    }

    @Test
    void seasonWithLittleNoiseIsFoundByThetaAndEts() {
        TimeSeries series = TimeSeries.of(4, seasonal(5, 40));
        for (Forecaster method : List.of(Forecaster.theta(), Forecaster.ets(), Forecaster.combination())) {
            double[] ahead = method.forecast(series, 4).toArray();
            for (int h = 0; h < 4; h++) {
                assertEquals(PATTERN[h], ahead[h], 2, method + " " + Arrays.toString(ahead));
            }
        }
    }

    @Test
    void modelAskedForByNameThatTheSeriesDoesNotBearIsRefused() {
        double[] values = seasonal(2, 30);
        values[3] = 0;

        assertMessage(
                "values must be positive for MAdM: least value = 0.0",
                () -> Forecaster.ets(EtsModel.of("MAdM")).forecast(TimeSeries.of(4, values), 1));
    }

    @Test
    void combinationIsTheMeanOfThetaAndEts() {
        TimeSeries series = TimeSeries.of(4, seasonal(5, 40));
        double theta = Forecaster.theta().forecast(series, 1).values().get(0);
        double ets = Forecaster.ets().forecast(series, 1).values().get(0);
        SeriesForecast both = Forecaster.combination().forecast(series, 1);

        assertEquals((theta + ets) / 2, both.values().get(0));
        assertEquals("mean of Theta and ETS", both.method());
        assertEquals(both.method(), Forecaster.combination().toString());
    }

    @Test
    void settledMethodAnswersTheSameForTheSeriesItWasSettledOn() {
        TimeSeries series = TimeSeries.of(4, seasonal(5, 40));
        Forecaster method = Forecaster.combination();

        assertArrayEquals(
                method.forecast(series, 6).toArray(),
                method.settledOn(series).forecast(series, 6).toArray(),
                0.02);
        assertEquals(
                "naive, for a short series",
                method.settledOn(series).forecast(series.first(5), 1).method());
        assertEquals(
                6,
                method.settledOn(series).forecast(series.first(8), 6).values().size());
    }

    @Test
    void demandThatNeverCameIsForecastAsNone() {
        SeriesForecast forecast = Forecaster.sba(0.2).forecast(TimeSeries.of(1, new double[20]), 2);

        assertEquals(List.of(0.0, 0.0), forecast.values());
    }

    @ParameterizedTest
    @MethodSource("all")
    void oddSeriesHaveAnAnswerOfFiniteNumbers(Forecaster method) {
        double[][] odd = new double[7][30];
        for (int t = 0; t < 30; t++) {
            odd[0][t] = t;
            odd[1][t] = t % 4;
            odd[2][t] = 5 + 1e-15 * (t % 3);
            odd[3][t] = t == 29 ? 1 : 0;
            odd[4][t] = t == 0 ? 1e6 : 1;
            odd[5][t] = 1e-200 * (1 + t % 5);
            odd[6][t] = 1e45 * (1 + t % 7);
        }
        for (double[] values : odd) {
            for (int season : new int[] {1, 4, 12}) {
                assertEquals(
                        30,
                        method.forecast(TimeSeries.of(season, values), 30)
                                .values()
                                .size());
            }
        }
    }

    @Test
    void seriesBelowZeroIsForecastToo() {
        double[] below = Arrays.stream(seasonal(6, 40)).map(value -> value - 30).toArray();
        double[] ahead = Forecaster.ets().forecast(TimeSeries.of(4, below), 4).toArray();
        for (int h = 0; h < 4; h++) {
            assertEquals(PATTERN[h] - 30, ahead[h], 2);
        }
        assertEquals(
                4,
                Forecaster.theta().forecast(TimeSeries.of(4, below), 4).values().size());
    }

    @Test
    void tsbEqualsAnExactRecursion() {
        TimeSeries demand = TimeSeries.of(1, 0, 0, 3, 0, 5, 0, 0, 2, 0, 0, 0, 4);

        assertEquals(
                1.029,
                Forecaster.tsb(0.1, 0.1).forecast(demand.first(3), 1).values().get(0),
                1e-12);
        assertEquals(
                1.098542639030044,
                Forecaster.tsb(0.1, 0.1).forecast(demand, 1).values().get(0),
                1e-12);
    }

    @Test
    void onlyTsbForgetsDemandThatStopped() {
        double[] demand = new double[60];
        for (int t = 1; t < 20; t += 2) {
            demand[t] = 3;
        }
        TimeSeries series = TimeSeries.of(1, demand);

        assertTrue(Forecaster.tsb(0.1, 0.1).forecast(series, 1).values().get(0) < 0.05);
        assertEquals(1.5, Forecaster.croston(0.1).forecast(series, 1).values().get(0), 1e-12);
        assertEquals(
                0.95 * Forecaster.croston(0.1).forecast(series, 1).values().get(0),
                Forecaster.sba(0.1).forecast(series, 1).values().get(0),
                1e-12);
    }

    @Test
    void badDemandAndWeightsAreRefused() {
        assertMessage(
                "demand must not be negative: values[1] = -2.0",
                () -> Forecaster.croston(0.1).forecast(TimeSeries.of(1, 1, -2), 1));
        assertMessage("alpha must be strictly between 0 and 1: alpha = 1.0", () -> Forecaster.croston(1));
        assertMessage("alpha must be strictly between 0 and 1: alpha = NaN", () -> Forecaster.sba(Double.NaN));
        assertMessage("beta must be strictly between 0 and 1: beta = 0.0", () -> Forecaster.tsb(0.1, 0));
    }

    static double[] seasonal(long seed, int length) {
        Random random = new Random(seed);
        double[] values = new double[length];
        Arrays.setAll(values, t -> PATTERN[t % 4] + random.nextGaussian() / 2);
        return values;
    }
}
