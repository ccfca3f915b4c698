package io.crmkit.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierInversionTest {

    private static final double[] SEVEN = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    @ParameterizedTest
    @ValueSource(ints = {201, 500, 1000})
    void findsTheQuantilesOfTheExactDynamicProgram(int size) {
        ValuePortfolio portfolio = Portfolios.lognormal(size, size);
        ValueDistribution exact = ValueDistribution.exact(portfolio);
        ValueDistribution inverted = ValueDistribution.of(portfolio);

        assertEquals(Computation.FOURIER_INVERSION, inverted.accuracy().computation());
        for (double p : SEVEN) {
            long quantile = exact.quantile(p);
            assertEquals(quantile, inverted.quantile(p));
            assertEquals(
                    exact.cdf(quantile),
                    inverted.cdf(quantile),
                    inverted.accuracy().probabilityError());
            assertEquals(exact.cdf(quantile), inverted.cdf(quantile), 2e-10);
        }
        assertEquals(exact.variance(), inverted.variance());
        assertEquals(exact.interval(0.8).lower(), inverted.interval(0.8).lower());
    }

    @Test
    void findsTheQuantilesWhereOneOpportunityIsHalfOfAll() {
        ValuePortfolio rest = Portfolios.lognormal(100, 5);
        long[] amounts = new long[101];
        double[] probabilities = new double[101];
        for (int i = 0; i < 100; i++) {
            amounts[i] = rest.amount(i);
            probabilities[i] = rest.probability(i);
        }
        amounts[100] = Arrays.stream(amounts).sum();
        probabilities[100] = 0.4;
        ValuePortfolio portfolio = ValuePortfolio.of(amounts, probabilities);
        ValueDistribution exact = ValueDistribution.exact(portfolio);
        ValueDistribution inverted = ValueDistribution.inverted(portfolio);
        for (double p : SEVEN) {
            assertEquals(exact.quantile(p), inverted.quantile(p));
        }
        assertTrue(inverted.accuracy().probabilityError() < 1e-8);
    }

    @Test
    void agreesWithTheBinomialWhereAllAmountsAreEqual() {
        long[] amounts = new long[1000];
        double[] probabilities = new double[1000];
        Arrays.fill(amounts, 2500);
        Arrays.fill(probabilities, 0.1);
        ValueDistribution value = ValueDistribution.of(ValuePortfolio.of(amounts, probabilities));
        CountDistribution count = CountDistribution.binomial(1000, 0.1);
        for (int k = 60; k < 140; k++) {
            assertEquals(count.cdf(k), value.cdf(2500L * k), 1e-9);
            assertEquals(count.cdf(k), value.cdf(2500L * k + 2499), 1e-9);
        }
        for (double p : SEVEN) {
            assertEquals(2500 * count.quantile(p), value.quantile(p));
        }
    }

    @Test
    void returnsToTheGridWhereTheCharacteristicFunctionDoesNotFallOff() {
        long[] amounts = new long[300];
        double[] probabilities = new double[300];
        Arrays.setAll(amounts, i -> 1000 + 7 * i);
        Arrays.fill(probabilities, 1e-4);
        ValueDistribution value = ValueDistribution.of(ValuePortfolio.of(amounts, probabilities));

        assertEquals(Computation.DYNAMIC_PROGRAMMING, value.accuracy().computation());
        assertEquals(Math.pow(1 - 1e-4, 300), value.cdf(0), 1e-12);
        assertEquals(0, value.quantile(0.95));
    }

    @Test
    void saysWhereNearlyAllAmountsAreMultiplesOfACoarserStep() {
        ValuePortfolio portfolio = Portfolios.lognormal(400, 12, 1000).with(70, 12_345, 0.3);
        ValueDistribution exact = ValueDistribution.onGrid(portfolio, 5);
        ValueDistribution inverted = ValueDistribution.inverted(portfolio);
        assertEquals(500, inverted.accuracy().valueError());
        for (double p : SEVEN) {
            assertEquals(exact.quantile(p), inverted.quantile(p), 500);
        }
    }

    @Test
    void returnsToTheGridWhereTheStepIsTooCoarse() {
        long[] amounts = new long[400];
        double[] probabilities = new double[400];
        Arrays.fill(amounts, 123_400);
        Arrays.fill(probabilities, 0.2);
        amounts[7] = 5;
        ValueDistribution value = ValueDistribution.of(ValuePortfolio.of(amounts, probabilities));
        CountDistribution count = CountDistribution.binomial(399, 0.2);
        assertEquals(Computation.DYNAMIC_PROGRAMMING, value.accuracy().computation());
        for (int k = 60; k < 100; k++) {
            assertEquals(count.cdf(k), value.cdf(123_400L * k + 60_000), 1e-6);
        }
    }

    @Test
    void findsTheQuantilesOfTenThousandExactly() {
        ValuePortfolio portfolio = Portfolios.lognormal(10_000, 13, 2000);
        ValueDistribution exact = ValueDistribution.exact(portfolio);
        ValueDistribution inverted = ValueDistribution.of(portfolio);
        for (double p : SEVEN) {
            assertEquals(exact.quantile(p), inverted.quantile(p));
        }
    }

    @Test
    void doesNotDependOnTheGridForAHundredThousand() {
        ValuePortfolio portfolio = Portfolios.lognormal(100_000, 14);
        FrequencyGrid grid = FrequencyGrid.covering(portfolio);
        FrequencyGrid finer = new FrequencyGrid(1.7 * grid.period(), 3 * grid.frequencies());
        ValueDistribution inverted = ValueDistribution.of(portfolio);
        ValueDistribution again = CharacteristicFunction.of(portfolio, finer).distribution();
        for (double p : SEVEN) {
            assertEquals(again.quantile(p), inverted.quantile(p));
        }
    }

    @Test
    void saysWhereItIsNotAccurate() {
        ValuePortfolio two = ValuePortfolio.of(new long[] {1_000_003, 499_999}, new double[] {0.5, 0.5});
        assertTrue(ValueDistribution.inverted(two).accuracy().probabilityError() > 1e-3);
    }

    @Test
    void invertsUncertainAmountsToo() {
        double[] spreads = new double[300];
        Arrays.fill(spreads, 0, 150, 0.5);
        ValuePortfolio portfolio = Portfolios.lognormal(300, 9).withSpreads(spreads);
        ValueDistribution inverted = ValueDistribution.of(portfolio);
        ValueDistribution grid = ValueDistribution.onGrid(portfolio, 100);
        for (double p : SEVEN) {
            assertEquals(1, (double) inverted.quantile(p) / grid.quantile(p), 1e-4);
        }
        assertEquals(Computation.FOURIER_INVERSION, inverted.accuracy().computation());
    }

    @Test
    void isAPointWhereEverythingIsCertainOrEmpty() {
        long[] amounts = new long[250];
        double[] probabilities = new double[250];
        Arrays.fill(amounts, 300);
        Arrays.fill(probabilities, 0, 100, 1);
        ValueDistribution certain = ValueDistribution.of(ValuePortfolio.of(amounts, probabilities));
        assertEquals(30_000, certain.quantile(0.01));
        assertEquals(0, certain.cdf(29_999));
        assertEquals(1, certain.cdf(30_000));
        ValueDistribution empty = ValueDistribution.inverted(ValuePortfolio.of(new long[0], new double[0]));
        assertEquals(0, empty.quantile(0.99));
        assertEquals(1, empty.cdf(0));
    }

    @Test
    void findsOneThousandOpportunitiesOfManyLowAmountsByTheBand() {
        ValueDistribution value = ValueDistribution.of(Portfolios.lognormal(1000, 77));
        PredictiveInterval band = value.interval(0.98);
        assertEquals(0.98, band.coverage(), 1e-3);
        assertTrue(band.contains(Math.round(value.mean())));
        assertEquals(0, value.cdf(-1));
        assertTrue(value.pmf(0).isEmpty());
    }
}
