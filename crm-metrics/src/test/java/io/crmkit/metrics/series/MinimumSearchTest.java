package io.crmkit.metrics.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MinimumSearchTest {

    private static final double[] FREE_LOWER = {-10, -10};
    private static final double[] FREE_UPPER = {10, 10};
    private static final double[] START = {-1.2, 1};

    private static double rosenbrock(double[] point) {
        double bent = point[1] - point[0] * point[0];
        return 100 * bent * bent + (1 - point[0]) * (1 - point[0]);
    }

    private static double rosenbrock(double[] point, double[] residuals) {
        residuals[0] = 10 * (point[1] - point[0] * point[0]);
        residuals[1] = 1 - point[0];
        return residuals[0] * residuals[0] + residuals[1] * residuals[1];
    }

    @Test
    void simplexFindsTheValleyOfRosenbrock() {
        double[] found = NelderMead.minimise(MinimumSearchTest::rosenbrock, START, FREE_LOWER, FREE_UPPER, 2000);

        assertArrayEquals(new double[] {1, 1}, found, 1e-3);
    }

    @Test
    void simplexStaysInTheBoxAndReachesItsEdge() {
        double[] found = NelderMead.minimise(
                point -> {
                    assertTrue(point[0] >= -2 && point[0] <= 0.5 && point[1] >= -2 && point[1] <= 2);
                    return rosenbrock(point);
                },
                START,
                new double[] {-2, -2},
                new double[] {0.5, 2},
                2000);

        assertArrayEquals(new double[] {0.5, 0.25}, found, 1e-3);
    }

    @Test
    void simplexWorksInOneAndInFourDimensions() {
        double[] one = NelderMead.minimise(
                point -> Math.cosh(point[0] - 0.3), new double[] {0.9}, new double[] {0}, new double[] {1}, 300);
        assertArrayEquals(new double[] {0.3}, one, 1e-3);

        double[] centre = {0.2, 0.4, 0.6, 0.8};
        double[] four = NelderMead.minimise(
                point -> {
                    double sum = 1;
                    for (int i = 0; i < 4; i++) {
                        sum += (i + 1) * Math.pow(point[i] - centre[i], 2);
                    }
                    return sum;
                },
                new double[] {0.5, 0.5, 0.5, 0.5},
                new double[4],
                new double[] {1, 1, 1, 1},
                2000);
        assertArrayEquals(centre, four, 1e-3);
    }

    @Test
    void simplexGoesRoundPointsThatAreNotAllowed() {
        double[] found = NelderMead.minimise(
                point -> point[0] < 0.4 ? Double.POSITIVE_INFINITY : point[0] + point[1] * point[1],
                new double[] {0.9, 0.9},
                new double[] {0, -1},
                new double[] {1, 1},
                2000);

        assertArrayEquals(new double[] {0.4, 0}, found, 1e-2);
    }

    @Test
    void leastSquaresFindTheValleyOfRosenbrock() {
        double[] found =
                LeastSquares.minimise(MinimumSearchTest::rosenbrock, START, FREE_LOWER, FREE_UPPER, 2, 200, 1e-12);

        assertArrayEquals(new double[] {1, 1}, found, 1e-6);
    }

    @Test
    void leastSquaresStayInTheBoxAndReachItsEdge() {
        double[] found = LeastSquares.minimise(
                MinimumSearchTest::rosenbrock, START, FREE_LOWER, new double[] {0.5, 10}, 2, 200, 1e-12);

        assertArrayEquals(new double[] {0.5, 0.25}, found, 1e-6);
    }

    @Test
    void leastSquaresSolveALinearProblemAndLeaveWhatHasNoEffect() {
        double[] times = {0, 1, 2, 3};
        double[] values = {1, 3, 2, 5};
        double[] found = LeastSquares.minimise(
                (point, residuals) -> {
                    Arrays.setAll(residuals, i -> values[i] - point[0] - point[1] * times[i]);
                    return Arrays.stream(residuals).map(r -> r * r).sum();
                },
                new double[] {0, 0, 7},
                new double[] {-100, -100, -100},
                new double[] {100, 100, 100},
                4,
                100,
                1e-14);

        assertArrayEquals(new double[] {1.1, 1.1, 7}, found, 1e-6);
    }
}
