package io.crmkit.metrics.distribution;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/*
 * Probabilities of neighbouring whole numbers from `offset` upwards; outside they are zero or below TINY.
 *
 * All sums here are of positive terms, so relative errors do not grow by cancellation.
 */
final class Masses {

    static final double TINY = 1e-300;
    static final int MAX_CELLS = 20_000_000;

    final long offset;
    final double[] values;

    Masses(long offset, double[] values) {
        this.offset = offset;
        this.values = values;
    }

    static Masses point(long at) {
        return new Masses(at, new double[] {1});
    }

    int size() {
        return values.length;
    }

    long last() {
        return offset + values.length - 1;
    }

    double at(long k) {
        return k < offset || k > last() ? 0 : values[(int) (k - offset)];
    }

    /*
     * Multiplies ratios mass(k + 1) / mass(k) up and down from `start`, between the two ends, until the masses
     * are below `floor` of that of the start; then divides by the sum.
     */
    static Masses fromRatios(long start, long least, long greatest, double floor, LongToDoubleFunction ratio) {
        double[] above = run(greatest - start, floor, i -> ratio.applyAsDouble(start + i));
        double[] below = run(start - least, floor, i -> 1 / ratio.applyAsDouble(start - i - 1));
        double[] values = new double[below.length + 1 + above.length];
        for (int i = 0; i < below.length; i++) {
            values[below.length - 1 - i] = below[i];
        }
        values[below.length] = 1;
        System.arraycopy(above, 0, values, below.length + 1, above.length);
        return new Masses(start - below.length, values).normalised();
    }

    private static double[] run(long most, double floor, LongToDoubleFunction factor) {
        double[] masses = new double[(int) Math.min(most, 64)];
        double mass = 1;
        int size = 0;
        while (size < most) {
            mass *= factor.applyAsDouble(size);
            if (mass <= floor) {
                break;
            }
            if (size == masses.length) {
                masses = Arrays.copyOf(masses, (int) Math.min(most, requireFits(2L * size)));
            }
            masses[size++] = mass;
        }
        return Arrays.copyOf(masses, size);
    }

    static int requireFits(long cells) {
        if (cells > MAX_CELLS) {
            throw new IllegalArgumentException(
                    "the distribution must fit into " + MAX_CELLS + " cells: it needs " + cells + " or more");
        }
        return (int) cells;
    }

    private Masses normalised() {
        double total = Sums.of(values);
        for (int i = 0; i < values.length; i++) {
            values[i] /= total;
        }
        return this;
    }

    /* Drops the ends where the masses are below `floor`. */
    Masses trimmed(double floor) {
        int from = 0;
        int to = values.length;
        while (from < to - 1 && values[from] <= floor) {
            from++;
        }
        while (to > from + 1 && values[to - 1] <= floor) {
            to--;
        }
        return from == 0 && to == values.length
                ? this
                : new Masses(offset + from, Arrays.copyOfRange(values, from, to));
    }

    /* Adds two independent numbers. */
    Masses convolve(Masses other) {
        double[] longer = size() >= other.size() ? values : other.values;
        double[] shorter = size() >= other.size() ? other.values : values;
        double[] sum = new double[requireFits((long) size() + other.size() - 1)];
        for (int i = 0; i < shorter.length; i++) {
            addScaled(sum, i, longer, shorter[i]);
        }
        return new Masses(Math.addExact(offset, other.offset), sum);
    }

    static void addScaled(double[] sum, int from, double[] values, double weight) {
        if (weight != 0) {
            for (int j = 0; j < values.length; j++) {
                sum[from + j] += weight * values[j];
            }
        }
    }
}
