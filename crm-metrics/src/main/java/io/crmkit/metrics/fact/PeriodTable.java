package io.crmkit.metrics.fact;

import java.util.Arrays;

/*
 * The slot of an epoch second, exact for any boundaries: one look-up, one addition, one shift.
 *
 * Slot 0 is before the first period, slots 1 to n are the periods, slot n + 1 is after the last. Time is cut into
 * buckets of 2^shift seconds, no longer than the shortest period, so that at most one boundary lies inside a bucket.
 * A bucket's entry is its first slot times 2^shift, plus as much as the seconds from the boundary to the bucket's end:
 * adding the seconds since the bucket's start carries into the next slot exactly from the boundary on.
 */
final class PeriodTable {

    private static final int LONGEST_SHIFT = 16;
    private static final int MOST_BUCKETS = 1 << 24;

    final int[] entries;
    final long firstBucket;
    final int shift;

    private PeriodTable(int[] entries, long firstBucket, int shift) {
        this.entries = entries;
        this.firstBucket = firstBucket;
        this.shift = shift;
    }

    static PeriodTable of(long[] boundaries) {
        int shift = shiftFor(boundaries);
        long first = (boundaries[0] >> shift) - 1;
        long buckets = (boundaries[boundaries.length - 1] >> shift) + 2 - first;
        Checks.atMost("seconds from the first period to the last", buckets << shift, (long) MOST_BUCKETS << shift);
        int[] entries = new int[(int) buckets];
        for (int slot = 0; slot <= boundaries.length; slot++) {
            int from = slot == 0 ? 0 : (int) ((boundaries[slot - 1] >> shift) - first) + 1;
            int until = slot == boundaries.length ? entries.length : (int) ((boundaries[slot] >> shift) - first) + 1;
            Arrays.fill(entries, from, until, slot << shift);
        }
        for (long boundary : boundaries) {
            entries[(int) ((boundary >> shift) - first)] += (1 << shift) - (int) (boundary & ((1L << shift) - 1));
        }
        return new PeriodTable(entries, first, shift);
    }

    private static int shiftFor(long[] boundaries) {
        long shortest = 1L << LONGEST_SHIFT;
        for (int next = 1; next < boundaries.length; next++) {
            shortest = Math.min(shortest, boundaries[next] - boundaries[next - 1]);
        }
        return 63 - Long.numberOfLeadingZeros(shortest);
    }

    int slotOf(long epochSecond) {
        int bucket = (int) Math.min(Math.max((epochSecond >> shift) - firstBucket, 0), entries.length - 1L);
        return (entries[bucket] + (int) (epochSecond & ((1L << shift) - 1))) >>> shift;
    }
}
