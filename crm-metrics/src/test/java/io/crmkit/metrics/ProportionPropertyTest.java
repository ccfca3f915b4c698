package io.crmkit.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

class ProportionPropertyTest {

    @Property
    void intervalHoldsTheRate(
            @ForAll("proportions") Proportion proportion,
            @ForAll("methods") IntervalMethod method,
            @ForAll("levels") double level) {
        Interval interval = interval(proportion, method, level);

        assertTrue(interval.contains(proportion.rate().orElseThrow()), interval::toString);
        assertTrue(interval.lower() >= 0 && interval.upper() <= 1, interval::toString);
    }

    @Property
    void intervalNestsInLevel(
            @ForAll("proportions") Proportion proportion,
            @ForAll("methods") IntervalMethod method,
            @ForAll("levels") double level,
            @ForAll("levels") double other) {
        Interval inner = interval(proportion, method, Math.min(level, other));
        Interval outer = interval(proportion, method, Math.max(level, other));

        assertTrue(outer.lower() <= inner.lower() + 1e-15, () -> inner + " in " + outer);
        assertTrue(outer.upper() >= inner.upper() - 1e-15, () -> inner + " in " + outer);
    }

    @Property
    void intervalMirrorsSuccessAndFailure(
            @ForAll("proportions") Proportion proportion,
            @ForAll("methods") IntervalMethod method,
            @ForAll("levels") double level) {
        Proportion failures = Proportion.of(proportion.trials() - proportion.successes(), proportion.trials());
        Interval interval = interval(proportion, method, level);
        Interval mirrored = interval(failures, method, level);

        assertEquals(1 - interval.upper(), mirrored.lower(), 1e-12);
        assertEquals(1 - interval.lower(), mirrored.upper(), 1e-12);
    }

    @Property
    void agreesWithASecondLibrary(
            @ForAll("proportions") Proportion proportion,
            @ForAll("methods") IntervalMethod method,
            @ForAll("levels") double level) {
        var theirs = BinomialConfidenceInterval.valueOf(
                        method == IntervalMethod.WILSON ? "WILSON_SCORE" : method.name())
                .fromErrorRate((int) proportion.trials(), (int) proportion.successes(), 1 - level);
        Interval ours = interval(proportion, method, level);

        assertEquals(Math.max(0, theirs.getLowerBound()), ours.lower(), 1e-12);
        assertEquals(Math.min(1, theirs.getUpperBound()), ours.upper(), 1e-12);
    }

    @Property
    void orderOfPoolingDoesNotMatter(@ForAll("proportions") Proportion a, @ForAll("proportions") Proportion b) {
        assertEquals(a.plus(b), b.plus(a));
        assertEquals(a, a.plus(Proportion.of(0, 0)));
        assertEquals(a.successes() + b.successes(), a.plus(b).successes());
    }

    @Property
    void pooledRateLiesBetweenTheTwo(@ForAll("proportions") Proportion a, @ForAll("proportions") Proportion b) {
        double first = a.rate().orElseThrow();
        double second = b.rate().orElseThrow();
        double pooled = a.plus(b).rate().orElseThrow();

        assertTrue(pooled >= Math.min(first, second) - 1e-15);
        assertTrue(pooled <= Math.max(first, second) + 1e-15);
    }

    @Provide
    Arbitrary<Proportion> proportions() {
        return Arbitraries.longs()
                .between(1, 100_000)
                .flatMap(trials ->
                        Arbitraries.longs().between(0, trials).map(successes -> Proportion.of(successes, trials)));
    }

    @Provide
    Arbitrary<Double> levels() {
        return Arbitraries.doubles().between(0.5, 0.9999).ofScale(6);
    }

    @Provide
    Arbitrary<IntervalMethod> methods() {
        return Arbitraries.of(IntervalMethod.class).filter(IntervalMethod::isForOneProportion);
    }

    private static Interval interval(Proportion proportion, IntervalMethod method, double level) {
        return proportion.interval(method, level).orElseThrow();
    }
}
