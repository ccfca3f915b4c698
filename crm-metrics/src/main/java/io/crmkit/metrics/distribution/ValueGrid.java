package io.crmkit.metrics.distribution;

import java.util.Arrays;

/*
 * A portfolio on cells of a given width.
 *
 * An amount between two cells is split over both so that its mean is kept. Given who wins, the roundings are then
 * independent, with mean zero and a range of one cell each: by Hoeffding's inequality their sum exceeds
 * width sqrt(n ln(2/d) / 2) with probability d at most. It never exceeds n cells.
 */
final class ValueGrid {

    private static final double OUTSIDE = 1e-12;
    private static final double ROUNDED_FAR = 1e-9;
    private static final int INDEX_BITS = 20;

    private final ValuePortfolio portfolio;
    private final ValueTotals totals;
    private final long width;
    private final int cells;
    private final boolean cut;

    private ValueGrid(ValuePortfolio portfolio, ValueTotals totals, long width, boolean cut) {
        this.portfolio = portfolio;
        this.totals = totals;
        this.width = width;
        this.cut = cut;
        this.cells = Masses.requireFits(cells(totals, width, cut));
    }

    /* All cells that can be reached. */
    static ValueGrid whole(ValuePortfolio portfolio, ValueTotals totals, long width) {
        return new ValueGrid(portfolio, totals, width, false);
    }

    /* Cells as far up as makes any difference, about `cells` of them. */
    static ValueGrid about(int cells, ValuePortfolio portfolio, ValueTotals totals) {
        double greatest = Math.min(totals.total(), totals.mean() + totals.reach(OUTSIDE));
        long width = Math.max(1, (long) Math.ceil(greatest / cells));
        return new ValueGrid(portfolio, totals, width, greatest < totals.total());
    }

    static long cells(ValueTotals totals, long width, boolean cut) {
        double greatest = cut ? Math.min(totals.total(), totals.mean() + totals.reach(OUTSIDE)) : totals.total();
        // one cell for zero; and splitting adds one for each at most, and hardly ever (1e-14) more than this root
        boolean even = totals.step() % width == 0;
        double surplus = even ? 0 : Math.min(totals.count(), 4 * Math.sqrt(totals.count()));
        return (long) (Math.ceil(greatest / width) + 1 + Math.ceil(surplus));
    }

    ValueDistribution distribution() {
        return new GridValue(masses(portfolio), width, totals, accuracy());
    }

    long width() {
        return width;
    }

    Masses masses(ValuePortfolio weighed) {
        GridProgram program = new GridProgram(cells);
        LognormalParts parts = LognormalParts.KNOWN;
        for (int i : ascending()) {
            double amount = (double) weighed.amount(i) / width;
            double p = weighed.probability(i);
            if (p > 0 && amount > 0 && weighed.spread(i) > 0) {
                parts = LognormalParts.of(weighed.spread(i), parts);
                program.addParts(amount, parts.values, p);
            } else if (p > 0 && amount > 0) {
                program.add(amount, p);
            }
        }
        return program.masses();
    }

    /* Small amounts first keep the table small for long. */
    private int[] ascending() {
        int n = portfolio.size();
        int[] order = new int[n];
        if (n >= 1 << INDEX_BITS) {
            Arrays.setAll(order, i -> i);
            return order;
        }
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = Math.min(cells, portfolio.amount(i) / width) << INDEX_BITS | i;
        }
        Arrays.sort(keys);
        for (int i = 0; i < n; i++) {
            order[i] = (int) (keys[i] & ((1 << INDEX_BITS) - 1));
        }
        return order;
    }

    Accuracy accuracy() {
        double probability = totals.count() * 4 * Math.ulp(1.0) + (cut ? OUTSIDE : 0);
        double value = 0;
        if (totals.step() % width != 0 || totals.lostVariance() > 0) {
            double all = (double) totals.count() * width;
            double likely = width * Math.sqrt(totals.count() * Math.log(2 / ROUNDED_FAR) / 2);
            value = Math.min(all, likely) + Math.sqrt(totals.lostVariance());
            probability += likely < all ? ROUNDED_FAR : 0;
        }
        boolean proven = totals.lostVariance() == 0;
        return new Accuracy(Computation.DYNAMIC_PROGRAMMING, Math.min(1, probability), value, proven);
    }
}
