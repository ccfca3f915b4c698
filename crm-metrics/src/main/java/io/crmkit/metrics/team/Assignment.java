package io.crmkit.metrics.team;

import java.util.Arrays;

/*
 * Who goes with whom so that the sum of the benefits is greatest: the Hungarian method of Kuhn (1955)
 * with the potentials of Munkres, row by row along shortest augmenting paths, in rows² · columns steps.
 */
final class Assignment {

    private final double[][] cost;
    private final int rows;
    private final int columns;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOf;
    private final int[] from;

    private Assignment(double[][] benefit, int columns) {
        rows = benefit.length;
        // a column per row of no benefit, so that every row may stay alone
        this.columns = columns + rows;
        cost = new double[rows][this.columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cost[row][column] = -Math.max(0, benefit[row][column]);
            }
        }
        rowPotential = new double[rows + 1];
        columnPotential = new double[this.columns + 1];
        rowOf = new int[this.columns + 1];
        from = new int[this.columns + 1];
    }

    /* The column of each row, or minus one where it stays alone; a benefit of zero or less is none. */
    static int[] best(double[][] benefit, int columns) {
        Assignment assignment = new Assignment(benefit, columns);
        for (int row = 1; row <= assignment.rows; row++) {
            assignment.place(row);
        }
        int[] chosen = new int[benefit.length];
        Arrays.fill(chosen, -1);
        for (int column = 1; column <= columns; column++) {
            int row = assignment.rowOf[column];
            if (row > 0 && benefit[row - 1][column - 1] > 0) {
                chosen[row - 1] = column - 1;
            }
        }
        return chosen;
    }

    private void place(int row) {
        rowOf[0] = row;
        double[] distance = new double[columns + 1];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        boolean[] done = new boolean[columns + 1];
        int column = 0;
        while (rowOf[column] != 0) {
            done[column] = true;
            column = nearest(column, distance, done);
        }
        while (column != 0) {
            int before = from[column];
            rowOf[column] = rowOf[before];
            column = before;
        }
    }

    private int nearest(int reached, double[] distance, boolean[] done) {
        int row = rowOf[reached];
        int next = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int column = 1; column <= columns; column++) {
            if (!done[column]) {
                double reduced = cost[row - 1][column - 1] - rowPotential[row] - columnPotential[column];
                if (reduced < distance[column]) {
                    distance[column] = reduced;
                    from[column] = reached;
                }
                if (distance[column] < least) {
                    least = distance[column];
                    next = column;
                }
            }
        }
        shift(least, distance, done);
        return next;
    }

    private void shift(double by, double[] distance, boolean[] done) {
        for (int column = 0; column <= columns; column++) {
            if (done[column]) {
                rowPotential[rowOf[column]] += by;
                columnPotential[column] -= by;
            } else {
                distance[column] -= by;
            }
        }
    }
}
