package io.crmkit.metrics.distribution;

/* The rules of arguments, each with the message that names parameter, rule and value. */
final class Checks {

    private Checks() {}

    static double probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1: " + name + " = " + value);
        }
        return value;
    }

    static double probability(String name, int index, double value) {
        return value >= 0 && value <= 1 ? value : probability(name + "[" + index + "]", value);
    }

    static double inside(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be strictly between 0 and 1: " + name + " = " + value);
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be zero or greater and finite: " + name + " = " + value);
        }
        return value;
    }

    static double within(String name, double value, double least, double greatest) {
        if (!(value >= least && value <= greatest)) {
            throw new IllegalArgumentException(
                    name + " must be between " + least + " and " + greatest + ": " + name + " = " + value);
        }
        return value;
    }

    /* A parameter of shape: beyond these ends nothing changes any more, but numbers overflow. */
    static double shape(String name, double value) {
        return within(name, value, 1e-100, 1e100);
    }

    static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be greater than zero and finite: " + name + " = " + value);
        }
        return value;
    }

    static long notNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + name + " = " + value);
        }
        return value;
    }

    static long positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be greater than zero: " + name + " = " + value);
        }
        return value;
    }

    static void sameLength(String first, int firstLength, String second, int secondLength) {
        if (firstLength != secondLength) {
            throw new IllegalArgumentException(
                    first + " and " + second + " must have the same length: " + firstLength + " and " + secondLength);
        }
    }
}
