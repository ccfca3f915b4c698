package io.crmkit.metrics.bench;

import io.crmkit.metrics.fact.Tally;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/* Every answer in one form, an array of counts, to be compared before anything is timed. */
final class Cubes {

    static final int CELLS = Log.MONTHS * Log.SELLERS * 8;

    private Cubes() {}

    static int cell(int seller, int month, int step) {
        return (month * Log.SELLERS + seller) * 8 + step;
    }

    static int[] of(Tally tally) {
        int[] cube = new int[CELLS];
        for (int seller = 0; seller < Log.SELLERS; seller++) {
            for (int month = 0; month < Log.MONTHS; month++) {
                for (int step = 0; step < Log.TYPES; step++) {
                    cube[cell(seller, month, step)] = (int) tally.count(seller, month, step);
                }
            }
        }
        return cube;
    }

    /* Counted with java.time and a search of the months' starts, by no code that is timed. */
    static int[] expected(Log log) {
        long[] starts = IntStream.range(0, Log.MONTHS)
                .mapToObj(YearMonth.of(2024, 1)::plusMonths)
                .map(month -> month.atDay(1))
                .mapToLong(Cubes::startOfDay)
                .toArray();
        int[] cube = new int[CELLS];
        for (int row = 0; row < log.rows; row++) {
            int found = Arrays.binarySearch(starts, log.at[row]);
            cube[cell(log.seller[row], found >= 0 ? found : -found - 2, log.step[row])]++;
        }
        return cube;
    }

    private static long startOfDay(LocalDate day) {
        return day.atStartOfDay(Log.ZONE).toEpochSecond();
    }

    static void check(String name, int[] expected, int[] actual) {
        if (!Arrays.equals(expected, actual)) {
            throw new IllegalStateException("answers differ: " + name);
        }
    }

    static void check(String name, long[] expected, long[] actual) {
        if (!Arrays.equals(expected, actual)) {
            throw new IllegalStateException(
                    "answers differ: " + name + ", " + List.of(Arrays.toString(expected), Arrays.toString(actual)));
        }
    }
}
