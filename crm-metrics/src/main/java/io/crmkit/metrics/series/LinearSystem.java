package io.crmkit.metrics.series;

/** A symmetric, positive definite system of linear equations, by Cholesky's decomposition. */
final class LinearSystem {

    private LinearSystem() {}

    /** Solves {@code matrix * x = right}, overwriting the matrix; a pivot lost to rounding counts as very large. */
    static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int i = 0; i < n; i++) {
            double whole = matrix[i][i];
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i > j ? sum / matrix[j][j] : Math.sqrt(sum > 1e-14 * whole ? sum : 1e30 * (1 + whole));
            }
        }
        return backward(matrix, forward(matrix, right));
    }

    private static double[] forward(double[][] factor, double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }

    private static double[] backward(double[][] factor, double[] x) {
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}
