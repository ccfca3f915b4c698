package io.crmkit.metrics.distribution;

/*
 * The Fourier series of a distribution function on one period around the mean:
 *
 *   F(m + y) = 1/2 + y / T + sum over k of Im[(-1)^k g_k - g_k exp(-i w_k y)] / (pi k)
 *
 * where g_k is the characteristic function at w_k = 2 pi k / T, turned back by the mean m. On a lattice of step h
 * each term is that of a sum over lattice points rather than of an integral: it gains (w h / 2) / sin(w h / 2),
 * and the sum up to the lattice point x is found at x + h / 2.
 */
final class FourierCurve implements SmoothCurve {

    private final double base;
    private final double period;
    private final double mean;
    private final double[] real;
    private final double[] imaginary;
    private final double constant;

    FourierCurve(FrequencyGrid grid, double[] values, ValueTotals totals) {
        this.base = grid.base();
        this.period = grid.period();
        this.mean = totals.mean();
        int frequencies = usable(values.length / 2, totals.step());
        this.real = new double[frequencies];
        this.imaginary = new double[frequencies];
        this.constant = turnBack(values, totals.step());
    }

    /* Beyond half the frequency of the lattice everything repeats. */
    private int usable(int frequencies, long step) {
        return (int) Math.min(frequencies, Math.max(1, Math.floor(period / (2.0 * step))));
    }

    private double turnBack(double[] values, long step) {
        double sum = 0;
        for (int k = 1; k <= real.length; k++) {
            double angle = -base * k * mean;
            double half = base * k * step / 2;
            double scale = half / Math.sin(half) / (Math.PI * k);
            double c = Math.cos(angle) * scale;
            double s = Math.sin(angle) * scale;
            real[k - 1] = values[2 * k - 2] * c - values[2 * k - 1] * s;
            imaginary[k - 1] = values[2 * k - 2] * s + values[2 * k - 1] * c;
            sum += k % 2 == 0 ? imaginary[k - 1] : -imaginary[k - 1];
        }
        return sum;
    }

    @Override
    public double cdf(double value) {
        double y = value - mean;
        if (Math.abs(y) >= period / 2) {
            return y < 0 ? 0 : 1;
        }
        double sum = 0.5 + y / period + constant;
        double c = Math.cos(base * y);
        double s = -Math.sin(base * y);
        double turnCos = c;
        double turnSin = s;
        for (int k = 0; k < real.length; k++) {
            sum -= real[k] * turnSin + imaginary[k] * turnCos;
            double former = turnCos;
            turnCos = former * c - turnSin * s;
            turnSin = former * s + turnSin * c;
        }
        return sum;
    }

    @Override
    public double density(double value) {
        double y = value - mean;
        double c = Math.cos(base * y);
        double s = -Math.sin(base * y);
        double turnCos = c;
        double turnSin = s;
        double sum = 1 / period;
        for (int k = 0; k < real.length; k++) {
            sum += base * (k + 1) * (real[k] * turnCos - imaginary[k] * turnSin);
            double former = turnCos;
            turnCos = former * c - turnSin * s;
            turnSin = former * s + turnSin * c;
        }
        return sum;
    }
}
