package io.crmkit.metrics.forecast;

import java.util.Arrays;

/* Small dense systems, by elimination with the greatest pivot of each column. */
final class LinearSystem {

    private LinearSystem() {}

    static double[][] inverse(double[][] matrix) {
        int size = matrix.length;
        double[][] inverse = new double[size][size];
        for (int column = 0; column < size; column++) {
            double[] unit = new double[size];
            unit[column] = 1;
            double[] solution = solve(matrix, unit);
            for (int row = 0; row < size; row++) {
                inverse[row][column] = solution[row];
            }
        }
        return inverse;
    }

    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = Arrays.copyOf(matrix[i], size + 1);
            rows[i][size] = right[i];
        }
        for (int column = 0; column < size; column++) {
            eliminate(rows, column);
        }
        double[] solution = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            double rest = rows[i][size];
            for (int j = i + 1; j < size; j++) {
                rest -= rows[i][j] * solution[j];
            }
            solution[i] = rest / rows[i][i];
        }
        return solution;
    }

    private static void eliminate(double[][] rows, int column) {
        int pivot = column;
        for (int i = column + 1; i < rows.length; i++) {
            pivot = Math.abs(rows[i][column]) > Math.abs(rows[pivot][column]) ? i : pivot;
        }
        if (Math.abs(rows[pivot][column]) < 1e-12) {
            throw new IllegalArgumentException("every stage must be able to reach an end");
        }
        double[] row = rows[pivot];
        rows[pivot] = rows[column];
        rows[column] = row;
        for (int i = column + 1; i < rows.length; i++) {
            double factor = rows[i][column] / row[column];
            for (int j = column; j < row.length; j++) {
                rows[i][j] -= factor * row[j];
            }
        }
    }
}
