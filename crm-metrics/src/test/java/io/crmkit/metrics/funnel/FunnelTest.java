package io.crmkit.metrics.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Caveat;
import io.crmkit.metrics.Interval;
import io.crmkit.metrics.IntervalMethod;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FunnelTest {

    private static final Funnel SALE = Funnel.of("calls", "meetings", "quotes", "contracts");

    @Test
    void tellsTheMonthOfTheArticle() {
        FunnelReport month = SALE.report(534, 267, 67, 17);

        assertEquals(3, month.conversions().size());
        assertReads(month.conversions().get(0), "calls", "meetings", 0.5000, 0.458, 0.542);
        assertReads(month.conversions().get(1), "meetings", "quotes", 0.2509, 0.203, 0.306);
        assertReads(month.conversions().get(2), "quotes", "contracts", 0.2537, 0.165, 0.369);
        assertReads(month.overall(), "calls", "contracts", 0.0318, 0.020, 0.050);
    }

    private static void assertReads(
            Conversion conversion, String from, String to, double rate, double lower, double upper) {
        Interval interval = conversion.interval().orElseThrow();

        assertEquals(from, conversion.from());
        assertEquals(to, conversion.to());
        assertEquals(rate, conversion.rate().orElseThrow(), 0.00005);
        assertEquals(lower, interval.lower(), 0.0005);
        assertEquals(upper, interval.upper(), 0.0005);
        assertEquals(IntervalMethod.WILSON, interval.method());
        assertEquals(0.95, interval.level());
    }

    @Test
    void keepsItsCountsAndItsDefinition() {
        FunnelReport month = SALE.report(534, 267, 67, 17);

        assertEquals(List.of("calls", "meetings", "quotes", "contracts"), SALE.steps());
        assertEquals(new StepCount("quotes", 67), month.steps().get(2));
        assertEquals(Definition.PERIOD_RATIO, month.definition());
        assertEquals(Definition.PERIOD_RATIO, month.overall().definition());
        assertEquals(
                new Conversion("quotes", "contracts", 17, 67, Definition.PERIOD_RATIO, Set.of()),
                month.conversions().get(2));
    }

    @Test
    void givesAnEmptyRateWhereThereIsNothingToDivideBy() {
        Conversion conversion = Funnel.of("quotes", "contracts").report(0, 3).overall();

        assertEquals(OptionalDouble.empty(), conversion.rate());
        assertTrue(conversion.interval().isEmpty());
        assertEquals(Set.of(Caveat.SMALL_SAMPLE), conversion.caveats());
    }

    @Test
    void warnsOfFewerThanThirty() {
        Funnel funnel = Funnel.of("quotes", "contracts");

        assertEquals(Set.of(Caveat.SMALL_SAMPLE), funnel.report(29, 3).overall().caveats());
        assertEquals(Set.of(), funnel.report(30, 3).overall().caveats());
    }

    @Test
    void letsAPeriodCountMoreThanTheStepBefore() {
        FunnelReport report = Funnel.of("meetings", "quotes").report(50, 80);
        Conversion conversion = report.overall();
        Interval interval = conversion.interval().orElseThrow();

        assertEquals(1.6, conversion.rate().orElseThrow());
        assertEquals(Set.of(Caveat.RATIO_ABOVE_ONE), conversion.caveats());
        assertEquals(IntervalMethod.TWO_POISSON, interval.method());
        assertTrue(interval.contains(1.6));
    }

    @Test
    void warnsOfARatioOnlyAboveOne() {
        assertEquals(
                Set.of(),
                Funnel.of("meetings", "quotes").report(50, 50).overall().caveats());
    }

    @Test
    void countsACohortSoFar() {
        FunnelReport report = SALE.reached(534, 267, 267, 17);

        assertEquals(Definition.COHORT_SO_FAR, report.definition());
        assertEquals(Definition.COHORT_SO_FAR, report.conversions().get(0).definition());
        assertEquals(1.0, report.conversions().get(1).rate().orElseThrow());
        assertEquals(Set.of(), report.overall().caveats());
    }

    @Test
    void refusesACohortThatGrows() {
        assertEquals(
                "a cohort must not grow from step to step: meetings = 67, quotes = 68",
                refusal(() -> SALE.reached(534, 67, 68, 17)));
    }

    @Test
    void warnsWhenMoreThanATenthIsStillOpen() {
        FunnelReport tenth = SALE.reached(new long[] {100, 50, 40, 30}, 10);
        FunnelReport more = SALE.reached(new long[] {100, 50, 40, 30}, 11);

        assertEquals(Set.of(), tenth.overall().caveats());
        assertEquals(Set.of(Caveat.CENSORED_SHARE_HIGH), more.overall().caveats());
        assertTrue(more.conversions().stream().allMatch(c -> c.caveats().contains(Caveat.CENSORED_SHARE_HIGH)));
    }

    @Test
    void hasNothingOpenInAnEmptyCohort() {
        FunnelReport report = SALE.reached(new long[4], 0);

        assertEquals(Set.of(Caveat.SMALL_SAMPLE), report.overall().caveats());
        assertEquals(OptionalDouble.empty(), report.overall().rate());
    }

    @Test
    void acceptsThatEverythingIsStillOpen() {
        assertEquals(
                List.of(Caveat.SMALL_SAMPLE, Caveat.CENSORED_SHARE_HIGH),
                List.copyOf(SALE.reached(new long[] {5, 0, 0, 0}, 5).overall().caveats()));
    }

    @Test
    void refusesMoreOpenUnitsThanTheCohortHas() {
        assertEquals(
                "stillOpen must be between 0 and the count of calls: stillOpen = 101, calls = 100",
                refusal(() -> SALE.reached(new long[] {100, 50, 40, 30}, 101)));
        assertEquals(
                "stillOpen must be between 0 and the count of calls: stillOpen = -1, calls = 100",
                refusal(() -> SALE.reached(new long[] {100, 50, 40, 30}, -1)));
    }

    @Test
    void refusesAnotherNumberOfCounts() {
        assertEquals(
                "counts must be one per step: steps = [calls, meetings, quotes, contracts], counts = 3",
                refusal(() -> SALE.report(534, 267, 67)));
        assertEquals(
                "counts must be one per step: steps = [calls, meetings, quotes, contracts], counts = 0",
                refusal(() -> SALE.reached(new long[0], 0)));
    }

    @Test
    void refusesANegativeCount() {
        assertEquals(
                "count must not be negative: step = quotes, count = -1", refusal(() -> SALE.report(534, 267, -1, 17)));
    }

    @Test
    void refusesFewerThanTwoSteps() {
        assertEquals("steps must be at least two: steps = [calls]", refusal(() -> Funnel.of("calls")));
    }

    @Test
    void refusesABlankStep() {
        assertEquals("steps must not be blank: steps = [calls,  ]", refusal(() -> Funnel.of("calls", " ")));
    }

    @Test
    void refusesARepeatedStep() {
        assertEquals(
                "steps must be distinct: calls occurs twice in [calls, quotes, calls]",
                refusal(() -> Funnel.of("calls", "quotes", "calls")));
    }

    @Test
    void takesAnyNumberOfSteps() {
        String[] names = LongStream.range(0, 40).mapToObj(i -> "step " + i).toArray(String[]::new);
        long[] counts = LongStream.range(0, 40).map(i -> 100 - i).toArray();

        assertEquals(39, Funnel.of(names).reached(counts).conversions().size());
    }

    private static String refusal(Runnable act) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, act::run).getMessage());
    }
}
