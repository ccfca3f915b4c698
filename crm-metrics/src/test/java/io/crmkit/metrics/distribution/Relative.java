package io.crmkit.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/* Relative error of 1e-12, the accuracy promised against exact fractions. */
final class Relative {

    private Relative() {}

    static void assertClose(double expected, double actual, String what) {
        if (Math.abs(expected) < 1e-290) {
            assertEquals(expected, actual, 1e-290, what);
        } else {
            double error = Math.abs(actual / expected - 1);
            assertTrue(error <= 1e-12, () -> what + ": expected " + expected + " but was " + actual);
        }
    }
}
