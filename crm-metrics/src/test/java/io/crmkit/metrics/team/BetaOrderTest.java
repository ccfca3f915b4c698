package io.crmkit.metrics.team;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.metrics.ReferenceFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaOrderTest {

    private static double below(double a1, double b1, double a2, double b2) {
        return BetaOrder.probabilityBelow(BetaDistribution.of(a1, b1), BetaDistribution.of(a2, b2));
    }

    @Test
    void agreesWithEveryReferenceRow() throws IOException {
        List<Map<String, String>> rows = ReferenceFile.rows("posterior_comparisons.csv");
        for (Map<String, String> row : rows) {
            double probability = below(
                    ReferenceFile.number(row, "a1"),
                    ReferenceFile.number(row, "b1"),
                    ReferenceFile.number(row, "a2"),
                    ReferenceFile.number(row, "b2"));

            assertEquals(ReferenceFile.number(row, "p_x1_below_x2"), probability, 1e-12, row::toString);
        }
        assertEquals(5, rows.size());
    }

    // the greatest of n uniform numbers is Beta(n, 1): P(Beta(1, 1) < Beta(n, 1)) = n / (n + 1)
    @ParameterizedTest
    @CsvSource({"1, 0.5", "3, 0.75", "99, 0.99"})
    void agreesWithTheGreatestOfUniformNumbers(double n, double probability) {
        assertEquals(probability, below(1, 1, n, 1), 1e-12);
        assertEquals(1 - probability, below(n, 1, 1, 1), 1e-12);
    }

    // P(Beta(a1, b) < Beta(a2, b)) and its mirror make one, at a pole of the density and for millions of trials
    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 0.5, 0.5", "0.1, 30, 0.2, 20", "0.5, 100.5, 3.5, 97.5", "2e6, 6e6, 2.001e6, 6e6"})
    void leavesNothingBetweenBelowAndAbove(double a1, double b1, double a2, double b2) {
        assertEquals(1, below(a1, b1, a2, b2) + below(a2, b2, a1, b1), 1e-11);
        assertEquals(0.5, below(a1, b1, a1, b1), 1e-11);
    }
}
