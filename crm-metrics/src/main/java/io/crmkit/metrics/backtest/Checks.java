package io.crmkit.metrics.backtest;

/** The checks of arguments that several scores share. */
final class Checks {

    private Checks() {}

    static int requireSome(String name, int size) {
        if (size == 0) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return size;
    }

    static double requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number: " + name + " = " + value);
        }
        return value;
    }

    static double[] requireFinite(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            requireFinite(name + "[" + i + "]", values[i]);
        }
        return values;
    }

    static void requireSameLength(String name, double[] values, String other, double[] others) {
        requireSome(name, requireFinite(name, values).length);
        requireFinite(other, others);
        if (values.length != others.length) {
            throw new IllegalArgumentException(name + " and " + other + " must be of one length: " + name + " = "
                    + values.length + ", " + other + " = " + others.length);
        }
    }

    static double requireInside(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be strictly between 0 and 1: " + name + " = " + value);
        }
        return value;
    }

    static int requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be positive: " + name + " = " + value);
        }
        return value;
    }
}
