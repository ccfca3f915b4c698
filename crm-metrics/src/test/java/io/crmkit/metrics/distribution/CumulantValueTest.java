package io.crmkit.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CumulantValueTest {

    @Test
    void comesNearTheInversionForManyOpportunities() {
        ValuePortfolio portfolio = Portfolios.lognormal(10_000, 3);
        ValueDistribution inverted = ValueDistribution.inverted(portfolio);
        ValueDistribution expanded = ValueDistribution.expanded(portfolio);
        double deviation = Math.sqrt(inverted.variance());
        for (double p : new double[] {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99}) {
            assertEquals(inverted.quantile(p), expanded.quantile(p), 5e-4 * deviation);
            long at = inverted.quantile(p);
            assertEquals(inverted.cdf(at), expanded.cdf(at), expanded.accuracy().probabilityError());
            assertEquals(expanded.cdf(at), 1 - expanded.survival(at), 1e-15);
        }
        assertEquals(inverted.mean(), expanded.mean());
        assertEquals(inverted.variance(), expanded.variance());
        assertTrue(expanded.pmf(0).isEmpty() && expanded.accuracy().probabilityError() < 2e-3);
        assertEquals(Computation.CUMULANT_EXPANSION, expanded.accuracy().computation());
    }

    @Test
    void staysInsideWhatCanBe() {
        ValuePortfolio portfolio = Portfolios.lognormal(1000, 4);
        ValueDistribution expanded = ValueDistribution.expanded(portfolio);
        assertEquals(0, expanded.cdf(-1));
        assertEquals(1, expanded.cdf(Long.MAX_VALUE));
        assertTrue(expanded.quantile(1e-12) >= 0);
        assertEquals(
                0,
                ValueDistribution.expanded(ValuePortfolio.of(new long[0], new double[0]))
                        .quantile(0.5));
    }

    @Test
    void refusesWhatIsFarFromNormal() {
        ValuePortfolio one = ValuePortfolio.of(new long[] {100}, new double[] {0.01});
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> ValueDistribution.expanded(one))
                        .getMessage());
        assertTrue(message.startsWith(
                "the portfolio must be near to normal for an expansion by cumulants: skewness = 9.84"));
    }
}
