package io.crmkit.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void holdsBothItsEnds() {
        Interval interval = new Interval(0.2, 0.4, 0.95, IntervalMethod.WILSON);

        assertTrue(interval.contains(0.2));
        assertTrue(interval.contains(0.3));
        assertTrue(interval.contains(0.4));
    }

    @Test
    void holdsNothingOutside() {
        Interval interval = new Interval(0.2, 0.4, 0.95, IntervalMethod.WILSON);

        assertFalse(interval.contains(Math.nextDown(0.2)));
        assertFalse(interval.contains(Math.nextUp(0.4)));
        assertFalse(interval.contains(Double.NaN));
    }

    @Test
    void mayBeASinglePoint() {
        assertTrue(new Interval(0, 0, 0.95, IntervalMethod.WILSON).contains(0));
    }

    @Test
    void refusesEndsOutOfOrder() {
        assertEquals("lower must not be above upper: lower = 0.4, upper = 0.2", refusal(0.4, 0.2, 0.95));
        assertEquals("lower must not be above upper: lower = NaN, upper = 0.2", refusal(Double.NaN, 0.2, 0.95));
    }

    @Test
    void refusesALevelOutsideZeroToOne() {
        assertEquals("level must be strictly between 0 and 1: level = 1.0", refusal(0.2, 0.4, 1));
        assertEquals("level must be strictly between 0 and 1: level = 0.0", refusal(0.2, 0.4, 0));
    }

    private static String refusal(double lower, double upper, double level) {
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> new Interval(lower, upper, level, IntervalMethod.WILSON))
                .getMessage());
    }
}
