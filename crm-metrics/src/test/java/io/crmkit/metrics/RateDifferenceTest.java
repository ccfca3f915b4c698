package io.crmkit.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateDifferenceTest {

    private static final double TOLERANCE = 1e-12;

    private static RateDifference difference(long x1, long n1, long x2, long n2) {
        return new RateDifference(Proportion.of(x1, n1), Proportion.of(x2, n2));
    }

    // Newcombe (1998), table II, example (a): 56 of 70 against 48 of 80, method 10
    @Test
    void agreesWithNewcombesPaper() {
        RateDifference difference = difference(56, 70, 48, 80);
        Interval interval = difference.interval(0.95).orElseThrow();

        assertEquals(0.2, difference.value().orElseThrow(), 1e-15);
        assertEquals(0.0524, interval.lower(), 0.00005);
        assertEquals(0.3339, interval.upper(), 0.00005);
        assertEquals(IntervalMethod.NEWCOMBE, interval.method());
        assertEquals(0.95, interval.level());
    }

    @Test
    void agreesWithEveryReferenceRow() throws IOException {
        List<Map<String, String>> rows = ReferenceFile.rows("newcombe_differences.csv");
        for (Map<String, String> row : rows) {
            RateDifference difference =
                    difference(count(row, "x1"), count(row, "n1"), count(row, "x2"), count(row, "n2"));
            Interval interval =
                    difference.interval(ReferenceFile.number(row, "level")).orElseThrow();

            assertEquals(ReferenceFile.number(row, "diff"), difference.value().orElseThrow(), TOLERANCE, row::toString);
            assertEquals(ReferenceFile.number(row, "newcombe_lo"), interval.lower(), TOLERANCE, row::toString);
            assertEquals(ReferenceFile.number(row, "newcombe_hi"), interval.upper(), TOLERANCE, row::toString);
        }
        assertTrue(rows.size() >= 40, () -> "rows: " + rows.size());
    }

    private static long count(Map<String, String> row, String column) {
        return (long) ReferenceFile.number(row, column);
    }

    @Test
    void isEmptyWhereEitherHasNoTrial() {
        assertEquals(OptionalDouble.empty(), difference(0, 0, 1, 2).value());
        assertEquals(OptionalDouble.empty(), difference(1, 2, 0, 0).value());
        assertEquals(Optional.empty(), difference(0, 0, 1, 2).interval(0.95));
        assertEquals(Optional.empty(), difference(1, 2, 0, 0).interval(0.95));
    }

    @Test
    void refusesALevelOutsideZeroToOneWithoutTrialsToo() {
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> difference(0, 0, 0, 0).interval(1))
                .getMessage());

        assertEquals("level must be strictly between 0 and 1: level = 1.0", message);
    }

    @Property
    void mirrorsWhereTheTwoAreSwapped(
            @ForAll @IntRange(min = 1, max = 500) int n1,
            @ForAll @IntRange(min = 1, max = 500) int n2,
            @ForAll @IntRange(max = 1000) int a,
            @ForAll @IntRange(max = 1000) int b) {
        RateDifference difference = difference(a % (n1 + 1), n1, b % (n2 + 1), n2);
        RateDifference swapped = new RateDifference(difference.second(), difference.first());
        Interval interval = difference.interval(0.9).orElseThrow();
        Interval mirrored = swapped.interval(0.9).orElseThrow();

        assertEquals(-difference.value().orElseThrow(), swapped.value().orElseThrow(), 0);
        assertEquals(-interval.lower(), mirrored.upper(), 1e-15);
        assertEquals(-interval.upper(), mirrored.lower(), 1e-15);
        assertTrue(interval.lower() <= difference.value().orElseThrow()
                && difference.value().orElseThrow() <= interval.upper());
        assertTrue(interval.lower() >= -1 && interval.upper() <= 1);
    }
}
