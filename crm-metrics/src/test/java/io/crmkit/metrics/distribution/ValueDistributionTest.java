package io.crmkit.metrics.distribution;

import static io.crmkit.metrics.ReferenceFile.number;
import static io.crmkit.metrics.ReferenceFile.rows;
import static io.crmkit.metrics.distribution.Relative.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueDistributionTest {

    private static final ValuePortfolio THREE =
            ValuePortfolio.of(new long[] {1000, 2500, 1000}, new double[] {0.5, 0.25, 0.9});

    @Test
    void agreesWithExactFractions() throws IOException {
        Map<String, double[]> sets = Fractions.rates("pipeline_value_deals.json");
        for (Map<String, String> row : rows("pipeline_value_pmf.csv")) {
            ValueDistribution value =
                    ValueDistribution.exact(portfolio(sets.getOrDefault(row.get("set"), new double[0])));
            long at = (long) number(row, "value");
            assertClose(number(row, "pmf"), value.pmf(at).orElseThrow(), row.toString());
            assertClose(number(row, "cdf"), value.cdf(at), row.toString());
        }
    }

    /* Amount and probability in turn. */
    private static ValuePortfolio portfolio(double[] numbers) {
        long[] amounts = new long[numbers.length / 2];
        double[] probabilities = new double[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = (long) numbers[2 * i];
            probabilities[i] = numbers[2 * i + 1];
        }
        return ValuePortfolio.of(amounts, probabilities);
    }

    @Test
    void knowsThreeOpportunities() {
        ValueDistribution value = ValueDistribution.exact(THREE);
        assertClose(0.0375, value.pmf(0).orElseThrow(), "nothing");
        assertClose(0.375, value.pmf(1000).orElseThrow(), "one small");
        assertClose(0.4125, value.cdf(1999), "below both small");
        assertEquals(0, value.pmf(999).orElseThrow());
        assertEquals(2025, value.mean(), 1e-12);
        assertEquals(2000, value.quantile(0.5));
        assertEquals(0, value.survival(4500));
        assertEquals(1, value.survival(-1));
        assertEquals(Computation.DYNAMIC_PROGRAMMING, value.accuracy().computation());
        assertEquals(0, value.accuracy().valueError());
    }

    @Test
    void keepsTheMeanOnAGridThatTheAmountsDoNotFit() {
        ValueDistribution value = ValueDistribution.onGrid(THREE, 300);
        double mean = 0;
        for (long v = 0; v <= 6000; v += 300) {
            mean += v * value.pmf(v).orElseThrow();
        }
        assertEquals(2025, mean, 1e-9);
        assertTrue(value.accuracy().valueError() <= 900);
        assertTrue(value.accuracy().proven());
        assertEquals(2000, value.quantile(0.5), value.accuracy().valueError());
    }

    @Test
    void boundsTheShiftOfAGrid() {
        long[] amounts = new long[60];
        double[] probabilities = new double[60];
        for (int i = 0; i < 60; i++) {
            amounts[i] = 137 + 53L * (i * 17 % 60);
            probabilities[i] = (1 + i % 9) / 10.0;
        }
        ValuePortfolio portfolio = ValuePortfolio.of(amounts, probabilities);
        ValueDistribution exact = ValueDistribution.exact(portfolio);
        ValueDistribution grid = ValueDistribution.onGrid(portfolio, 50);
        for (double p : new double[] {0.01, 0.25, 0.5, 0.75, 0.99}) {
            assertEquals(exact.quantile(p), grid.quantile(p), grid.accuracy().valueError());
            assertEquals(exact.quantile(p), grid.quantile(p), 60);
        }
    }

    @Test
    void addsTheSpreadOfUncertainAmounts() {
        ValuePortfolio portfolio = THREE.withSpreads(0.4, 0, 0.4);
        ValueDistribution value = ValueDistribution.onGrid(portfolio, 10);
        double second = 0.5 * 1e6 * Math.exp(0.16) + 0.9 * 1e6 * Math.exp(0.16);
        double exact = second - 250_000 - 810_000 + 0.25 * 0.75 * 6_250_000;
        assertEquals(2025, value.mean(), 1e-9);
        assertEquals(exact, value.variance(), 0.01 * exact);
        assertTrue(value.variance() < exact && !value.accuracy().proven());
        assertClose(0.0375, value.pmf(0).orElseThrow(), "nothing won");
        double mean = 0;
        for (long v = 0; v <= 8000; v += 10) {
            mean += v * value.pmf(v).orElseThrow();
        }
        assertEquals(2025, mean, 1e-9);
    }

    @Test
    void isAPointMassAtZeroWhereNothingIsOpen() {
        ValueDistribution value = ValueDistribution.exact(ValuePortfolio.of(new long[0], new double[0]));
        assertEquals(1, value.pmf(0).orElseThrow());
        assertEquals(new PredictiveInterval(0, 0, 0.8, 1), value.interval(0.8));
        assertEquals(0, value.mean());
        assertEquals(0, value.variance());
    }

    @Test
    void knowsOneOpportunity() {
        ValueDistribution value = ValueDistribution.exact(ValuePortfolio.of(new long[] {700}, new double[] {0.3}));
        assertEquals(0.7, value.cdf(699));
        assertEquals(0, value.quantile(0.7));
        assertEquals(700, value.quantile(0.71));
        assertEquals(1, value.cdf(700));
    }

    @Test
    void ignoresWhatIsWorthNothingOrNeverWonAndShiftsByWhatIsCertain() {
        ValueDistribution value =
                ValueDistribution.exact(ValuePortfolio.of(new long[] {0, 500, 300}, new double[] {0.5, 0, 1}));
        assertEquals(1, value.pmf(300).orElseThrow());
        assertEquals(300, value.quantile(0.01));
    }

    @Test
    void namesWhatIsWrong() {
        refuses("amounts[1] must not be negative: amounts[1] = -5", () -> portfolio(new double[] {1, 0.5, -5, 0.5}));
        refuses(
                "probabilities[0] must be between 0 and 1: probabilities[0] = NaN",
                () -> portfolio(new double[] {1, Double.NaN}));
        refuses(
                "amounts and probabilities must have the same length: 1 and 0",
                () -> ValuePortfolio.of(new long[1], new double[0]));
        refuses(
                "amounts must add up to 2^53 at most: they exceed it at amounts[1] = 9007199254740992",
                () -> ValuePortfolio.of(new long[] {1, 1L << 53}, new double[2]));
        refuses("spreads[0] must be between 0 and 3: spreads[0] = -1.0", () -> THREE.withSpreads(-1, 0, 0));
        refuses("width must be greater than zero: width = 0", () -> ValueDistribution.onGrid(THREE, 0));
        refuses(
                "probability must be strictly between 0 and 1: probability = 0.0",
                () -> ValueDistribution.exact(THREE).quantile(0));
        refuses(
                "the distribution must fit into 20000000 cells: it needs 1000000000002 or more",
                () -> ValueDistribution.exact(portfolio(new double[] {1e12, 0.5, 1, 0.5})));
    }

    private static void refuses(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
