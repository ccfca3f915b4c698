package io.crmkit.metrics.bench;

import java.util.Arrays;

/* What a programmer would write for this one question over the same arrays: no check of any id, no branch per row. */
final class HandWritten {

    private static final int SHIFT = 16;

    private final long first;
    private final int[] months;
    private final int[] ends;

    HandWritten() {
        first = Log.PERIODS.period(0).from().getEpochSecond() >> SHIFT;
        long last = Log.PERIODS.period(Log.MONTHS - 1).until().getEpochSecond() >> SHIFT;
        months = new int[(int) (last - first) + 1];
        ends = new int[months.length];
        Arrays.fill(ends, 1 << SHIFT);
        for (int month = 0; month < Log.MONTHS; month++) {
            long end = Log.PERIODS.period(month).until().getEpochSecond();
            int bucket = (int) ((end >> SHIFT) - first);
            ends[bucket] = (int) (end & ((1 << SHIFT) - 1));
            Arrays.fill(months, bucket + 1, months.length, month + 1);
        }
    }

    int[] cube(Log log) {
        int[] cube = new int[Cubes.CELLS];
        int[] seller = log.seller;
        byte[] step = log.step;
        long[] at = log.at;
        int[] table = months;
        int[] edges = ends;
        long origin = first;
        for (int row = 0; row < at.length; row++) {
            long second = at[row];
            int bucket = (int) ((second >> SHIFT) - origin);
            int month = table[bucket] + ((edges[bucket] - 1 - (int) (second & 0xFFFF)) >>> 31);
            cube[(month * Log.SELLERS + seller[row]) * 8 + step[row]]++;
        }
        return cube;
    }
}
