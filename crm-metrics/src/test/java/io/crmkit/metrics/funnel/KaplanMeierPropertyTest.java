package io.crmkit.metrics.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.metrics.Interval;
import io.crmkit.metrics.IntervalMethod;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KaplanMeierPropertyTest {

    record Unit(int duration, boolean event) {}

    @Property
    void isTheObservedShareWhereNobodyIsOpen(@ForAll("cohorts") List<Unit> units, @ForAll("horizons") int horizon) {
        List<Unit> settled =
                units.stream().map(unit -> new Unit(unit.duration(), true)).toList();
        CurvePoint point = curve(settled).conversionAt(horizon).orElseThrow();
        double n = settled.size();
        double share =
                settled.stream().filter(unit -> unit.duration() <= horizon).count() / n;

        assertEquals(share, point.rate(), 1e-12);
        point.standardError().ifPresent(error -> assertEquals(Math.sqrt(share * (1 - share) / n), error, 1e-12));
    }

    @Property
    void doesNotDependOnTheOrderOfUnits(
            @ForAll("cohorts") List<Unit> units, @ForAll Random random, @ForAll("horizons") int horizon) {
        List<Unit> shuffled = new java.util.ArrayList<>(units);
        Collections.shuffle(shuffled, random);

        assertEquals(curve(units).steps(), curve(shuffled).steps());
        assertEquals(curve(units).conversionAt(horizon), curve(shuffled).conversionAt(horizon));
        assertEquals(curve(units).medianTime(), curve(shuffled).medianTime());
    }

    @Property
    void neverFallsWithTheHorizonAndHoldsItsRate(
            @ForAll("cohorts") List<Unit> units,
            @ForAll("horizons") int horizon,
            @ForAll("scales") IntervalMethod scale) {
        CurvePoint now = curve(units).conversionAt(horizon, scale, 0.9).orElseThrow();
        CurvePoint later = curve(units).conversionAt(horizon + 1, scale, 0.9).orElseThrow();

        assertTrue(later.rate() >= now.rate(), () -> now + " then " + later);
        assertTrue(later.atRisk() <= now.atRisk(), () -> now + " then " + later);
        assertTrue(now.interval().stream().allMatch(interval -> holds(interval, now.rate())), now::toString);
    }

    private static boolean holds(Interval interval, double rate) {
        return interval.lower() - 1e-15 <= rate
                && rate <= interval.upper() + 1e-15
                && interval.lower() >= 0
                && interval.upper() <= 1;
    }

    private static KaplanMeier curve(List<Unit> units) {
        double[] durations = units.stream().mapToDouble(Unit::duration).toArray();
        boolean[] events = new boolean[durations.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = units.get(i).event();
        }
        return KaplanMeier.of(durations, events);
    }

    @Provide
    Arbitrary<List<Unit>> cohorts() {
        return Combinators.combine(Arbitraries.integers().between(0, 20), Arbitraries.of(true, false))
                .as(Unit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<Integer> horizons() {
        return Arbitraries.integers().between(0, 25);
    }

    @Provide
    Arbitrary<IntervalMethod> scales() {
        return Arbitraries.of(
                IntervalMethod.GREENWOOD_PLAIN, IntervalMethod.GREENWOOD_LOG, IntervalMethod.GREENWOOD_LOG_LOG);
    }
}
