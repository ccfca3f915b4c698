package io.crmkit.metrics.backtest;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * A logistic regression on one variable, by Newton's method with halved steps.
 *
 * <p>Source: Albert and Anderson (1984): the maximum is finite where and only where the values of both classes overlap.
 */
record LogisticFit(double intercept, double slope) {

    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-13;
    /** How much the log-likelihood, which is negative, may fall by rounding alone. */
    private static final double ROUNDING = 1e-12;

    static Optional<LogisticFit> of(double[] x, double[] y) {
        if (!overlap(x, y)) {
            return Optional.empty();
        }
        double middle = Arrays.stream(x).average().orElseThrow();
        double[] centred = Arrays.stream(x).map(value -> value - middle).toArray();
        double[] ab = maximise(centred, y);
        return Optional.of(new LogisticFit(ab[0] - ab[1] * middle, ab[1]));
    }

    private static boolean overlap(double[] x, double[] y) {
        double[] events = select(x, y, outcome -> outcome == 1);
        double[] others = select(x, y, outcome -> outcome == 0);
        return events.length > 0
                && others.length > 0
                && events[0] < others[others.length - 1]
                && others[0] < events[events.length - 1];
    }

    private static double[] select(double[] x, double[] y, DoublePredicate outcome) {
        double[] selected = new double[x.length];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (outcome.test(y[i])) {
                selected[count++] = x[i];
            }
        }
        double[] sorted = Arrays.copyOf(selected, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double[] maximise(double[] x, double[] y) {
        double[] ab = {0, 0};
        for (int round = 0; round < MOST_STEPS; round++) {
            double[] step = newtonStep(x, y, ab);
            double factor = 1;
            double now = logLikelihood(x, y, ab[0], ab[1]) * (1 + ROUNDING);
            while (factor > TOLERANCE
                    && logLikelihood(x, y, ab[0] + factor * step[0], ab[1] + factor * step[1]) < now) {
                factor /= 2;
            }
            ab[0] += factor * step[0];
            ab[1] += factor * step[1];
            if (Math.abs(step[0]) + Math.abs(step[1]) < TOLERANCE * (1 + Math.abs(ab[0]) + Math.abs(ab[1]))) {
                break;
            }
        }
        return ab;
    }

    private static double[] newtonStep(double[] x, double[] y, double[] ab) {
        double g0 = 0;
        double g1 = 0;
        double h00 = 0;
        double h01 = 0;
        double h11 = 0;
        for (int i = 0; i < x.length; i++) {
            double p = 1 / (1 + Math.exp(-ab[0] - ab[1] * x[i]));
            double weight = p * (1 - p);
            g0 += y[i] - p;
            g1 += (y[i] - p) * x[i];
            h00 += weight;
            h01 += weight * x[i];
            h11 += weight * x[i] * x[i];
        }
        double det = h00 * h11 - h01 * h01;
        return new double[] {(h11 * g0 - h01 * g1) / det, (h00 * g1 - h01 * g0) / det};
    }

    private static double logLikelihood(double[] x, double[] y, double a, double b) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double eta = a + b * x[i];
            sum += y[i] * eta - (eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta)));
        }
        return sum;
    }
}
