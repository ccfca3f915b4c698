package io.crmkit.metrics.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ForecasterPropertyTest {

    @Property(tries = 300)
    void methodsAnswerInTheUnitOfTheSeries(
            @ForAll("series") TimeSeries series,
            @ForAll("methods") Forecaster method,
            @ForAll @IntRange(min = -3, max = 5) int power) {
        double unit = Math.pow(2, power);
        TimeSeries scaled = TimeSeries.of(
                series.season(),
                Arrays.stream(series.values()).map(v -> v * unit).toArray());
        List<Double> plain = method.forecast(series, 4).values();
        List<Double> ahead = method.forecast(scaled, 4).values();
        for (int h = 0; h < 4; h++) {
            assertEquals(unit * plain.get(h), ahead.get(h), 1e-9 * unit * (1 + Math.abs(plain.get(h))));
        }
    }

    @Property(tries = 100)
    void combinationAnswersFiniteNumbersForAnySeries(@ForAll("series") TimeSeries series) {
        assertEquals(5, Forecaster.combination().forecast(series, 5).values().size());
    }

    @Property(tries = 200)
    void longerHorizonBeginsWithTheShorter(@ForAll("series") TimeSeries series, @ForAll("methods") Forecaster method) {
        assertEquals(
                method.forecast(series, 3).values(),
                method.forecast(series, 9).values().subList(0, 3));
    }

    @Property(tries = 100)
    void bandsNestInLevelAndHoldTheForecast(@ForAll("series") TimeSeries series, @ForAll("methods") Forecaster method) {
        IntervalForecast forecast = IntervalForecaster.of(method).forecast(series, 4, 0.5, 0.8, 0.95, 0.99);
        for (int i = 1; i < forecast.bands().size(); i++) {
            for (int h = 0; h < 4; h++) {
                double value = forecast.forecast().values().get(h);
                ForecastBand inner = forecast.bands().get(i - 1);
                ForecastBand outer = forecast.bands().get(i);
                assertTrue(outer.lower().get(h) <= inner.lower().get(h)
                        && inner.lower().get(h) <= value);
                assertTrue(outer.upper().get(h) >= inner.upper().get(h)
                        && inner.upper().get(h) >= value);
            }
        }
    }

    @Provide
    Arbitrary<TimeSeries> series() {
        Arbitrary<List<Integer>> values =
                Arbitraries.integers().between(0, 50).list().ofMinSize(1).ofMaxSize(40);
        return Combinators.combine(Arbitraries.of(1, 4, 12), values)
                .as((season, list) -> TimeSeries.of(
                        season, list.stream().mapToDouble(Integer::doubleValue).toArray()));
    }

    @Provide
    Arbitrary<Forecaster> methods() {
        return Arbitraries.of(
                Forecaster.naive(),
                Forecaster.seasonalNaive(),
                Forecaster.drift(),
                Forecaster.theta(),
                Forecaster.croston(0.2),
                Forecaster.tsb(0.2, 0.1));
    }
}
