package io.crmkit.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void writesDistributionsByTheirMoments() {
        assertEquals(
                "count distribution with mean 2.0 and variance 1.0",
                CountDistribution.binomial(4, 0.5).toString());
        ValuePortfolio coin = ValuePortfolio.of(new long[] {4}, new double[] {0.5});
        assertEquals("1 opportunities", coin.toString());
        assertEquals(1, coin.size());
        String expected = "value distribution with mean 2.0 and variance 4.0";
        assertEquals(expected, ValueDistribution.exact(coin).toString());
        assertEquals(expected, ValueDistribution.inverted(coin).toString());
        assertTrue(ValueDistribution.expanded(Portfolios.lognormal(1000, 1))
                .toString()
                .startsWith("value distribution with mean "));
    }

    @Test
    void refusesAnIntervalThatIsNone() {
        assertEquals(
                "lower must not be above upper: lower = 2, upper = 1",
                message(() -> new PredictiveInterval(2, 1, 0.5, 0.5)));
        assertEquals(
                "level must be strictly between 0 and 1: level = 0.0",
                message(() -> new PredictiveInterval(1, 2, 0, 0.5)));
        assertEquals(
                "coverage must be between 0 and 1: coverage = NaN",
                message(() -> new PredictiveInterval(1, 2, 0.5, Double.NaN)));
    }

    @Test
    void refusesErrorsThatAreNone() {
        assertEquals(
                "probabilityError must be zero or greater and finite: probabilityError = -1.0",
                message(() -> new Accuracy(Computation.CONVOLUTION, -1, 0, true)));
        assertEquals(
                "valueError must be zero or greater and finite: valueError = NaN",
                message(() -> new Accuracy(Computation.CONVOLUTION, 0, Double.NaN, true)));
    }

    private static String message(Runnable call) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
