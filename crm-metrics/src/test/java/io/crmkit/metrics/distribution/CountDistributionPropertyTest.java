package io.crmkit.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CountDistributionPropertyTest {

    @Property
    void sumsToOneAndHasTheMeanOfItsRates(@ForAll("rates") double[] rates) {
        CountDistribution count = CountDistribution.poissonBinomial(rates);
        double total =
                LongStream.rangeClosed(0, rates.length).mapToDouble(count::pmf).sum();

        assertEquals(1, total, 1e-13);
        assertEquals(Arrays.stream(rates).sum(), count.mean(), 1e-12);
        assertEquals(Arrays.stream(rates).map(p -> p * (1 - p)).sum(), count.variance(), 1e-12);
    }

    @Property
    void neverFallsAndMeetsItsSurvival(@ForAll("rates") double[] rates) {
        CountDistribution count = CountDistribution.poissonBinomial(rates);
        for (int k = 0; k <= rates.length; k++) {
            assertTrue(count.cdf(k) >= count.cdf(k - 1));
            assertEquals(1, count.cdf(k) + count.survival(k), 1e-14);
        }
    }

    @Property
    void invertsByTheQuantile(@ForAll("rates") double[] rates, @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        CountDistribution count = CountDistribution.poissonBinomial(rates);
        long quantile = count.quantile(p);

        assertTrue(count.cdf(quantile) >= p);
        assertTrue(count.cdf(quantile - 1) < p);
    }

    @Property
    void isTheBinomialWhereAllRatesAreEqual(
            @ForAll @IntRange(max = 60) int trials, @ForAll @DoubleRange(min = 0.01, max = 0.99) double rate) {
        double[] rates = new double[trials];
        Arrays.fill(rates, rate);
        CountDistribution count = CountDistribution.poissonBinomial(rates);
        CountDistribution binomial = CountDistribution.binomial(trials, rate);
        for (int k = 0; k <= trials; k++) {
            Relative.assertClose(binomial.pmf(k), count.pmf(k), "k = " + k);
        }
    }

    @Property
    void addsPartsInAnyOrder(@ForAll("rates") double[] a, @ForAll("rates") double[] b, @ForAll("rates") double[] c) {
        CountDistribution first = CountDistribution.poissonBinomial(a);
        CountDistribution second = CountDistribution.poissonBinomial(b);
        CountDistribution third = CountDistribution.betaBinomial(c.length, 2, 3);
        CountDistribution left = first.plus(second).plus(third);
        CountDistribution right = CountDistribution.sum(List.of(third, second, first));
        for (int k = 0; k <= a.length + b.length + c.length; k++) {
            assertEquals(left.pmf(k), right.pmf(k), 1e-15);
        }
        assertEquals(first.mean() + second.mean() + third.mean(), left.mean(), 1e-12);
        assertEquals(first.variance() + second.variance() + third.variance(), left.variance(), 1e-11);
    }

    @Property
    void coversAtLeastTheLevel(
            @ForAll("rates") double[] rates, @ForAll @DoubleRange(min = 0.01, max = 0.99) double level) {
        PredictiveInterval interval = CountDistribution.poissonBinomial(rates).interval(level);
        assertTrue(interval.coverage() >= level - 1e-14);
    }

    @Provide
    Arbitrary<double[]> rates() {
        return Arbitraries.doubles().between(0, 1).array(double[].class).ofMaxSize(40);
    }
}
