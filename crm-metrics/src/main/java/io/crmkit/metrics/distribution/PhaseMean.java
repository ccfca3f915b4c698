package io.crmkit.metrics.distribution;

import java.util.Arrays;

/* The mean of exp(i k angle part) over equally probable parts, for k = 1, 2, 3, … */
final class PhaseMean {

    private final double[] stepCos;
    private final double[] stepSin;
    private final double[] cos;
    private final double[] sin;

    PhaseMean(double angle, double[] parts) {
        this.stepCos = Arrays.stream(parts).map(part -> Math.cos(angle * part)).toArray();
        this.stepSin = Arrays.stream(parts).map(part -> Math.sin(angle * part)).toArray();
        this.cos = stepCos.clone();
        this.sin = stepSin.clone();
    }

    void turn() {
        PhaseProduct.turn(cos, sin, stepCos, stepSin, cos.length);
    }

    double real() {
        return mean(cos);
    }

    double imaginary() {
        return mean(sin);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
