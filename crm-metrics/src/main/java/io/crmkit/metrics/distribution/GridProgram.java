package io.crmkit.metrics.distribution;

import java.util.Arrays;

/*
 * The dynamic program: adds one opportunity after another to a table of probabilities over cells of the sum.
 *
 * Beyond its last cell the table is zero, and each step writes the whole of the grown table, so that the two
 * arrays can take turns. Where the table is cut at `cells`, what would fall outside goes to the last cell.
 */
final class GridProgram {

    private final int cells;
    private double[] current;
    private double[] next;
    private int size = 1;
    private boolean cut;

    GridProgram(int cells) {
        this.cells = cells;
        this.current = new double[cells];
        this.next = new double[cells];
        current[0] = 1;
    }

    /* Adds `amount` cells, in parts on the two neighbouring cells, with probability p. */
    void add(double amount, double p) {
        int whole = (int) Math.min(amount, Integer.MAX_VALUE - 8);
        double upper = p * (amount - whole);
        int grown = grown(upper > 0 ? whole + 1 : whole);
        int start = Math.min(whole, grown);
        for (int j = 0; j < start; j++) {
            next[j] = (1 - p) * current[j];
        }
        if (upper > 0) {
            addSplit(whole, grown, p - upper, upper, 1 - p);
        } else {
            addWhole(whole, grown, p, 1 - p);
        }
        swap(grown);
    }

    private int grown(int by) {
        long wanted = (long) size + by;
        cut |= wanted > cells;
        return (int) Math.min(cells, wanted);
    }

    private void addWhole(int by, int grown, double p, double q) {
        double[] from = current;
        double[] to = next;
        for (int j = by; j < grown; j++) {
            to[j] = q * from[j] + p * from[j - by];
        }
    }

    private void addSplit(int by, int grown, double lower, double upper, double q) {
        double[] from = current;
        double[] to = next;
        if (by < grown) {
            to[by] = q * from[by] + lower * from[0];
        }
        for (int j = by + 1; j < grown; j++) {
            to[j] = q * from[j] + lower * from[j - by] + upper * from[j - by - 1];
        }
    }

    /* Adds equally probable values of `amount` cells times `parts`, with probability p in all. */
    void addParts(double amount, double[] parts, double p) {
        int grown = grown((int) Math.min(Math.ceil(amount * parts[parts.length - 1]), Integer.MAX_VALUE - 8));
        for (int j = 0; j < grown; j++) {
            next[j] = (1 - p) * current[j];
        }
        for (double part : parts) {
            double at = Math.min(amount * part, Integer.MAX_VALUE - 8);
            int whole = (int) at;
            double weight = p / parts.length;
            addShifted(whole, grown, weight * (1 - (at - whole)));
            addShifted(whole + 1, grown, weight * (at - whole));
        }
        swap(grown);
    }

    private void addShifted(int by, int grown, double weight) {
        double[] from = current;
        double[] to = next;
        for (int j = by; weight > 0 && j < grown; j++) {
            to[j] += weight * from[j - by];
        }
    }

    private void swap(int grown) {
        double[] former = current;
        current = next;
        next = former;
        size = grown;
    }

    Masses masses() {
        double[] masses = size == cells ? current : Arrays.copyOf(current, size);
        if (cut) {
            masses[size - 1] += Math.max(0, 1 - Sums.of(masses));
        }
        return new Masses(0, masses);
    }
}
