package io.crmkit.metrics.distribution;

import static io.crmkit.metrics.ReferenceFile.number;
import static io.crmkit.metrics.ReferenceFile.rows;
import static io.crmkit.metrics.distribution.Relative.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountDistributionTest {

    @Test
    void agreesWithExactFractionsOfTheBetaBinomial() throws IOException {
        for (Map<String, String> row : rows("betabinomial_pmf.csv")) {
            CountDistribution count =
                    CountDistribution.betaBinomial((long) number(row, "n"), number(row, "alpha"), number(row, "beta"));
            long k = (long) number(row, "k");
            assertClose(number(row, "pmf"), count.pmf(k), row.toString());
            assertClose(number(row, "cdf"), count.cdf(k), row.toString());
            assertClose(number(row, "sf_inclusive"), count.atLeast(k), row.toString());
        }
    }

    @Test
    void agreesWithExactFractionsOfThePoissonBinomial() throws IOException {
        Map<String, double[]> sets = Fractions.rates("poisson_binomial_probs.json");
        for (Map<String, String> row : rows("poisson_binomial_pmf.csv")) {
            String set = String.valueOf(row.get("set"));
            long k = (long) number(row, "k");
            // 1 - 999999/1000000 is no double; so that set is checked by its failures, which lose nothing
            boolean failures = set.equals("near_one10");
            double[] rates = failures ? tenTimes(1e-6) : sets.getOrDefault(set, new double[0]);
            CountDistribution count = CountDistribution.poissonBinomial(rates);
            assertClose(number(row, "pmf"), count.pmf(failures ? 10 - k : k), row.toString());
            assertClose(number(row, "cdf"), failures ? count.atLeast(10 - k) : count.cdf(k), row.toString());
        }
    }

    private static double[] tenTimes(double rate) {
        double[] rates = new double[10];
        Arrays.fill(rates, rate);
        return rates;
    }

    @Test
    void knowsTheBetaBinomialOfFiveTrialsAndAUniformRate() {
        CountDistribution count = CountDistribution.betaBinomial(5, 1, 1);
        for (int k = 0; k <= 5; k++) {
            assertClose(1 / 6.0, count.pmf(k), "k = " + k);
        }
    }

    @Test
    void knowsThePoissonBinomialOfFourCoins() {
        CountDistribution count = CountDistribution.poissonBinomial(0.5, 0.5, 0.5, 0.5);
        assertEquals(0.375, count.pmf(2));
        assertEquals(0.3125, count.cdf(1));
        assertEquals(2, count.mean());
        assertEquals(1, count.variance());
        assertEquals(1, count.quantile(0.3125));
        assertEquals(2, count.quantile(0.3126));
    }

    @Test
    void keepsCertainAndImpossibleUnitsOutOfChance() {
        CountDistribution count = CountDistribution.poissonBinomial(0, 1, 0.25, 1, 0, 0.75);
        assertEquals(0, count.pmf(1));
        assertEquals(0.1875, count.pmf(2));
        assertEquals(0.625, count.pmf(3));
        assertEquals(0.1875, count.pmf(4));
        assertEquals(0, count.pmf(5));
    }

    @ParameterizedTest
    @CsvSource({"10, 0.3", "1000, 0.0318", "1000000, 0.5", "100000000, 0.000001"})
    void agreesWithCommonsOnTheBinomial(int trials, double rate) {
        CountDistribution count = CountDistribution.binomial(trials, rate);
        BinomialDistribution other = BinomialDistribution.of(trials, rate);
        for (double p : new double[] {0.001, 0.1, 0.5, 0.9, 0.999}) {
            int k = other.inverseCumulativeProbability(p);
            assertEquals(k, count.quantile(p));
            assertEquals(1, count.pmf(k) / other.probability(k), 1e-9);
            assertEquals(1, count.cdf(k) / other.cumulativeProbability(k), 1e-9);
            assertEquals(1, count.survival(k) / other.survivalProbability(k), 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.01", "1", "17.5", "40000"})
    void agreesWithCommonsOnThePoisson(double mean) {
        CountDistribution count = CountDistribution.poisson(mean);
        PoissonDistribution other = PoissonDistribution.of(mean);
        for (double p : new double[] {0.01, 0.5, 0.99}) {
            int k = other.inverseCumulativeProbability(p);
            assertEquals(k, count.quantile(p));
            assertEquals(1, count.pmf(k) / other.probability(k), 1e-9);
            assertEquals(1, count.survival(k) / other.survivalProbability(k), 1e-9);
        }
        assertEquals(mean, count.mean(), 1e-12 * mean);
        assertEquals(mean, count.variance(), 1e-12 * mean);
    }

    @Test
    void knowsTheNegativeBinomialOfSizeOneAsTheGeometric() {
        CountDistribution count = CountDistribution.negativeBinomial(3, 1);
        for (int k = 0; k < 60; k++) {
            assertClose(0.25 * Math.pow(0.75, k), count.pmf(k), "k = " + k);
            assertClose(Math.pow(0.75, k + 1), count.survival(k), "k = " + k);
        }
    }

    @Test
    void givesTheNegativeBinomialItsTwoMoments() {
        CountDistribution count = CountDistribution.negativeBinomial(20, 4.5);
        assertEquals(20, count.mean(), 1e-11);
        assertEquals(20 + 400 / 4.5, count.variance(), 1e-10);
    }

    @Test
    void halvesManyTrialsAndAgreesWithAddingThemOneByOne() {
        double[] rates = new double[5000];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (i * 7919 % 1000) / 1000.0;
        }
        CountDistribution halved = CountDistribution.poissonBinomial(rates);
        CountDistribution parts = CountDistribution.poissonBinomial(Arrays.copyOf(rates, 4000))
                .plus(CountDistribution.poissonBinomial(Arrays.copyOfRange(rates, 4000, 5000)));
        for (long k = 2000; k <= 3000; k += 10) {
            assertClose(parts.pmf(k), halved.pmf(k), "k = " + k);
        }
        assertEquals(Arrays.stream(rates).sum(), halved.mean(), 1e-9);
    }

    @Test
    void mixesByWeights() {
        CountDistribution mixture = CountDistribution.mixture(
                new double[] {3, 1}, List.of(CountDistribution.point(2), CountDistribution.binomial(1, 0.5)));
        assertEquals(0.125, mixture.pmf(0));
        assertEquals(0.125, mixture.pmf(1));
        assertEquals(0.75, mixture.pmf(2));
    }

    @Test
    void isAPointMassAtZeroWhereNothingIsOpen() {
        for (CountDistribution count : List.of(
                CountDistribution.poissonBinomial(),
                CountDistribution.sum(List.of()),
                CountDistribution.binomial(0, 0.3),
                CountDistribution.betaBinomial(0, 1, 1),
                CountDistribution.poisson(0),
                CountDistribution.negativeBinomial(0, 2),
                CountDistribution.binomial(9, 0))) {
            assertEquals(1, count.pmf(0));
            assertEquals(0, count.mean());
            assertEquals(0, count.variance());
            assertEquals(0, count.quantile(0.99));
            assertEquals(new PredictiveInterval(0, 0, 0.9, 1), count.interval(0.9));
        }
    }

    @Test
    void reachesAQuotaOfZeroOrLessForCertain() {
        assertEquals(1, CountDistribution.binomial(5, 0.2).atLeast(0));
        assertEquals(1, CountDistribution.binomial(5, 0.2).atLeast(-3));
        assertEquals(0, CountDistribution.binomial(5, 0.2).atLeast(6));
        assertEquals(0, CountDistribution.binomial(5, 0.2).cdf(-1));
    }

    @Test
    void coversWithTheIntervalWhatItPromises() {
        PredictiveInterval interval =
                CountDistribution.binomial(534, 17 / 534.0).interval(0.8);
        assertEquals(12, interval.lower());
        assertEquals(22, interval.upper());
        assertTrue(interval.coverage() >= 0.8 && interval.contains(17) && !interval.contains(23));
    }

    @Test
    void saysHowItWasComputed() {
        assertEquals(
                Computation.TERM_RATIOS,
                CountDistribution.binomial(9, 0.5).accuracy().computation());
        Accuracy accuracy = CountDistribution.poissonBinomial(0.5, 0.25).accuracy();
        assertEquals(Computation.DYNAMIC_PROGRAMMING, accuracy.computation());
        assertTrue(accuracy.proven() && accuracy.probabilityError() < 1e-14 && accuracy.valueError() == 0);
    }

    @Test
    void namesWhatIsWrong() {
        refuses("rates[1] must be between 0 and 1: rates[1] = 1.5", () -> CountDistribution.poissonBinomial(0.1, 1.5));
        refuses(
                "rates[0] must be between 0 and 1: rates[0] = NaN",
                () -> CountDistribution.poissonBinomial(Double.NaN));
        refuses("trials must not be negative: trials = -1", () -> CountDistribution.binomial(-1, 0.5));
        refuses("rate must be between 0 and 1: rate = -0.1", () -> CountDistribution.binomial(1, -0.1));
        refuses(
                "alpha must be between 1.0E-100 and 1.0E100: alpha = 0.0",
                () -> CountDistribution.betaBinomial(1, 0, 1));
        refuses(
                "mean must be between 0.0 and 1.0E12: mean = Infinity",
                () -> CountDistribution.poisson(Double.POSITIVE_INFINITY));
        refuses(
                "probability must be strictly between 0 and 1: probability = 1.0",
                () -> CountDistribution.point(3).quantile(1));
        refuses(
                "weights and parts must have the same length: 1 and 0",
                () -> CountDistribution.mixture(new double[] {1}, List.of()));
        refuses(
                "sum of weights must be greater than zero and finite: sum of weights = 0.0",
                () -> CountDistribution.mixture(new double[0], List.of()));
        refuses(
                "the distribution must fit into 20000000 cells: it needs 33554432 or more",
                () -> CountDistribution.betaBinomial(1_000_000_000, 1, 1));
    }

    private static void refuses(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
