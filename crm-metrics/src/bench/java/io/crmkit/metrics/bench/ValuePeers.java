package io.crmkit.metrics.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The usual ways to the distribution of a pipeline's value: simulation, and convolution by fast Fourier transform. */
final class ValuePeers {

    private ValuePeers() {}

    /** The quantiles of so many simulated portfolios. */
    static long[] simulated(long[] amounts, double[] probabilities, int trials, double[] levels) {
        SplittableRandom random = new SplittableRandom(1);
        long[] sums = new long[trials];
        for (int trial = 0; trial < trials; trial++) {
            long sum = 0;
            for (int i = 0; i < amounts.length; i++) {
                sum += random.nextDouble() < probabilities[i] ? amounts[i] : 0;
            }
            sums[trial] = sum;
        }
        Arrays.sort(sums);
        return Arrays.stream(levels)
                .mapToLong(level -> sums[(int) (level * trials)])
                .toArray();
    }

    /** The quantiles by halving the portfolio and multiplying the transforms of the halves, amounts in units of a step. */
    static long[] transformed(long[] amounts, double[] probabilities, long step, double[] levels) {
        double[] masses = masses(amounts, probabilities, step, 0, amounts.length);
        long[] quantiles = new long[levels.length];
        double sum = 0;
        int next = 0;
        for (int cell = 0; cell < masses.length && next < levels.length; cell++) {
            sum += masses[cell];
            while (next < levels.length && sum >= levels[next]) {
                quantiles[next++] = cell * step;
            }
        }
        return quantiles;
    }

    private static double[] masses(long[] amounts, double[] probabilities, long step, int from, int until) {
        if (until - from == 1) {
            double[] one = new double[(int) (amounts[from] / step) + 1];
            one[0] = 1 - probabilities[from];
            one[one.length - 1] += probabilities[from];
            return one;
        }
        int middle = (from + until) >>> 1;
        return convolved(
                masses(amounts, probabilities, step, from, middle),
                masses(amounts, probabilities, step, middle, until));
    }

    private static double[] convolved(double[] one, double[] other) {
        int length = one.length + other.length - 1;
        if (Math.min(one.length, other.length) < 64) {
            return directly(one, other, length);
        }
        int size = Integer.highestOneBit(Math.max(1, length - 1)) << 1;
        double[] real = Arrays.copyOf(one, size);
        double[] imaginary = Arrays.copyOf(other, size);
        transform(real, imaginary, 1);
        // both sequences in one transform: the product of the two is the imaginary part of its square, halved
        for (int i = 0; i < size; i++) {
            double re = real[i] * real[i] - imaginary[i] * imaginary[i];
            imaginary[i] = 2 * real[i] * imaginary[i];
            real[i] = re;
        }
        transform(real, imaginary, -1);
        double[] product = new double[length];
        for (int i = 0; i < length; i++) {
            product[i] = imaginary[i] / 2 / size;
        }
        return product;
    }

    private static double[] directly(double[] one, double[] other, int length) {
        double[] product = new double[length];
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < other.length; j++) {
                product[i + j] += one[i] * other[j];
            }
        }
        return product;
    }

    /** The iterative transform of Cooley and Tukey, without the division. */
    private static void transform(double[] real, double[] imaginary, int sign) {
        int size = real.length;
        reverse(real, imaginary);
        for (int span = 2; span <= size; span <<= 1) {
            double angle = sign * 2 * Math.PI / span;
            double[] cos = new double[span / 2];
            double[] sin = new double[span / 2];
            for (int k = 0; k < span / 2; k++) {
                cos[k] = Math.cos(angle * k);
                sin[k] = Math.sin(angle * k);
            }
            for (int start = 0; start < size; start += span) {
                for (int k = 0; k < span / 2; k++) {
                    int low = start + k;
                    int high = low + span / 2;
                    double re = real[high] * cos[k] - imaginary[high] * sin[k];
                    double im = real[high] * sin[k] + imaginary[high] * cos[k];
                    real[high] = real[low] - re;
                    imaginary[high] = imaginary[low] - im;
                    real[low] += re;
                    imaginary[low] += im;
                }
            }
        }
    }

    private static void reverse(double[] real, double[] imaginary) {
        int size = real.length;
        for (int i = 1, j = 0; i < size; i++) {
            int bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double re = real[i];
                double im = imaginary[i];
                real[i] = real[j];
                imaginary[i] = imaginary[j];
                real[j] = re;
                imaginary[j] = im;
            }
        }
    }
}
