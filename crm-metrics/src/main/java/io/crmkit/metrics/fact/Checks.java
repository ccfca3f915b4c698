package io.crmkit.metrics.fact;

/* The rules that several classes of this package share, with one message each. */
final class Checks {

    private Checks() {}

    static void notNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + name + " = " + value);
        }
    }

    static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + name + " = " + value);
        }
    }

    static void below(String name, int value, int limit) {
        if (value < 0 || value >= limit) {
            throw new IllegalArgumentException(
                    name + " must be from 0 to " + (limit - 1L) + ": " + name + " = " + value);
        }
    }

    static void atMost(String name, long value, long limit) {
        if (value > limit) {
            throw new IllegalArgumentException(name + " must be at most " + limit + ": " + name + " = " + value);
        }
    }

    static void room(String name, Object key, int size, int maximum) {
        if (size >= maximum) {
            throw new IllegalArgumentException(
                    "too many keys of " + name + ": maximum = " + maximum + ", next " + name + " = " + key);
        }
    }

    static void sameLength(String name, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(
                    "columns must be of equal length: seller = " + expected + ", " + name + " = " + length);
        }
    }

    static void range(int offset, int length, int rows) {
        if (offset < 0 || length < 0 || offset > rows - length) {
            throw new IllegalArgumentException("offset and length must lie within the columns: offset = " + offset
                    + ", length = " + length + ", rows = " + rows);
        }
    }
}
