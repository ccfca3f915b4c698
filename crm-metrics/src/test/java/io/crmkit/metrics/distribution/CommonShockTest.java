package io.crmkit.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonShockTest {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double[] SEVEN = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    @Test
    void widensTheBandOfTenThousandOpportunitiesFiveTimes() {
        ValuePortfolio portfolio = Portfolios.lognormal(10_000, 21);
        ValueDistribution alone = ValueDistribution.of(portfolio);
        ValueDistribution together = ValueDistribution.withCommonShock(portfolio, 0.05);
        double narrow = (double) alone.quantile(0.99) - alone.quantile(0.01);
        double wide = (double) together.quantile(0.99) - together.quantile(0.01);

        assertTrue(wide > 5 * narrow, wide / narrow + " times");
        assertEquals(alone.mean(), together.mean());
        assertTrue(together.variance() > 25 * alone.variance());
    }

    @ParameterizedTest
    @CsvSource({"60, 0.05", "150, 0.3", "1000, 0.05", "1000, 0.3", "10000, 0.05"})
    void agreesWithASimulationWithinItsStandardError(int size, double correlation) {
        ValuePortfolio portfolio = Portfolios.lognormal(size, size, 500);
        ValueDistribution value = ValueDistribution.withCommonShock(portfolio, correlation);
        double[] sums = simulate(portfolio, correlation, 10_000);
        for (double p : SEVEN) {
            long quantile = value.quantile(p);
            double share = Arrays.stream(sums).filter(sum -> sum <= quantile).count() / 10_000.0;
            double cdf = value.cdf(quantile);
            assertEquals(cdf, share, 4 * Math.sqrt(p * (1 - p) / 10_000) + 1e-4, "at " + p);
        }
        double mean = Arrays.stream(sums).average().orElseThrow();
        assertEquals(value.mean(), mean, 4 * Math.sqrt(value.variance() / 10_000));
    }

    /* Won where sqrt(rho) Z + sqrt(1 - rho) E is below the threshold; E is drawn by comparing a uniform number. */
    private static double[] simulate(ValuePortfolio portfolio, double correlation, int draws) {
        SplittableRandom random = new SplittableRandom(4711);
        double[] stages = IntStream.range(0, portfolio.size())
                .mapToDouble(portfolio::probability)
                .distinct()
                .toArray();
        int[] stage = IntStream.range(0, portfolio.size())
                .map(i -> IntStream.range(0, stages.length)
                        .filter(s -> stages[s] == portfolio.probability(i))
                        .findFirst()
                        .orElseThrow())
                .toArray();
        double[] sums = new double[draws];
        for (int d = 0; d < draws; d++) {
            double[] given = given(stages, correlation, random.nextGaussian());
            for (int i = 0; i < stage.length; i++) {
                sums[d] += random.nextDouble() < given[stage[i]] ? portfolio.amount(i) : 0;
            }
        }
        return sums;
    }

    private static double[] given(double[] rates, double correlation, double shock) {
        return Arrays.stream(rates)
                .map(rate -> NORMAL.cumulativeProbability(
                        (NORMAL.inverseCumulativeProbability(rate) - Math.sqrt(correlation) * shock)
                                / Math.sqrt(1 - correlation)))
                .toArray();
    }

    private static ValuePortfolio givenShock(ValuePortfolio portfolio, double correlation, double shock) {
        double[] rates = IntStream.range(0, portfolio.size())
                .mapToDouble(portfolio::probability)
                .toArray();
        return portfolio.reweighed(given(rates, correlation, shock));
    }

    @ParameterizedTest
    @CsvSource({"0.02", "0.2", "0.5"})
    void agreesWithAveragingExactDistributionsGivenTheShock(double correlation) {
        ValuePortfolio portfolio = Portfolios.lognormal(250, 6, 1000);
        ValueDistribution value = ValueDistribution.withCommonShock(portfolio, correlation);
        int[] shocks = IntStream.rangeClosed(-120, 120).toArray();
        ValueDistribution[] given = Arrays.stream(shocks)
                .mapToObj(i -> givenShock(portfolio, correlation, i / 15.0))
                .map(ValueDistribution::exact)
                .toArray(ValueDistribution[]::new);
        for (double p : SEVEN) {
            long at = value.quantile(p);
            double sum = 0;
            for (int i = 0; i < shocks.length; i++) {
                sum += given[i].cdf(at) * NORMAL.density(shocks[i] / 15.0) / 15;
            }
            assertEquals(sum, value.cdf(at), 5e-4);
        }
    }

    @ParameterizedTest
    @CsvSource({"60, DYNAMIC_PROGRAMMING", "600, FOURIER_INVERSION", "10000, CUMULANT_EXPANSION"})
    void choosesTheWayByTheSize(int size, Computation computation) {
        ValueDistribution value = ValueDistribution.withCommonShock(Portfolios.lognormal(size, 2), 0.05);
        assertEquals(computation, value.accuracy().computation());
        assertTrue(value.accuracy().probabilityError() < 1e-4);
    }

    @Test
    void isTheExactAverageForFewOpportunities() {
        // two coins, correlation 1/2: both below zero with probability 1/4 + asin(1/2) / (2 pi) = 1/3
        ValuePortfolio coins = ValuePortfolio.of(new long[] {100, 100}, new double[] {0.5, 0.5});
        ValueDistribution value = ValueDistribution.withCommonShock(coins, 0.5);
        assertEquals(1 / 3.0, value.pmf(0).orElseThrow(), 1e-12);
        assertEquals(1 / 3.0, value.pmf(100).orElseThrow(), 1e-12);
        assertEquals(1 / 3.0, value.pmf(200).orElseThrow(), 1e-12);
        assertEquals(20_000 / 3.0, value.variance(), 1e-8);
    }

    @Test
    void addsTheSpreadOfUncertainAmounts() {
        ValuePortfolio coins = ValuePortfolio.of(new long[] {100, 100}, new double[] {0.5, 0.5})
                .withSpreads(0.4, 0.4);
        ValueDistribution value = ValueDistribution.withCommonShock(coins, 0.5);
        double own = 2 * (0.5 * 10_000 * Math.exp(0.16) - 2500);
        double common = 2 * (10_000 / 3.0 - 2500);
        assertEquals(own + common, value.variance(), 0.01 * own);
        assertEquals(100, value.mean(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.5"})
    void meetsIndependenceWhereTheCorrelationVanishes(double spread) {
        double[] spreads = new double[300];
        Arrays.fill(spreads, spread);
        ValuePortfolio portfolio = Portfolios.lognormal(300, 31).withSpreads(spreads);
        ValueDistribution alone = ValueDistribution.of(portfolio);
        ValueDistribution together = ValueDistribution.withCommonShock(portfolio, 1e-9);
        for (double p : SEVEN) {
            long at = alone.quantile(p);
            assertEquals(alone.cdf(at), together.cdf(at), 5e-4);
        }
        assertEquals(1, together.variance() / alone.variance(), 1e-5);
    }

    @Test
    void stillHoldsWhereHardlyAnythingIsIndependent() {
        long[] amounts = new long[300];
        double[] probabilities = new double[300];
        Arrays.fill(amounts, 100);
        Arrays.fill(probabilities, 0.3);
        ValueDistribution value = ValueDistribution.withCommonShock(ValuePortfolio.of(amounts, probabilities), 0.999);
        assertEquals(0.7, value.cdf(15_000), 5e-3);
        assertEquals(9000, value.mean(), 1e-9);
    }

    @Test
    void leavesTheCertainAloneAndIsIndependentWithoutCorrelation() {
        ValuePortfolio certain = ValuePortfolio.of(new long[] {100, 50}, new double[] {1, 0});
        assertEquals(100, ValueDistribution.withCommonShock(certain, 0.4).quantile(0.01));
        assertEquals(1, ValueDistribution.withCommonShock(certain, 0.4).cdf(100), 1e-12);
        ValuePortfolio empty = ValuePortfolio.of(new long[0], new double[0]);
        assertEquals(0, ValueDistribution.withCommonShock(empty, 0.4).quantile(0.99));
        ValuePortfolio portfolio = Portfolios.lognormal(300, 8);
        assertEquals(
                ValueDistribution.of(portfolio).quantile(0.3),
                ValueDistribution.withCommonShock(portfolio, 0).quantile(0.3));
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1", "NaN"})
    void refusesACorrelationOutOfRange(double correlation) {
        ValuePortfolio portfolio = Portfolios.lognormal(3, 8);
        assertEquals(
                "correlation must be zero or greater and less than 1: correlation = " + correlation,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ValueDistribution.withCommonShock(portfolio, correlation))
                        .getMessage());
    }
}
