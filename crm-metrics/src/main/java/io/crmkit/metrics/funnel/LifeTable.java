package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Caveat;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/*
 * Right-censored units counted by their distinct times: what both curves are made from.
 *
 * A unit last seen open at a time counts as at risk at that time, so that outcomes come before
 * censoring in a tie. Only counts are kept; the order of the units is gone.
 */
final class LifeTable {

    private static final double HIGH_CENSORED_SHARE = 0.10;
    private static final long SMALL = 30;

    private final double[] times;
    private final List<Map<Outcome, Long>> counts;
    private final long[] atRisk;

    private LifeTable(double[] times, List<Map<Outcome, Long>> counts) {
        this.times = times;
        this.counts = counts;
        atRisk = new long[times.length + 1];
        for (int i = times.length - 1; i >= 0; i--) {
            atRisk[i] = counts.get(i).values().stream().reduce(atRisk[i + 1], Long::sum);
        }
    }

    static LifeTable of(double[] durations, Outcome[] outcomes) {
        requireSameLength(durations, "outcomes", outcomes.length);
        double[] clean = new double[durations.length];
        for (int i = 0; i < durations.length; i++) {
            clean[i] = requireTime("durations[" + i + "]", durations[i]);
        }
        double[] times = Arrays.stream(clean).sorted().distinct().toArray();
        List<Map<Outcome, Long>> counts =
                Stream.generate(LifeTable::nobody).limit(times.length).toList();
        for (int i = 0; i < clean.length; i++) {
            Outcome outcome = requireNonNull(outcomes[i], "outcomes[" + i + "]");
            counts.get(Arrays.binarySearch(times, clean[i])).merge(outcome, 1L, Long::sum);
        }
        return new LifeTable(times, counts);
    }

    private static Map<Outcome, Long> nobody() {
        return new EnumMap<>(Outcome.class);
    }

    static void requireSameLength(double[] durations, String name, int length) {
        if (durations.length != length) {
            throw new IllegalArgumentException("durations and " + name + " must be equally many: durations = "
                    + durations.length + ", " + name + " = " + length);
        }
    }

    static double requireTime(String name, double time) {
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and not negative: " + name + " = " + time);
        }
        // minus zero becomes zero, which sorting would tell apart
        return time + 0.0;
    }

    int size() {
        return times.length;
    }

    double time(int index) {
        return times[index];
    }

    long count(int index, Outcome outcome) {
        return counts.get(index).getOrDefault(outcome, 0L);
    }

    long atRisk(int index) {
        return atRisk[index];
    }

    long units() {
        return atRisk[0];
    }

    /* How many of the times are not after the horizon. */
    int reached(double horizon) {
        int found = Arrays.binarySearch(times, horizon);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int before(double horizon) {
        int found = Arrays.binarySearch(times, horizon);
        return found >= 0 ? found : -found - 1;
    }

    long atRiskAt(double horizon) {
        return atRisk[before(horizon)];
    }

    double censoredShare(double horizon) {
        long censored = 0;
        for (int i = 0; i < before(horizon); i++) {
            censored += count(i, Outcome.OPEN);
        }
        return (double) censored / units();
    }

    Set<Caveat> caveats(double horizon) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (units() < SMALL) {
            caveats.add(Caveat.SMALL_SAMPLE);
        }
        if (censoredShare(horizon) > HIGH_CENSORED_SHARE) {
            caveats.add(Caveat.CENSORED_SHARE_HIGH);
        }
        if (horizon > times[times.length - 1]) {
            caveats.add(Caveat.EXTRAPOLATED);
        }
        return Collections.unmodifiableSet(caveats);
    }
}
