package io.crmkit.metrics.series;

import java.util.Arrays;

/**
 * Nonlinear least squares within a box, by damped Gauss-Newton steps with differences for derivatives.
 *
 * <p>Source: Marquardt, D. W. (1963), Journal of the Society for Industrial and Applied Mathematics 11, 431–441.
 */
final class LeastSquares {

    private static final double MOST_DAMPING = 1e10;

    /** What is to be made small. */
    interface Residuals {
        /** Computes the sum of squares, and writes the residuals; infinite where the point is not allowed. */
        double at(double[] point, double[] residuals);
    }

    private final Residuals function;
    private final double[] lower;
    private final double[] upper;
    private final int n;
    private final double[] residuals;
    private final double[][] slopes;
    private final double[][] normal;
    private final double[] gradient;
    private double[] point;
    private double squares;
    private double damping = 1e-3;

    private LeastSquares(Residuals function, double[] start, double[] lower, double[] upper, int count) {
        this.function = function;
        this.lower = lower;
        this.upper = upper;
        this.n = start.length;
        this.residuals = new double[count];
        this.slopes = new double[n][count];
        this.normal = new double[n][n];
        this.gradient = new double[n];
        this.point = start.clone();
        this.squares = function.at(point, residuals);
    }

    /** Descends from a point until a step gains less than the tolerance, relative to the sum of squares. */
    static double[] minimise(
            Residuals function,
            double[] start,
            double[] lower,
            double[] upper,
            int count,
            int mostSteps,
            double tolerance) {
        LeastSquares search = new LeastSquares(function, start, lower, upper, count);
        for (int step = 0; step < mostSteps; step++) {
            double before = search.squares;
            if (!search.step() || before - search.squares <= tolerance * before) {
                break;
            }
        }
        return search.point;
    }

    private boolean step() {
        differentiate();
        while (damping < MOST_DAMPING) {
            double[] next = next();
            double[] moved = new double[residuals.length];
            double reached = function.at(next, moved);
            if (reached < squares) {
                point = next;
                squares = reached;
                System.arraycopy(moved, 0, residuals, 0, moved.length);
                damping = Math.max(1e-9, damping / 8);
                return true;
            }
            damping *= 5;
        }
        return false;
    }

    private void differentiate() {
        for (int j = 0; j < n; j++) {
            double step = 1e-6 * Math.max(1e-2, Math.abs(point[j]));
            double change = point[j] + step > upper[j] ? -step : step;
            if (!differ(j, change) && !differ(j, -change)) {
                Arrays.fill(slopes[j], 0);
            }
        }
        for (int i = 0; i < n; i++) {
            gradient[i] = dot(slopes[i], residuals);
            for (int j = 0; j <= i; j++) {
                normal[i][j] = dot(slopes[i], slopes[j]);
                normal[j][i] = normal[i][j];
            }
        }
    }

    private boolean differ(int j, double change) {
        double[] near = point.clone();
        near[j] += change;
        double[] column = slopes[j];
        boolean allowed = Double.isFinite(function.at(near, column));
        for (int t = 0; t < column.length; t++) {
            column[t] = (column[t] - residuals[t]) / change;
        }
        return allowed;
    }

    /** Solves for the step in the coordinates that are free to move downhill. */
    private double[] next() {
        boolean[] free = new boolean[n];
        for (int j = 0; j < n; j++) {
            boolean outward = (point[j] <= lower[j] && gradient[j] > 0) || (point[j] >= upper[j] && gradient[j] < 0);
            free[j] = !outward && normal[j][j] > 0;
        }
        double[] step = LinearSystem.solve(damped(free), masked(free));
        double[] next = new double[n];
        Arrays.setAll(next, j -> Math.max(lower[j], Math.min(upper[j], point[j] - step[j])));
        return next;
    }

    private double[][] damped(boolean[] free) {
        double[][] system = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[i][j] = free[i] && free[j] ? normal[i][j] : 0;
            }
            system[i][i] = free[i] ? normal[i][i] * (1 + damping) : 1;
        }
        return system;
    }

    private double[] masked(boolean[] free) {
        double[] right = new double[n];
        Arrays.setAll(right, j -> free[j] ? gradient[j] : 0);
        return right;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int t = 0; t < one.length; t++) {
            sum += one[t] * other[t];
        }
        return sum;
    }
}
