package io.crmkit.metrics.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Interval;
import io.crmkit.metrics.IntervalMethod;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelTest {

    private static final Funnel ARTICLE = Funnel.of("calls", "meetings", "quotes", "contracts");

    private static void refuses(String message, Supplier<?> asking) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, asking::get).getMessage());
    }

    /** The team's month of the article, and R's {@code prop.test(x, n, correct = FALSE)} for its intervals. */
    @ParameterizedTest
    @CsvSource({"0, 267, 534, 50.00, 45.8, 54.2", "1, 67, 267, 25.09, 20.3, 30.6", "2, 17, 67, 25.37, 16.5, 36.9"})
    void givesTheArticlesRatesWithTheirIntervals(
            int step, long numerator, long denominator, double percent, double lower, double upper) {
        Conversion conversion = ARTICLE.report(534, 267, 67, 17).conversions().get(step);
        Interval interval = conversion.interval().orElseThrow();
        assertEquals(numerator, conversion.numerator());
        assertEquals(denominator, conversion.denominator());
        assertEquals(percent, 100 * conversion.rate().orElseThrow(), 0.005);
        assertEquals(lower, 100 * interval.lower(), 0.05);
        assertEquals(upper, 100 * interval.upper(), 0.05);
        assertEquals(IntervalMethod.WILSON, interval.method());
    }

    @Test
    void namesStepsAndConversionsInOrder() {
        FunnelReport report = ARTICLE.report(534, 267, 67, 17);
        assertEquals(new StepCount("quotes", 67), report.steps().get(2));
        assertEquals(
                "quotes to contracts: 17 of 67", report.conversions().get(2).toString());
        assertEquals("calls to contracts: 17 of 534", report.overall().toString());
        assertEquals(
                ARTICLE.steps(), report.steps().stream().map(StepCount::step).toList());
        assertEquals(Set.of(), report.overall().caveats());
    }

    @Test
    void hasNoRateWhereThereIsNothingToDivideBy() {
        Conversion conversion = ARTICLE.report(3, 0, 0, 0).conversions().get(1);
        assertEquals(OptionalDouble.empty(), conversion.rate());
        assertEquals(Optional.empty(), conversion.interval());
        Conversion fromNothing = ARTICLE.report(3, 0, 1, 0).conversions().get(1);
        assertEquals(OptionalDouble.empty(), fromNothing.rate());
        assertEquals(Optional.empty(), fromNothing.interval());
    }

    @Test
    void letsAPeriodRatioPassOneAndSaysSo() {
        Conversion conversion = ARTICLE.report(10, 20, 1, 1).conversions().get(0);
        assertEquals(OptionalDouble.of(2), conversion.rate());
        assertEquals(
                IntervalMethod.TWO_POISSON, conversion.interval().orElseThrow().method());
        assertEquals(List.of(Caveat.SMALL_SAMPLE, Caveat.RATIO_ABOVE_ONE), List.copyOf(conversion.caveats()));
    }

    @Test
    void saysWhenThereIsLittleToDivideBy() {
        assertTrue(ARTICLE.report(29, 1, 1, 1).conversions().get(0).caveats().contains(Caveat.SMALL_SAMPLE));
        assertEquals(Set.of(), ARTICLE.report(30, 1, 1, 1).conversions().get(0).caveats());
    }

    @Test
    void saysWhenManyAreStillUnderWay() {
        Funnel funnel = Funnel.of("opened", "won");
        assertEquals(
                Set.of(), funnel.reached(new long[] {100, 40}, 10).overall().caveats());
        assertEquals(
                Set.of(Caveat.CENSORED_SHARE_HIGH),
                funnel.reached(new long[] {100, 40}, 11).overall().caveats());
        assertEquals(Definition.COHORT_SO_FAR, funnel.reached(100, 40).definition());
        assertEquals(OptionalDouble.empty(), funnel.reached(0, 0).overall().rate());
    }

    @Test
    void refusesWhatIsNoFunnel() {
        refuses("a funnel must have at least two steps: [calls]", () -> Funnel.of("calls"));
        refuses("steps must be named and differ: 'calls'", () -> Funnel.of("calls", "calls"));
        refuses("steps must be named and differ: ' '", () -> Funnel.of("calls", " "));
    }

    @Test
    void refusesCountsThatDoNotFit() {
        refuses("there must be one count per step: 4 steps, 2 counts", () -> ARTICLE.report(1, 2));
        refuses("count of 'meetings' must not be negative: -1", () -> ARTICLE.report(1, -1, 0, 0));
        refuses("no more can have reached 'meetings' than 'calls': 2 and 1", () -> ARTICLE.reached(1, 2, 0, 0));
        refuses(
                "stillOpen must be between 0 and the first step's count: stillOpen = 5, calls = 1",
                () -> ARTICLE.reached(new long[] {1, 1, 0, 0}, 5));
        refuses("count of 'x' must not be negative: -1", () -> new StepCount("x", -1));
        refuses(
                "counts must not be negative: b = -1, a = 2",
                () -> new Conversion("a", "b", -1, 2, Definition.PERIOD_RATIO, Set.of()));
    }
}
