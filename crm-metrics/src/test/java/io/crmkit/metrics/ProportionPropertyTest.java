package io.crmkit.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/** Laws that hold for any counts. */
class ProportionPropertyTest {

    private static final IntervalMethod[] METHODS = {
        IntervalMethod.WILSON, IntervalMethod.CLOPPER_PEARSON, IntervalMethod.JEFFREYS, IntervalMethod.AGRESTI_COULL
    };

    private static Interval interval(long x, long n, IntervalMethod method, double level) {
        return Proportion.of(x, n).interval(method, level).orElseThrow();
    }

    @Property
    void anIntervalHoldsTheRate(
            @ForAll @LongRange(max = 1_000_000) long a, @ForAll @LongRange(max = 1_000_000) long b) {
        long n = a + b + 1;
        for (IntervalMethod method : METHODS) {
            assertTrue(interval(a, n, method, 0.95).contains((double) a / n), method::name);
        }
    }

    @Property
    void anIntervalOfAHigherLevelHoldsThatOfALower(
            @ForAll @LongRange(max = 10_000) long a,
            @ForAll @LongRange(max = 10_000) long b,
            @ForAll @DoubleRange(min = 0.5, max = 0.9) double level) {
        for (IntervalMethod method : METHODS) {
            Interval narrow = interval(a, a + b + 1, method, level);
            Interval wide = interval(a, a + b + 1, method, level + 0.05);
            assertTrue(wide.lower() <= narrow.lower() && narrow.upper() <= wide.upper(), method::name);
        }
    }

    @Property
    void successesAndFailuresMirrorEachOther(
            @ForAll @LongRange(max = 10_000) long a, @ForAll @LongRange(min = 1, max = 10_000) long b) {
        for (IntervalMethod method : METHODS) {
            Interval one = interval(a, a + b, method, 0.95);
            Interval other = interval(b, a + b, method, 0.95);
            assertEquals(one.lower(), 1 - other.upper(), 1e-12, method::name);
            assertEquals(one.upper(), 1 - other.lower(), 1e-12, method::name);
        }
    }

    @Property
    void aRatioTurnedRoundHasItsLimitsTurnedRound(
            @ForAll @LongRange(min = 1, max = 10_000) long a, @ForAll @LongRange(min = 1, max = 10_000) long b) {
        Interval one = IntervalMethod.ofRatio(a, b, 0.95);
        Interval other = IntervalMethod.ofRatio(b, a, 0.95);
        assertEquals(1, one.lower() * other.upper(), 1e-9);
        assertTrue(one.contains((double) a / b));
    }

    @Property
    void poolingDoesNotDependOnTheOrder(
            @ForAll @LongRange(max = 1_000_000) long a,
            @ForAll @LongRange(max = 1_000_000) long b,
            @ForAll @LongRange(max = 1_000_000) long c,
            @ForAll @LongRange(max = 1_000_000) long d) {
        Proportion one = Proportion.of(a, a + b);
        Proportion other = Proportion.of(c, c + d);
        assertEquals(one.plus(other), other.plus(one));
        assertEquals(one, one.plus(Proportion.of(0, 0)));
    }
}
