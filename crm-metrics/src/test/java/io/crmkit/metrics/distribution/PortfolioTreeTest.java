package io.crmkit.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PortfolioTreeTest {

    private static final double[] SEVEN = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    private final ValuePortfolio portfolio = Portfolios.lognormal(3000, 11);

    @Test
    void makesUpTheCompanyFromItsSellers() {
        FrequencyGrid grid = FrequencyGrid.covering(portfolio);
        CharacteristicFunction company = CharacteristicFunction.of(portfolio.slice(0, 50), grid);
        for (int i = 50; i < 3000; i += 50) {
            company = company.merge(CharacteristicFunction.of(portfolio.slice(i, i + 50), grid));
        }
        ValueDistribution whole = ValueDistribution.inverted(portfolio);
        ValueDistribution merged = company.distribution();
        for (double p : SEVEN) {
            assertEquals(whole.quantile(p), merged.quantile(p));
        }
        assertEquals(whole.mean(), merged.mean(), 1e-6);
        assertEquals(1, merged.variance() / whole.variance(), 1e-12);
    }

    @Test
    void followsAChangeOfOneOpportunity() {
        PortfolioTree before = PortfolioTree.of(portfolio);
        PortfolioTree after = before.with(1234, 250_000, 0.75).with(2999, 0, 0);
        ValuePortfolio changed = portfolio.with(1234, 250_000, 0.75).with(2999, 0, 0);
        ValueDistribution exact = ValueDistribution.exact(changed);
        for (double p : SEVEN) {
            assertEquals(exact.quantile(p), after.total().distribution().quantile(p));
            assertEquals(
                    ValueDistribution.inverted(portfolio).quantile(p),
                    before.total().distribution().quantile(p));
        }
    }

    @Test
    void isWorthNothingWhereNothingIsOpen() {
        PortfolioTree empty = PortfolioTree.of(ValuePortfolio.of(new long[0], new double[0]));
        assertEquals(0, empty.total().distribution().quantile(0.9));
    }

    @Test
    void namesWhatIsWrong() {
        PortfolioTree tree = PortfolioTree.of(portfolio);
        assertEquals(
                "index must be below 3000: index = 3000",
                assertThrows(IndexOutOfBoundsException.class, () -> tree.with(3000, 1, 0.5))
                        .getMessage());
        assertEquals(
                "amount must not be negative: amount = -1",
                assertThrows(IllegalArgumentException.class, () -> tree.with(0, -1, 0.5))
                        .getMessage());
        assertEquals(
                "probability must be between 0 and 1: probability = NaN",
                assertThrows(IllegalArgumentException.class, () -> tree.with(0, 1, Double.NaN))
                        .getMessage());
        CharacteristicFunction other = CharacteristicFunction.of(portfolio, new FrequencyGrid(100, 3));
        assertEquals(
                "parts must be on the same grid: FrequencyGrid[period=100.0, frequencies=3] and "
                        + FrequencyGrid.covering(portfolio),
                assertThrows(IllegalArgumentException.class, () -> other.merge(tree.total()))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new FrequencyGrid(0, 3));
        assertThrows(IllegalArgumentException.class, () -> new FrequencyGrid(100, 0));
    }
}
