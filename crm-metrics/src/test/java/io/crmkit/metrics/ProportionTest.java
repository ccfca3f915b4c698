package io.crmkit.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionTest {

    private static final double TOLERANCE = 1e-12;

    @Test
    void keepsItsTwoCounts() {
        Proportion contracts = Proportion.of(17, 67);

        assertEquals(17, contracts.successes());
        assertEquals(67, contracts.trials());
        assertEquals("17 of 67", contracts.toString());
    }

    @Test
    void dividesSuccessesByTrials() {
        assertEquals(0.2537313432835821, Proportion.of(17, 67).rate().orElseThrow(), 1e-16);
    }

    @Test
    void hasNoRateAndNoIntervalWithoutTrials() {
        Proportion nothing = Proportion.of(0, 0);

        assertEquals(OptionalDouble.empty(), nothing.rate());
        assertEquals(Optional.empty(), nothing.wilson());
        assertEquals(Optional.empty(), nothing.interval(IntervalMethod.JEFFREYS, 0.9));
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertEquals(
                "successes must be between 0 and trials: successes = 5, trials = 3",
                refusal(() -> Proportion.of(5, 3)));
    }

    @Test
    void refusesNegativeSuccesses() {
        assertEquals(
                "successes must be between 0 and trials: successes = -1, trials = 3",
                refusal(() -> Proportion.of(-1, 3)));
    }

    @Test
    void refusesNegativeTrials() {
        assertEquals("trials must not be negative: trials = -3", refusal(() -> Proportion.of(-5, -3)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
    void refusesALevelOutsideZeroToOne(double level) {
        String expected = "level must be strictly between 0 and 1: level = " + level;

        assertEquals(expected, refusal(() -> Proportion.of(1, 2).interval(IntervalMethod.WILSON, level)));
        assertEquals(expected, refusal(() -> Proportion.of(0, 0).interval(IntervalMethod.WILSON, level)));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WILSON", "CLOPPER_PEARSON", "JEFFREYS", "AGRESTI_COULL"})
    void refusesTheIntervalOfSomethingElse(IntervalMethod method) {
        String expected = "method must be for one proportion: method = " + method;

        assertEquals(expected, refusal(() -> Proportion.of(1, 2).interval(method, 0.9)));
        assertEquals(expected, refusal(() -> Proportion.of(0, 0).interval(method, 0.9)));
    }

    @Test
    void poolsCountsAndNotRates() {
        assertEquals(Proportion.of(20, 75), Proportion.of(17, 67).plus(Proportion.of(3, 8)));
    }

    @Test
    void refusesToOverflowWhenPooling() {
        Proportion full = Proportion.of(0, Long.MAX_VALUE);

        assertThrows(ArithmeticException.class, () -> full.plus(Proportion.of(0, 1)));
    }

    @Test
    void saysHowItsIntervalWasMade() {
        Interval interval = Proportion.of(17, 67).wilson().orElseThrow();

        assertEquals(IntervalMethod.WILSON, interval.method());
        assertEquals(0.95, interval.level());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "intervals.csv", numLinesToSkip = 2)
    void agreesWithTheFixture(long successes, long trials, double level, IntervalMethod method, double lo, double hi) {
        Interval interval =
                Proportion.of(successes, trials).interval(method, level).orElseThrow();

        assertEquals(lo, interval.lower(), TOLERANCE);
        assertEquals(hi, interval.upper(), TOLERANCE);
    }

    @Test
    void agreesWithEveryReferenceRow() throws IOException {
        int rows = 0;
        for (Map<String, String> row : ReferenceFile.rows("binomial_intervals.csv")) {
            assertEnds(row, IntervalMethod.WILSON, "wilson");
            assertEnds(row, IntervalMethod.CLOPPER_PEARSON, "clopper_pearson");
            assertEnds(row, IntervalMethod.JEFFREYS, "jeffreys_bcd");
            assertEnds(row, IntervalMethod.AGRESTI_COULL, "agresti_coull");
            rows++;
        }
        assertEquals(738, rows);
    }

    private static void assertEnds(Map<String, String> row, IntervalMethod method, String column) {
        long successes = (long) ReferenceFile.number(row, "x");
        long trials = (long) ReferenceFile.number(row, "n");
        Interval interval = Proportion.of(successes, trials)
                .interval(method, ReferenceFile.number(row, "level"))
                .orElseThrow();
        // the file keeps Agresti-Coull unclipped; the other columns are inside the range already
        double lower = Math.max(0, ReferenceFile.number(row, column + "_lo"));
        double upper = Math.min(1, ReferenceFile.number(row, column + "_hi"));

        assertEquals(lower, interval.lower(), TOLERANCE, () -> method + " " + row);
        assertEquals(upper, interval.upper(), TOLERANCE, () -> method + " " + row);
    }

    @ParameterizedTest
    @EnumSource(names = {"WILSON", "CLOPPER_PEARSON", "JEFFREYS", "AGRESTI_COULL"})
    void isExactAtItsEdges(IntervalMethod method) {
        for (long trials : new long[] {1, 3, 67, 1_000_000, 4_000_000_000_000L}) {
            Interval none = Proportion.of(0, trials).interval(method, 0.95).orElseThrow();
            Interval all = Proportion.of(trials, trials).interval(method, 0.95).orElseThrow();

            assertEquals(0, none.lower());
            assertTrue(none.upper() > 0, none::toString);
            assertEquals(1, all.upper());
            assertTrue(all.lower() < 1, all::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WILSON", "CLOPPER_PEARSON", "JEFFREYS", "AGRESTI_COULL"})
    void takesCountsBeyondAnInt(IntervalMethod method) {
        Interval interval = Proportion.of(1_000_000_000_000L, 4_000_000_000_000L)
                .interval(method, 0.95)
                .orElseThrow();

        // at this size every method is the normal one, z * sqrt(p q / n); the beta quantiles lose a digit
        assertEquals(0.25 - 4.243446503e-7, interval.lower(), 2e-11);
        assertEquals(0.25 + 4.243446503e-7, interval.upper(), 2e-11);
    }

    @Test
    void keepsTheDigitsOfASmallLowerEnd() {
        Interval interval = Proportion.of(1, 1_000_000_000_000L).wilson().orElseThrow();

        // mpmath, 40 digits: 1/n * 2 / (2 + z2 + z*sqrt(z2 + 4(n-1)/n))
        assertEquals(1.765245549e-13, interval.lower(), 1e-21);
        assertTrue(interval.contains(1e-12));
        assertFalse(interval.contains(0));
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }

    @ParameterizedTest
    @EnumSource(names = {"WILSON", "CLOPPER_PEARSON", "JEFFREYS", "AGRESTI_COULL"})
    void putsAllOfTheErrorOnOneSideOfABound(IntervalMethod method) {
        Proportion quotes = Proportion.of(17, 67);
        Interval interval = quotes.interval(method, 0.9).orElseThrow();

        assertEquals(interval.lower(), quotes.lowerBound(method, 0.95).orElseThrow(), 1e-15);
        assertEquals(interval.upper(), quotes.upperBound(method, 0.95).orElseThrow(), 1e-15);
        assertEquals(OptionalDouble.empty(), Proportion.of(0, 0).lowerBound(method, 0.95));
        assertEquals(OptionalDouble.empty(), Proportion.of(0, 0).upperBound(method, 0.95));
    }

    @Test
    void boundsNoSuccessByTheRuleOfThree() {
        // Hanley and Lippman-Hand (1983): none of n is at most 3 / n with 95 % confidence
        double bound = Proportion.of(0, 300)
                .upperBound(IntervalMethod.CLOPPER_PEARSON, 0.95)
                .orElseThrow();

        assertEquals(0.01, bound, 0.0001);
        assertEquals(1 - Math.pow(0.05, 1.0 / 300), bound, 1e-15);
    }

    @Test
    void refusesABoundOfNoLevelOrNoProportion() {
        Proportion nobody = Proportion.of(0, 0);
        String level = "level must be strictly between 0 and 1: level = 1.0";
        String method = "method must be for one proportion: method = NEWCOMBE";

        assertEquals(level, refusal(() -> nobody.lowerBound(IntervalMethod.WILSON, 1)));
        assertEquals(level, refusal(() -> nobody.upperBound(IntervalMethod.WILSON, 1)));
        assertEquals(method, refusal(() -> nobody.lowerBound(IntervalMethod.NEWCOMBE, 0.95)));
        assertEquals(method, refusal(() -> nobody.upperBound(IntervalMethod.NEWCOMBE, 0.95)));
    }
}
