package io.crmkit.metrics.series;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The downhill simplex within a box: a point outside is moved to the nearest one inside.
 *
 * <p>Source: Nelder, J. A. and Mead, R. (1965), The Computer Journal 7, 308–313; coefficients that suit many dimensions:
 * Gao, F. and Han, L. (2012), Computational Optimization and Applications 51, 259–277.
 */
final class NelderMead {

    private final ToDoubleFunction<double[]> function;
    private final double[] lower;
    private final double[] upper;
    private final int n;
    private final double[][] points;
    private final double[] heights;
    private int calls;

    private NelderMead(ToDoubleFunction<double[]> function, double[] start, double[] lower, double[] upper) {
        this.function = function;
        this.lower = lower;
        this.upper = upper;
        this.n = start.length;
        this.points = new double[n + 1][];
        this.heights = new double[n + 1];
    }

    /** Finds a low point; infinite heights are allowed, apart from that of the start. */
    static double[] minimise(
            ToDoubleFunction<double[]> function, double[] start, double[] lower, double[] upper, int mostCalls) {
        NelderMead search = new NelderMead(function, start, lower, upper);
        search.begin(start);
        while (search.calls < mostCalls && search.isSpread()) {
            search.move();
        }
        return search.points[0];
    }

    private void begin(double[] start) {
        for (int i = 0; i <= n; i++) {
            double[] corner = start.clone();
            if (i > 0) {
                double step = (upper[i - 1] - lower[i - 1]) / 5;
                corner[i - 1] += corner[i - 1] + step > upper[i - 1] ? -step : step;
            }
            points[i] = clamp(corner);
            heights[i] = height(points[i]);
        }
        sort();
    }

    /** Whether the heights still differ; infinite ones always do. */
    private boolean isSpread() {
        return !(heights[n] - heights[0] <= 1e-8 * Math.abs(heights[0]));
    }

    private void move() {
        double[] centre = centre();
        double[] reflected = along(centre, 1);
        double height = height(reflected);
        if (height < heights[0]) {
            double[] expanded = along(centre, 1 + 2.0 / n);
            double further = height(expanded);
            replaceWorst(further < height ? expanded : reflected, Math.min(further, height));
        } else if (height < heights[n - 1]) {
            replaceWorst(reflected, height);
        } else {
            contract(centre, height);
        }
    }

    private void contract(double[] centre, double reflectedHeight) {
        double part = 0.75 - 0.5 / n;
        double[] contracted = along(centre, reflectedHeight < heights[n] ? part : -part);
        double height = height(contracted);
        if (height < Math.min(reflectedHeight, heights[n])) {
            replaceWorst(contracted, height);
        } else {
            shrink();
        }
    }

    private void shrink() {
        double part = n == 1 ? 0.5 : 1 - 1.0 / n;
        for (int i = 1; i <= n; i++) {
            for (int j = 0; j < n; j++) {
                points[i][j] = points[0][j] + part * (points[i][j] - points[0][j]);
            }
            heights[i] = height(points[i]);
        }
        sort();
    }

    private double[] centre() {
        double[] centre = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                centre[j] += points[i][j] / n;
            }
        }
        return centre;
    }

    private double[] along(double[] centre, double factor) {
        double[] point = new double[n];
        Arrays.setAll(point, j -> centre[j] + factor * (centre[j] - points[n][j]));
        return clamp(point);
    }

    private double[] clamp(double[] point) {
        for (int j = 0; j < n; j++) {
            point[j] = Math.max(lower[j], Math.min(upper[j], point[j]));
        }
        return point;
    }

    private double height(double[] point) {
        calls++;
        return function.applyAsDouble(point);
    }

    private void replaceWorst(double[] point, double height) {
        int at = n;
        while (at > 0 && heights[at - 1] > height) {
            points[at] = points[at - 1];
            heights[at] = heights[at - 1];
            at--;
        }
        points[at] = point;
        heights[at] = height;
    }

    private void sort() {
        for (int i = 1; i <= n; i++) {
            double[] point = points[i];
            double height = heights[i];
            int at = i;
            while (at > 0 && heights[at - 1] > height) {
                points[at] = points[at - 1];
                heights[at] = heights[at - 1];
                at--;
            }
            points[at] = point;
            heights[at] = height;
        }
    }
}
