package io.crmkit.metrics.series;

import static io.crmkit.metrics.series.TimeSeriesTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"ANN", "AAN", "AAdN", "ANA", "AAA", "AAdA", "MNN", "MAN", "MAdN", "MNA", "MNM", "MAM", "MAdM"})
    void everyFormFitsAPositiveSeasonalSeries(String name) {
        TimeSeries series = TimeSeries.of(4, ForecasterTest.seasonal(3, 48));
        Ets ets = Ets.fit(series, EtsModel.of(name));

        assertEquals(name, ets.model().toString());
        assertTrue(ets.alpha() >= 1e-4 && ets.alpha() <= 0.9999, ets::toString);
        assertTrue(ets.beta() >= 0 && ets.beta() <= ets.alpha(), ets::toString);
        assertTrue(ets.gamma() >= 0 && ets.gamma() <= 1 - ets.alpha(), ets::toString);
        assertTrue(ets.phi() >= 0.8 && ets.phi() <= 1, ets::toString);
        assertTrue(Double.isFinite(ets.logLikelihood())
                && Arrays.stream(ets.forecast(24)).allMatch(Double::isFinite));
    }

    @Test
    void dampedTrendIsCarriedOnByTheSumOfPowers() {
        EtsRun run = new EtsRun(EtsModel.of("AAdN"), 1, new double[] {12});
        run.weights(0.5, 0.1, 0, 0.9);
        run.states(10, 1, new double[0]);
        run.run();
        // fitted 10.9, error 1.1: level 11.45, slope 0.9 + 0.11
        assertEquals(11.45 + 0.9 * 1.01, run.forecast(2)[0], 1e-12);
        assertEquals(11.45 + (0.9 + 0.81) * 1.01, run.forecast(2)[1], 1e-12);
    }

    @Test
    void multiplicativeSeasonMovesByHand() {
        EtsRun run = new EtsRun(EtsModel.of("MAM"), 2, new double[] {12, 30});
        run.weights(0.5, 0.25, 0.2, 1);
        run.states(9, 1, new double[] {0.5, 1.5});
        double squares = run.run();
        // first: base 10, fitted 5, error 7: level 17, slope 4.5, season 0.64
        // second: base 21.5, fitted 32.25, error -2.25: level 20.75, slope 4.125, season 1.5 - 0.45 / 21.5
        assertEquals(5, run.fitted()[0], 1e-12);
        assertEquals(32.25, run.fitted()[1], 1e-12);
        assertEquals((20.75 + 4.125) * 0.64, run.forecast(2)[0], 1e-12);
        assertEquals((20.75 + 8.25) * (1.5 - 0.45 / 21.5), run.forecast(2)[1], 1e-12);
        double relative = 1.4 * 1.4 + Math.pow(2.25 / 32.25, 2);
        assertEquals(-Math.log(relative) - Math.log(5 * 32.25), run.logLikelihood(squares), 1e-12);
    }

    @Test
    void weightOfASimulatedLevelIsFound() {
        Random random = new Random(11);
        double[] values = new double[2000];
        double level = 100;
        for (int t = 0; t < values.length; t++) {
            double error = random.nextGaussian();
            values[t] = level + error;
            level += 0.3 * error;
        }

        assertEquals(0.3, Ets.fit(TimeSeries.of(1, values), EtsModel.of("ANN")).alpha(), 0.05);
    }

    @Test
    void criterionChoosesTheFormThatMadeTheSeries() {
        Random random = new Random(5);
        double[] values = new double[120];
        for (int t = 0; t < values.length; t++) {
            values[t] = (100 + t) * (t % 4 == 3 ? 1.6 : 0.8) * (1 + 0.02 * random.nextGaussian());
        }

        assertEquals(EtsModel.of("MAdM"), Ets.fit(TimeSeries.of(4, values)).model());
    }

    @Test
    void likelihoodOfALargerFormIsNoSmaller() {
        TimeSeries series = TimeSeries.of(4, ForecasterTest.seasonal(9, 60));
        double simple = Ets.fit(series, EtsModel.of("ANN")).logLikelihood();
        double seasonal = Ets.fit(series, EtsModel.of("ANA")).logLikelihood();
        double both = Ets.fit(series, EtsModel.of("AAdA")).logLikelihood();

        assertTrue(seasonal >= simple && both >= seasonal - 1e-3, simple + " " + seasonal + " " + both);
    }

    @Test
    void fittedValuesAreWhatTheLikelihoodIsOf() {
        double[] values = ForecasterTest.seasonal(12, 40);
        Ets ets = Ets.fit(TimeSeries.of(4, values), EtsModel.of("ANA"));
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            squares += Math.pow(values[t] - ets.fitted()[t], 2);
        }

        assertEquals(-20 * Math.log(squares), ets.logLikelihood(), 1e-9);
        // alpha, gamma, a level, three seasonal states and the variance are 7
        assertEquals(-2 * ets.logLikelihood() + 14 + 2 * 7 * 8 / 32.0, ets.aicc(), 1e-9);
        assertEquals("ETS(ANA), alpha " + ets.alpha(), ets.toString());
    }

    @Test
    void unitOfTheSeriesDoesNotMatter() {
        double[] values = ForecasterTest.seasonal(4, 48);
        double[] large = Arrays.stream(values).map(value -> 1e6 * value).toArray();
        Ets plain = Ets.fit(TimeSeries.of(4, values));
        Ets scaled = Ets.fit(TimeSeries.of(4, large));

        assertEquals(plain.model(), scaled.model());
        assertEquals(1e6 * plain.forecast(1)[0], scaled.forecast(1)[0], 1e3);
    }

    @Test
    void seriesThatDoNotBearTheModelAreRefused() {
        EtsModel simple = EtsModel.of("ANN");
        assertMessage("series must vary: 9 values, season 1", () -> Ets.fit(TimeSeries.of(1, new double[9]), simple));
        assertMessage("series must vary: 0 values, season 1", () -> Ets.fit(TimeSeries.of(1)));
        assertMessage(
                "series must hold 5 values for ANN: 4 values, season 1",
                () -> Ets.fit(TimeSeries.of(1, 1, 2, 3, 4), simple));
        assertMessage(
                "series must hold two seasons for ANA: 7 values, season 4",
                () -> Ets.fit(TimeSeries.of(4, 1, 2, 3, 4, 5, 6, 7), EtsModel.of("ANA")));
        assertMessage(
                "values must be positive for MNN: least value = 0.0",
                () -> Ets.fit(TimeSeries.of(1, 1, 2, 3, 4, 0, 6, 7), EtsModel.of("MNN")));
        assertMessage(
                "horizon must be positive: horizon = 0",
                () -> Ets.fit(TimeSeries.of(1, 1, 2, 3, 4, 7)).forecast(0));
    }

    @Test
    void unknownNamesAreRefused() {
        for (String name : List.of("", "AN", "AMN", "ANX", "XNN", "MAdd", "ANNN")) {
            assertMessage("model must be one such as ANN, AAdN or MAdM: model = " + name, () -> EtsModel.of(name));
        }
    }
}
