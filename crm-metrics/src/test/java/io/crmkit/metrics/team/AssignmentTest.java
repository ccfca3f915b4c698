package io.crmkit.metrics.team;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void givesUpTheBestPairForTheBestSum() {
        assertArrayEquals(new int[] {1, 0}, Assignment.best(new double[][] {{10, 9}, {9, 1}}, 2));
        assertArrayEquals(new int[] {0, -1}, Assignment.best(new double[][] {{5}, {4}}, 1));
        assertArrayEquals(new int[] {-1}, Assignment.best(new double[][] {{-5, 0}}, 2));
        assertArrayEquals(new int[] {}, Assignment.best(new double[0][], 3));
        assertArrayEquals(new int[] {-1, -1}, Assignment.best(new double[2][0], 0));
    }

    @Property(tries = 500)
    void isAsGoodAsTheBestOfAllWays(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 5) int columns,
            @ForAll Random random) {
        double[][] benefit = new double[rows][columns];
        for (double[] row : benefit) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextInt(9) - 2;
            }
        }
        int[] chosen = Assignment.best(benefit, columns);
        double sum = 0;
        boolean[] taken = new boolean[columns];
        for (int row = 0; row < rows; row++) {
            if (chosen[row] >= 0) {
                assertTrue(!taken[chosen[row]] && benefit[row][chosen[row]] > 0);
                taken[chosen[row]] = true;
                sum += benefit[row][chosen[row]];
            }
        }
        assertEquals(best(benefit, 0, new boolean[columns]), sum, 1e-9);
    }

    private static double best(double[][] benefit, int row, boolean[] taken) {
        if (row == benefit.length) {
            return 0;
        }
        double best = best(benefit, row + 1, taken);
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                best = Math.max(best, benefit[row][column] + best(benefit, row + 1, taken));
                taken[column] = false;
            }
        }
        return best;
    }
}
