package io.crmkit.metrics.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Interval;
import io.crmkit.metrics.IntervalMethod;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {

    // mpmath, 30 digits: p = root of betainc(x, y+1, 0, p) = tail, R = p / (1 - p); mirrored for the upper end;
    // R's poisson.test(c(x, y)) is defined the same way
    @ParameterizedTest
    @CsvSource({
        "80, 50, 0.95, 1.1099405622831797, 2.3259570703713221",
        "5, 1, 0.95, 0.55949169423008618, 236.48769286736092",
        "31, 30, 0.9, 0.65638067314332615, 1.6281336347600472"
    })
    void agreesWithAnExactPoissonComparison(long x, long y, double level, double lower, double upper) {
        Interval interval = conversion(x, y).interval(level).orElseThrow();

        assertEquals(lower, interval.lower(), lower * 1e-12);
        assertEquals(upper, interval.upper(), upper * 1e-12);
        assertEquals(level, interval.level());
        assertEquals(IntervalMethod.TWO_POISSON, interval.method());
    }

    @Test
    void isAShareUpToOne() {
        assertEquals(
                IntervalMethod.WILSON,
                conversion(30, 30).interval(0.9).orElseThrow().method());
        assertEquals(
                IntervalMethod.TWO_POISSON,
                conversion(31, 30).interval(0.9).orElseThrow().method());
    }

    @Test
    void refusesALevelOutsideZeroToOne() {
        String expected = "level must be strictly between 0 and 1: level = 2.0";

        assertEquals(expected, refusal(() -> conversion(1, 2).interval(2)));
        assertEquals(expected, refusal(() -> conversion(2, 1).interval(2)));
        assertEquals(expected, refusal(() -> conversion(2, 0).interval(2)));
    }

    @Test
    void keepsItsCaveatsInOneOrderAndUnchangeable() {
        Set<Caveat> given = EnumSet.of(Caveat.WINDOW_SHORT, Caveat.SMALL_SAMPLE);
        Conversion conversion = new Conversion("quotes", "contracts", 1, 2, Definition.PERIOD_RATIO, given);
        given.clear();

        assertEquals(List.of(Caveat.SMALL_SAMPLE, Caveat.WINDOW_SHORT), List.copyOf(conversion.caveats()));
        assertThrows(
                UnsupportedOperationException.class, () -> conversion.caveats().clear());
    }

    @Test
    void refusesANegativeCount() {
        assertEquals(
                "numerator must not be negative: quotes to contracts, numerator = -1",
                refusal(() -> conversion(-1, 2)));
        assertEquals(
                "denominator must not be negative: quotes to contracts, denominator = -2",
                refusal(() -> conversion(1, -2)));
    }

    @Test
    void refusesACohortThatGrows() {
        assertEquals(
                "a cohort must not grow from step to step: quotes = 2, contracts = 3",
                refusal(() -> new Conversion("quotes", "contracts", 3, 2, Definition.COHORT_SO_FAR, Set.of())));
    }

    @Test
    void refusesAReportThatDoesNotFit() {
        List<StepCount> steps = List.of(new StepCount("quotes", 2), new StepCount("contracts", 1));

        assertEquals(
                "n steps, at least two, must give n - 1 conversions: steps = 2, conversions = 0",
                refusal(() -> new FunnelReport(steps, List.of(), conversion(1, 2), Definition.PERIOD_RATIO)));
        assertEquals(
                "n steps, at least two, must give n - 1 conversions: steps = 1, conversions = 0",
                refusal(() ->
                        new FunnelReport(steps.subList(0, 1), List.of(), conversion(1, 2), Definition.PERIOD_RATIO)));
    }

    private static Conversion conversion(long numerator, long denominator) {
        return new Conversion("quotes", "contracts", numerator, denominator, Definition.PERIOD_RATIO, Set.of());
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
