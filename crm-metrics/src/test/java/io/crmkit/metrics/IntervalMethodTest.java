package io.crmkit.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalMethodTest {

    /** From mpmath 1.2.1 with 60 digits; R 4.2.2's prop.test, binom.test and qbeta agree to 6e-15. */
    @ParameterizedTest
    @CsvSource({
        "WILSON, 17, 67, 0.164879138185789522, 0.369291945395000915",
        "WILSON, 67, 267, 0.202714692091335098, 0.306223117581111112",
        "WILSON, 267, 534, 0.457743749613732159, 0.542256250386267840",
        "WILSON, 0, 10, 0, 0.277532799862889253",
        "WILSON, 10, 10, 0.722467200137110747, 1",
        "CLOPPER_PEARSON, 17, 67, 0.155284887165259639, 0.374872667616428391",
        "CLOPPER_PEARSON, 0, 10, 0, 0.308497107818760824",
        "CLOPPER_PEARSON, 10, 10, 0.691502892181239176, 1",
        "JEFFREYS, 17, 67, 0.161443538481374573, 0.366771928979568189",
        "JEFFREYS, 0, 10, 0, 0.217196267509210574",
        "AGRESTI_COULL, 17, 67, 0.164057326442821562, 0.370113757137968877",
        "AGRESTI_COULL, 0, 10, 0, 0.320887305750545770",
    })
    void givesTheLimitsThatOtherToolsGive(IntervalMethod method, long x, long n, double lower, double upper) {
        Interval interval = Proportion.of(x, n).interval(method, 0.95).orElseThrow();
        assertEquals(lower, interval.lower(), 1e-12);
        assertEquals(upper, interval.upper(), 1e-12);
        assertEquals(method, interval.method());
    }

    @Test
    void agreesWithTheReferenceTableInEveryRow() {
        List<Map<String, String>> rows = Shared.reference("binomial_intervals.csv");
        assertEquals(738, rows.size());
        for (Map<String, String> row : rows) {
            compare(row, IntervalMethod.WILSON, "wilson_");
            compare(row, IntervalMethod.CLOPPER_PEARSON, "clopper_pearson_");
            compare(row, IntervalMethod.JEFFREYS, "jeffreys_bcd_");
            compare(row, IntervalMethod.AGRESTI_COULL, "agresti_coull_");
        }
    }

    private static void compare(Map<String, String> row, IntervalMethod method, String columns) {
        Interval interval = Proportion.of(number(row, "x"), number(row, "n"))
                .interval(method, Double.parseDouble(row.get("level")))
                .orElseThrow();
        double lower = Math.max(0, Double.parseDouble(row.get(columns + "lo")));
        double upper = Math.min(1, Double.parseDouble(row.get(columns + "hi")));
        assertEquals(lower, interval.lower(), 1e-12, () -> method + " lower of " + row);
        assertEquals(upper, interval.upper(), 1e-12, () -> method + " upper of " + row);
    }

    private static long number(Map<String, String> row, String column) {
        return (long) Double.parseDouble(row.get(column));
    }

    /** The limits by their definition: at each of them the counts seen, or further out, have a chance of 2.5 %. */
    @Test
    void givesTheIntervalOfARatioOfTwoPoissonCounts() {
        Interval interval = IntervalMethod.ofRatio(30, 20, 0.95);
        double atLower = interval.lower() / (1 + interval.lower());
        double atUpper = interval.upper() / (1 + interval.upper());
        assertEquals(0.025, BinomialDistribution.of(50, atLower).survivalProbability(29), 1e-12);
        assertEquals(0.025, BinomialDistribution.of(50, atUpper).cumulativeProbability(30), 1e-12);
        assertEquals(IntervalMethod.TWO_POISSON, interval.method());
    }

    @Test
    void beginsARatioAtZeroWhenNothingIsCounted() {
        assertEquals(0, IntervalMethod.ofRatio(0, 5, 0.95).lower());
    }

    @Test
    void refusesARatioOverNothing() {
        var refused = assertThrows(IllegalArgumentException.class, () -> IntervalMethod.ofRatio(3, 0, 0.95));
        assertEquals("numerator must not be negative and denominator must be above 0: 3 / 0", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> IntervalMethod.ofRatio(-1, 1, 0.95));
    }

    @Test
    void refusesTheRatioMethodForAProportion() {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> Proportion.of(1, 2).interval(IntervalMethod.TWO_POISSON, 0.95));
        assertEquals("method must be one for proportions: TWO_POISSON", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 1.5, Double.NaN})
    void refusesALevelThatIsNone(double level) {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> Proportion.of(1, 2).interval(IntervalMethod.WILSON, level));
        assertEquals("level must be above 0 and below 1: " + level, refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> IntervalMethod.ofRatio(1, 1, level));
        assertThrows(IllegalArgumentException.class, () -> Proportion.of(0, 0).interval(IntervalMethod.WILSON, level));
    }

    @Test
    void refusesLimitsTheWrongWayRound() {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> new Interval(0.6, 0.4, 0.95, IntervalMethod.WILSON));
        assertEquals("lower must not be above upper: lower = 0.6, upper = 0.4", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 1, 0.95, IntervalMethod.WILSON));
    }
}
