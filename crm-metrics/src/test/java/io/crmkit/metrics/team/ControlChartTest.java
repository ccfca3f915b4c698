package io.crmkit.metrics.team;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.ReferenceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlChartTest {

    private static final double TOLERANCE = 1e-12;

    @Test
    void poolsTheCountsOfItsSellers() {
        ControlChart chart = ControlChart.of(List.of(seller("Anna", 10, 40), seller("Bruno", 7, 27)));

        assertEquals(Proportion.of(17, 67), chart.team());
        assertEquals("Anna", chart.sellers().get(0).count().seller());
        assertEquals("Bruno", chart.sellers().get(1).count().seller());
    }

    // python: exact fractions; r = smallest count with F(r) >= t, limit = (r - (F(r) - t) / pmf(r)) / n
    @ParameterizedTest
    @CsvSource({
        "1, 4, 4, 0.0, 0.6375, 0.0, 0.936",
        "1, 4, 20, 0.050513366426387867, 0.42942484457680996, 0.0, 0.5489256103958385",
        "67, 267, 67, 0.14269081373248443, 0.3512832512353428, 0.09179549541714337, 0.4163526206490276",
        "1, 2, 1, 0.0, 0.95, 0.0, 0.998",
        "17, 67, 1000, 0.22648575275688368, 0.28044291321322046, 0.2114216113185267, 0.2964450487136748"
    })
    void drawsTheInterpolatedLimits(
            long successes, long pooled, long trials, double lower, double upper, double lowest, double highest) {
        ControlChart chart = ControlChart.of(List.of(seller("team", successes, pooled)));
        Limits warning = chart.limitsAt(trials, 0.95);
        Limits action = chart.limitsAt(trials, 0.998);

        assertEquals(lower, warning.lower(), TOLERANCE);
        assertEquals(upper, warning.upper(), TOLERANCE);
        assertEquals(lowest, action.lower(), TOLERANCE);
        assertEquals(highest, action.upper(), TOLERANCE);
        assertEquals(0.998, action.level());
    }

    @Test
    void agreesWithEveryReferenceLimit() throws IOException {
        Map<Double, Proportion> targets = Map.of(
                0.25, Proportion.of(1, 4), 0.5, Proportion.of(1, 2), 0.6315005215318135, Proportion.of(4238, 6711));
        int rows = 0;
        for (Map<String, String> row : ReferenceFile.rows("funnel_limits.csv")) {
            Proportion target = requireNonNull(targets.get(ReferenceFile.number(row, "target")));
            ControlChart chart = ControlChart.of(List.of(new SellerCount("team", target)));
            double tail = ReferenceFile.number(row, "tail_p");
            Limits limits = chart.limitsAt((long) ReferenceFile.number(row, "n"), Math.abs(1 - 2 * tail));

            double expected = Math.max(0, ReferenceFile.number(row, "limit_rate"));
            assertEquals(expected, tail < 0.5 ? limits.lower() : limits.upper(), TOLERANCE, row::toString);
            rows++;
        }
        assertEquals(84, rows);
    }

    @Test
    void findsTheSameSellersAsTheExactTails() throws IOException {
        // python: scipy.stats.binom.cdf(won, n, 2243/5015) and sf(won - 1, ...), tails 0.025 and 0.001
        assertEquals(
                Map.of(
                        "10138", Position.ABOVE_WARNING,
                        "10629", Position.ABOVE_ACTION,
                        "10809", Position.ABOVE_WARNING,
                        "10914", Position.BELOW_WARNING,
                        "10933", Position.BELOW_WARNING,
                        "10972", Position.ABOVE_WARNING),
                beyond("bpi2012"));
        assertEquals(
                Map.of("Lajuana Vencill", Position.BELOW_WARNING, "Maureen Marcano", Position.ABOVE_WARNING),
                beyond("maven"));
    }

    private static Map<String, Position> beyond(String set) throws IOException {
        List<SellerCount> sellers = new ArrayList<>();
        for (Map<String, String> row : ReferenceFile.rows("sellers_real.csv")) {
            if (set.equals(row.get("set"))) {
                long won = (long) ReferenceFile.number(row, "won");
                sellers.add(seller(String.valueOf(row.get("seller")), won, (long) ReferenceFile.number(row, "n")));
            }
        }
        Map<String, Position> beyond = new TreeMap<>();
        for (SellerPosition position : ControlChart.of(sellers).sellers()) {
            if (position.position() != Position.WITHIN && position.position() != Position.NOT_ENOUGH_DATA) {
                beyond.put(position.count().seller(), position.position());
            }
        }
        return beyond;
    }

    // python: scipy.stats.binom.cdf(k, 40, 0.25): 0.00014 at 1, 0.00102 at 2, 0.0160 at 4, 0.0433 at 5;
    // sf(k - 1, 40, 0.25): 0.0262 at 16, 0.0116 at 17, 0.0017 at 19, 0.0006 at 20
    @ParameterizedTest
    @CsvSource({
        "0, BELOW_ACTION",
        "1, BELOW_ACTION",
        "2, BELOW_WARNING",
        "4, BELOW_WARNING",
        "5, WITHIN",
        "10, WITHIN",
        "16, WITHIN",
        "17, ABOVE_WARNING",
        "19, ABOVE_WARNING",
        "20, ABOVE_ACTION",
        "40, ABOVE_ACTION"
    })
    void placesASellerOfFortyTrials(long successes, Position expected) {
        assertEquals(expected, besideAGreatTeam(seller("Anna", successes, 40)).position());
    }

    @Test
    void hasNotEnoughDataWhereNoResultWouldBeBeyond() {
        // at a team rate of 1/4: 2 of 2 by chance in 1 of 16 cases, 3 of 3 in 1 of 64
        assertEquals(
                Position.NOT_ENOUGH_DATA, besideAGreatTeam(seller("Anna", 2, 2)).position());
        assertEquals(
                Position.NOT_ENOUGH_DATA, besideAGreatTeam(seller("Anna", 0, 2)).position());
        assertEquals(
                Position.ABOVE_WARNING, besideAGreatTeam(seller("Anna", 3, 3)).position());
        assertEquals(Position.WITHIN, besideAGreatTeam(seller("Anna", 0, 3)).position());
    }

    @Test
    void isNotFooledByTheUpperLineOfASingleTrial() {
        ControlChart chart = ControlChart.of(List.of(seller("team", 500_000, 1_000_000), seller("Anna", 1, 1)));

        assertTrue(chart.limitsAt(1, 0.998).upper() < 1);
        assertEquals(Position.NOT_ENOUGH_DATA, chart.sellers().get(1).position());
    }

    @Test
    void bringsTheLimitsAtTheSellersOwnTrials() {
        ControlChart chart = ControlChart.of(List.of(seller("Anna", 10, 40), seller("Bruno", 7, 27)));
        SellerPosition bruno = chart.sellers().get(1);

        assertEquals(Optional.of(chart.limitsAt(27, 0.95)), bruno.warning95());
        assertEquals(Optional.of(chart.limitsAt(27, 0.998)), bruno.action998());
        assertEquals(Proportion.of(7, 27).wilson(), bruno.wilson());
    }

    @Test
    void placesASellerWithoutTrials() {
        SellerPosition anna = besideAGreatTeam(seller("Anna", 0, 0));

        assertEquals(Position.NOT_ENOUGH_DATA, anna.position());
        assertEquals(Optional.empty(), anna.warning95());
        assertEquals(Optional.empty(), anna.action998());
        assertEquals(Optional.empty(), anna.wilson());
    }

    @Test
    void isEmptyWithoutSellers() {
        ControlChart chart = ControlChart.of(List.of());

        assertEquals(Proportion.of(0, 0), chart.team());
        assertEquals(List.of(), chart.sellers());
        assertEquals(new Limits(0, 1, 0.95), chart.limitsAt(10, 0.95));
    }

    @Test
    void saysNothingOfATeamWithoutTrials() {
        ControlChart chart = ControlChart.of(List.of(seller("Anna", 0, 0), seller("Bruno", 0, 0)));

        assertEquals(new Limits(0, 1, 0.95), chart.limitsAt(10, 0.95));
        assertEquals(Position.NOT_ENOUGH_DATA, chart.sellers().get(0).position());
        assertEquals(Position.NOT_ENOUGH_DATA, chart.sellers().get(1).position());
    }

    @Test
    void findsNobodyInATeamOfOne() {
        assertEquals(
                Position.WITHIN,
                ControlChart.of(List.of(seller("Anna", 1, 50))).sellers().get(0).position());
    }

    @Test
    void findsNobodyWhereAllSucceedOrNone() {
        for (long won : new long[] {0, 50}) {
            ControlChart chart = ControlChart.of(List.of(seller("Anna", won, 50), seller("Bruno", won, 50)));

            assertEquals(Position.WITHIN, chart.sellers().get(0).position());
            assertEquals(Position.WITHIN, chart.sellers().get(1).position());
        }
    }

    @Test
    void excludesNothingAtNoTrials() {
        ControlChart chart = ControlChart.of(List.of(seller("Anna", 10, 40)));

        assertEquals(new Limits(0, 1, 0.9), chart.limitsAt(0, 0.9));
    }

    @Test
    void refusesNegativeTrialsAndALevelOutsideZeroToOne() {
        ControlChart chart = ControlChart.of(List.of());

        assertEquals("trials must not be negative: trials = -1", refusal(() -> chart.limitsAt(-1, 0.95)));
        assertEquals("level must be strictly between 0 and 1: level = 1.0", refusal(() -> chart.limitsAt(10, 1)));
        assertEquals("level must be strictly between 0 and 1: level = 0.0", refusal(() -> chart.limitsAt(10, 0)));
    }

    @Test
    void refusesLimitsOfNoLevel() {
        assertEquals("level must be strictly between 0 and 1: level = 95.0", refusal(() -> new Limits(0.1, 0.2, 95)));
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0.5", "0.6, 0.5", "0.5, 1.1", "NaN, 0.5", "0.5, NaN"})
    void refusesLimitsOutOfOrder(double lower, double upper) {
        assertEquals(
                "limits must be in order between 0 and 1: lower = " + lower + ", upper = " + upper,
                refusal(() -> new Limits(lower, upper, 0.95)));
    }

    private static SellerPosition besideAGreatTeam(SellerCount seller) {
        ControlChart chart = ControlChart.of(List.of(seller("team", 250_000_000, 1_000_000_000), seller));
        return chart.sellers().get(1);
    }

    private static SellerCount seller(String name, long successes, long trials) {
        return new SellerCount(name, Proportion.of(successes, trials));
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
