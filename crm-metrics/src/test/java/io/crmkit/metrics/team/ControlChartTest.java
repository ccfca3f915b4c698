package io.crmkit.metrics.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.Shared;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlChartTest {

    private static SellerCount seller(long successes, long trials) {
        return new SellerCount(successes + "/" + trials, Proportion.of(successes, trials));
    }

    /** A team at one in four over 40,000 trials, so that one seller more hardly moves it. */
    private static Position besideAQuarter(long successes, long trials) {
        return ControlChart.of(List.of(seller(10_000_000, 40_000_000), seller(successes, trials)))
                .sellers()
                .get(1)
                .position();
    }

    @Test
    void agreesWithTheReferenceTableInEveryRow() {
        List<Map<String, String>> rows = Shared.reference("funnel_limits.csv");
        assertEquals(true, rows.size() > 50);
        for (Map<String, String> row : rows) {
            int trials = Integer.parseInt(row.get("n"));
            BinomialDistribution byChance = BinomialDistribution.of(trials, Double.parseDouble(row.get("target")));
            double limit = ControlChart.limit(byChance, Double.parseDouble(row.get("tail_p")));
            assertEquals(Double.parseDouble(row.get("limit_rate")), limit, 1e-12, row::toString);
        }
    }

    /** From exact fractions: least r with P(R <= r) >= .025, then (r - (P(R <= r) - .025) / P(R = r)) / n. */
    @ParameterizedTest
    @CsvSource({
        "4, 0, 0.8875",
        "20, 0.05051336642638782, 0.47942484457680995",
        "100, 0.16235496649599843, 0.3423232495931444"
    })
    void drawsTheLimitsOfATeamAtAQuarter(long trials, double lower, double upper) {
        Limits limits = ControlChart.of(List.of(seller(25, 100))).limitsAt(trials, ControlChart.WARNING_LEVEL);
        assertEquals(lower, limits.lower(), 1e-12);
        assertEquals(upper, limits.upper(), 1e-12);
    }

    /** By exact tail probabilities: P(X <= 16) = .0211, P(X <= 11) = .0004, P(X >= 35) = .0164, P(X >= 40) = .0007. */
    @ParameterizedTest
    @CsvSource({
        "25, 100, WITHIN",
        "17, 100, WITHIN",
        "16, 100, BELOW_WARNING",
        "12, 100, BELOW_WARNING",
        "11, 100, BELOW_ACTION",
        "34, 100, WITHIN",
        "35, 100, ABOVE_WARNING",
        "40, 100, ABOVE_ACTION",
        "0, 4, NOT_ENOUGH_DATA",
        "3, 4, WITHIN",
        "4, 4, ABOVE_WARNING",
        "0, 0, NOT_ENOUGH_DATA",
    })
    void placesASellerBesideTheTeam(long successes, long trials, Position position) {
        assertEquals(position, besideAQuarter(successes, trials));
    }

    @Test
    void neverCallsASellerBelowWhereNothingAtAllCouldBeChance() {
        assertEquals(Position.NOT_ENOUGH_DATA, besideAQuarter(0, 12));
        assertEquals(Position.BELOW_WARNING, besideAQuarter(0, 13));
    }

    @Test
    void poolsTheTeamAndKeepsTheOrderGiven() {
        ControlChart chart = ControlChart.of(List.of(seller(1, 4), seller(3, 6)));
        assertEquals(Proportion.of(4, 10), chart.team());
        assertEquals(
                List.of("1/4", "3/6"),
                chart.sellers().stream().map(placed -> placed.count().seller()).toList());
    }

    @Test
    void answersWithoutSellersTrialsOrSuccesses() {
        assertEquals(Proportion.of(0, 0), ControlChart.of(List.of()).team());
        SellerPosition idle = ControlChart.of(List.of(seller(0, 0))).sellers().get(0);
        assertEquals(Position.NOT_ENOUGH_DATA, idle.position());
        assertEquals(Optional.empty(), idle.warning());
        assertEquals(Optional.empty(), idle.action());
        SellerPosition alone = ControlChart.of(List.of(seller(7, 9))).sellers().get(0);
        assertEquals(Position.WITHIN, alone.position());
        for (long trials : LongStream.of(1, 50).toArray()) {
            assertEquals(
                    Position.WITHIN,
                    ControlChart.of(List.of(seller(trials, trials)))
                            .sellers()
                            .get(0)
                            .position());
        }
    }

    @Test
    void refusesLimitsThatCannotBeDrawn() {
        ControlChart chart = ControlChart.of(List.of(seller(1, 4)));
        assertEquals(
                "trials must be 1 to 2147483647: 0",
                assertThrows(IllegalArgumentException.class, () -> chart.limitsAt(0, 0.95))
                        .getMessage());
        assertEquals(
                "level must be above 0 and below 1: 1.0",
                assertThrows(IllegalArgumentException.class, () -> chart.limitsAt(5, 1))
                        .getMessage());
        assertEquals(
                "the team has no trials, and so no rate",
                assertThrows(
                                IllegalStateException.class,
                                () -> ControlChart.of(List.of()).limitsAt(5, 0.95))
                        .getMessage());
    }
}
