package io.crmkit.metrics.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Interval;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FunnelPropertyTest {

    @Property
    void ratioOfTwoCountsMirrors(
            @ForAll @LongRange(min = 1, max = 50_000) long x,
            @ForAll @LongRange(min = 1, max = 50_000) long y,
            @ForAll @IntRange(min = 50, max = 99) int percent) {
        Interval there = CountRatio.interval(x, y, percent / 100.0);
        Interval back = CountRatio.interval(y, x, percent / 100.0);

        assertEquals(1, there.lower() * back.upper(), 1e-11);
        assertEquals(1, there.upper() * back.lower(), 1e-11);
    }

    @Property
    void intervalHoldsTheRate(
            @ForAll @LongRange(min = 0, max = 50_000) long x,
            @ForAll @LongRange(min = 1, max = 50_000) long y,
            @ForAll @IntRange(min = 50, max = 99) int percent) {
        Conversion conversion = Funnel.of("from", "to").report(y, x).overall();
        Interval interval = conversion.interval(percent / 100.0).orElseThrow();

        assertTrue(interval.contains(conversion.rate().orElseThrow()), interval::toString);
    }

    @Property
    void ratesOfTheStepsMultiplyToTheWhole(
            @ForAll @LongRange(min = 1, max = 1_000_000) long calls,
            @ForAll @LongRange(min = 1, max = 1_000_000) long meetings,
            @ForAll @LongRange(min = 0, max = 1_000_000) long quotes) {
        FunnelReport report = Funnel.of("calls", "meetings", "quotes").report(calls, meetings, quotes);
        double product = report.conversions().stream()
                .mapToDouble(c -> c.rate().orElseThrow())
                .reduce(1, (a, b) -> a * b);

        assertEquals(report.overall().rate().orElseThrow(), product, product * 1e-14);
    }
}
