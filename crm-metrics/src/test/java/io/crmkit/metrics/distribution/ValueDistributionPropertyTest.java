package io.crmkit.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class ValueDistributionPropertyTest {

    @Property(tries = 300)
    void sumsToOneWithTheMeanOfTheWeightedPipelineOnAnyGrid(
            @ForAll("portfolios") ValuePortfolio portfolio, @ForAll @LongRange(min = 1, max = 50) long width) {
        ValueDistribution value = ValueDistribution.onGrid(portfolio, width);
        double weighted = 0;
        for (int i = 0; i < portfolio.size(); i++) {
            weighted += portfolio.amount(i) * portfolio.probability(i);
        }
        double mean = points(width).mapToDouble(v -> v * mass(value, v)).sum();

        assertEquals(1, points(width).mapToDouble(v -> mass(value, v)).sum(), 1e-12);
        assertEquals(weighted, value.mean(), 1e-9);
        assertEquals(weighted, mean, 1e-9);
    }

    private static LongStream points(long width) {
        return LongStream.rangeClosed(0, 10_000 / width).map(i -> i * width);
    }

    private static double mass(ValueDistribution value, long at) {
        return value.pmf(at).orElseThrow();
    }

    @Property(tries = 300)
    void neverFallsAndIsInvertedByTheQuantile(
            @ForAll("portfolios") ValuePortfolio portfolio,
            @ForAll @LongRange(max = 6000) long low,
            @ForAll @LongRange(max = 3000) long more,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        ValueDistribution value = ValueDistribution.exact(portfolio);
        long quantile = value.quantile(p);

        assertTrue(value.cdf(low) <= value.cdf(low + more));
        assertEquals(1, value.cdf(low) + value.survival(low), 1e-14);
        assertTrue(value.cdf(quantile) >= p);
        assertTrue(value.cdf(quantile - 1) < p);
        assertTrue(value.interval(p).coverage() >= p - 1e-12);
    }

    @Property(tries = 200)
    void countsWhereAllAmountsAreOne(@ForAll("portfolios") ValuePortfolio portfolio) {
        long[] ones = new long[portfolio.size()];
        double[] rates = new double[portfolio.size()];
        java.util.Arrays.fill(ones, 1);
        java.util.Arrays.setAll(rates, portfolio::probability);
        ValueDistribution value = ValueDistribution.of(ValuePortfolio.of(ones, rates));
        CountDistribution count = CountDistribution.poissonBinomial(rates);
        for (int k = 0; k <= rates.length; k++) {
            assertEquals(count.pmf(k), mass(value, k), 1e-15);
        }
    }

    @Property(tries = 200)
    void mergesInAnyOrder(
            @ForAll("portfolios") ValuePortfolio a,
            @ForAll("portfolios") ValuePortfolio b,
            @ForAll("portfolios") ValuePortfolio c) {
        FrequencyGrid grid = new FrequencyGrid(60_000, 200);
        CharacteristicFunction first = CharacteristicFunction.of(a, grid);
        CharacteristicFunction second = CharacteristicFunction.of(b, grid);
        CharacteristicFunction third = CharacteristicFunction.of(c, grid);
        ValueDistribution left = first.merge(second).merge(third).distribution();
        ValueDistribution right = third.merge(first.merge(second)).distribution();
        for (long at = 0; at < 20_000; at += 700) {
            assertEquals(left.cdf(at), right.cdf(at), 1e-11);
        }
        assertEquals(left.mean(), right.mean(), 1e-8);
        assertEquals(left.variance(), right.variance(), 1e-4);
    }

    @Property(tries = 200)
    void isNeverNotANumber(
            @ForAll("portfolios") ValuePortfolio portfolio,
            @ForAll @DoubleRange(min = 0, max = 0.99) double correlation,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        for (ValueDistribution value : List.of(
                ValueDistribution.of(portfolio),
                ValueDistribution.inverted(portfolio),
                ValueDistribution.withCommonShock(portfolio, correlation))) {
            long quantile = value.quantile(p);
            double cdf = value.cdf(quantile);
            assertTrue(cdf >= 0 && cdf <= 1, "cdf " + cdf);
            assertTrue(quantile >= 0 && quantile <= 10_000, "quantile " + quantile);
            assertFalse(Double.isNaN(value.mean() + value.variance()));
            assertTrue(value.interval(p).lower() <= value.interval(p).upper());
        }
    }

    @Property(tries = 100)
    void keepsTheMeanUnderACommonShock(
            @ForAll("portfolios") ValuePortfolio portfolio,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double correlation) {
        ValueDistribution value = ValueDistribution.withCommonShock(portfolio, correlation);
        double mean = points(1).mapToDouble(v -> v * mass(value, v)).sum();
        assertEquals(value.mean(), mean, 1e-6 * (1 + value.mean()));
        assertTrue(value.variance() >= ValueDistribution.exact(portfolio).variance() * (1 - 1e-6) - 1e-6);
    }

    @Provide
    Arbitrary<ValuePortfolio> portfolios() {
        Arbitrary<Double> probability = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.doubles().between(0, 1)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(0.0, 1.0, 1e-9, 1 - 1e-9)));
        Arbitrary<Long> amount = Arbitraries.longs().between(0, 500);
        return Combinators.combine(amount, probability)
                .as(Offer::new)
                .list()
                .ofMaxSize(18)
                .map(Offer::portfolio);
    }

    record Offer(long amount, double probability) {

        static ValuePortfolio portfolio(List<Offer> offers) {
            return ValuePortfolio.of(
                    offers.stream().mapToLong(Offer::amount).toArray(),
                    offers.stream().mapToDouble(Offer::probability).toArray());
        }
    }
}
