package io.crmkit.metrics.funnel;

import java.time.Instant;
import java.util.Comparator;

/* A unit's arrival at the step of an index, in the order of time, then of the steps. */
record Arrival(Instant at, int step) implements Comparable<Arrival> {

    private static final Comparator<Arrival> ORDER =
            Comparator.comparing(Arrival::at).thenComparingInt(Arrival::step);

    @Override
    public int compareTo(Arrival other) {
        return ORDER.compare(this, other);
    }
}
