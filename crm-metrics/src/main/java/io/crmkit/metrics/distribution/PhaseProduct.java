package io.crmkit.metrics.distribution;

import java.util.Arrays;

/*
 * The product of 1 - p + p exp(i w a) over opportunities, at the frequencies w = base, 2 base, 3 base, …
 *
 * Works on blocks of LANES opportunities: the phase of each is turned on by its own step from frequency to
 * frequency, and each lane has its own product, so that the inner loops are free of dependences and vectorise.
 */
final class PhaseProduct {

    private static final int LANES = 256;

    private final double base;
    private final int frequencies;
    private final double[] stepCos;
    private final double[] stepSin;
    private final double[] cos;
    private final double[] sin;
    private final double[] rate;
    private final double[][] real;
    private final double[][] imaginary;
    private int filled;

    PhaseProduct(FrequencyGrid grid, int opportunities) {
        this.base = grid.base();
        this.frequencies = grid.frequencies();
        int lanes = Math.min(LANES, opportunities);
        this.stepCos = new double[lanes];
        this.stepSin = new double[lanes];
        this.cos = new double[lanes];
        this.sin = new double[lanes];
        this.rate = new double[lanes];
        this.real = new double[frequencies][lanes];
        this.imaginary = new double[frequencies][lanes];
        for (double[] ones : real) {
            Arrays.fill(ones, 1);
        }
    }

    void multiply(double amount, double p) {
        double angle = base * amount;
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        stepCos[filled] = c;
        stepSin[filled] = s;
        cos[filled] = c;
        sin[filled] = s;
        rate[filled] = p;
        filled++;
        if (filled == rate.length) {
            flush();
        }
    }

    /* Multiplies by 1 - p + p mean(exp(i w amount part)), one factor on the first lane. */
    void multiplyParts(double amount, double[] parts, double p) {
        PhaseMean mean = new PhaseMean(base * amount, parts);
        for (int k = 0; k < frequencies; k++) {
            double re = 1 - p + p * mean.real();
            double im = p * mean.imaginary();
            double former = real[k][0];
            real[k][0] = former * re - imaginary[k][0] * im;
            imaginary[k][0] = former * im + imaginary[k][0] * re;
            mean.turn();
        }
    }

    private void flush() {
        for (int k = 0; k < frequencies; k++) {
            multiplyLanes(real[k], imaginary[k], cos, sin, rate, filled);
            if (k < frequencies - 1) {
                turn(cos, sin, stepCos, stepSin, filled);
            }
        }
        filled = 0;
    }

    private static void multiplyLanes(double[] re, double[] im, double[] cos, double[] sin, double[] rate, int lanes) {
        for (int i = 0; i < lanes; i++) {
            double x = 1 - rate[i] + rate[i] * cos[i];
            double y = rate[i] * sin[i];
            double a = re[i];
            double b = im[i];
            re[i] = a * x - b * y;
            im[i] = a * y + b * x;
        }
    }

    static void turn(double[] cos, double[] sin, double[] stepCos, double[] stepSin, int lanes) {
        for (int i = 0; i < lanes; i++) {
            double c = cos[i];
            double s = sin[i];
            cos[i] = c * stepCos[i] - s * stepSin[i];
            sin[i] = c * stepSin[i] + s * stepCos[i];
        }
    }

    /* Real and imaginary parts in turn, for each frequency. */
    double[] values() {
        flush();
        double[] values = new double[2 * frequencies];
        for (int k = 0; k < frequencies; k++) {
            double re = 1;
            double im = 0;
            for (int i = 0; i < real[k].length; i++) {
                double former = re;
                re = former * real[k][i] - im * imaginary[k][i];
                im = former * imaginary[k][i] + im * real[k][i];
            }
            values[2 * k] = re;
            values[2 * k + 1] = im;
        }
        return values;
    }
}
