package io.crmkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Caveat;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/*
 * Right-censored units, followed from an age on, counted by their distinct times: what both curves are made from.
 *
 * A unit last seen open at a time counts as at risk at that time, so that outcomes come before
 * censoring in a tie; one followed only from that time on does not, unless it is time zero. Only
 * counts are kept; the order of the units is gone.
 */
final class LifeTable {

    private static final double HIGH_CENSORED_SHARE = 0.10;
    private static final long SMALL = 30;

    private final double[] entries;
    private final double[] times;
    private final Map<Outcome, long[]> counts;
    private final long[] gone;

    private LifeTable(double[] entries, double[] times, Map<Outcome, long[]> counts) {
        this.entries = entries;
        this.times = times;
        this.counts = counts;
        gone = new long[times.length + 1];
        for (int i = 0; i < times.length; i++) {
            gone[i + 1] = gone[i];
            for (long[] byTime : counts.values()) {
                gone[i + 1] += byTime[i];
            }
        }
    }

    static LifeTable of(double[] durations, Outcome[] outcomes) {
        return of(new double[durations.length], durations, outcomes);
    }

    static LifeTable of(double[] entries, double[] durations, Outcome[] outcomes) {
        requireSameLength(durations, "outcomes", outcomes.length);
        requireSameLength(durations, "entries", entries.length);
        double[] from = new double[entries.length];
        double[] until = new double[durations.length];
        for (int i = 0; i < durations.length; i++) {
            from[i] = requireTime("entries[" + i + "]", entries[i]);
            until[i] = requireTime("durations[" + i + "]", durations[i]);
            requireFollowed(i, from[i], until[i]);
        }
        Arrays.sort(from);
        double[] times = Arrays.stream(until).sorted().distinct().toArray();
        Map<Outcome, long[]> counts = new EnumMap<>(Outcome.class);
        for (int i = 0; i < until.length; i++) {
            Outcome outcome = requireNonNull(outcomes[i], "outcomes[" + i + "]");
            counts.computeIfAbsent(outcome, none -> new long[times.length])[Arrays.binarySearch(times, until[i])]++;
        }
        return new LifeTable(from, times, counts);
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

    static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be strictly between 0 and 1: level = " + level);
        }
        return level;
    }

    private static void requireFollowed(int unit, double from, double until) {
        if (from > 0 && from >= until) {
            throw new IllegalArgumentException("a unit must be followed for a while: entries[" + unit + "] = " + from
                    + ", durations[" + unit + "] = " + until);
        }
    }

    int size() {
        return times.length;
    }

    double time(int index) {
        return times[index];
    }

    long count(int index, Outcome outcome) {
        long[] byTime = counts.get(outcome);
        return byTime == null ? 0 : byTime[index];
    }

    long atRisk(int index) {
        return entered(times[index]) - gone[index];
    }

    long units() {
        return entries.length;
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
        return entered(horizon) - gone[before(horizon)];
    }

    /* How many units were followed from before the time on, or from the start. */
    private long entered(double time) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean followed = entries[middle] < time || entries[middle] == 0;
            low = followed ? middle + 1 : low;
            high = followed ? high : middle;
        }
        return low;
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
