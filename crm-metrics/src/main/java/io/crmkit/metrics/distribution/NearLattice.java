package io.crmkit.metrics.distribution;

/*
 * The coarser lattice on which nearly all amounts lie: whole thousands, say, but for one odd amount.
 *
 * There the characteristic function comes back at 2 pi / step, far beyond the frequencies that are kept, and a curve
 * through the others passes between the jumps. Tried are one, two and five times each power of ten, and the common
 * divisors of neighbours, as far as their frequency is beyond those kept; a step is dropped as soon as the amounts seen make its frequency negligible.
 */
final class NearLattice {

    private static final double NEGLIGIBLE = 1e-9;
    private static final int NEIGHBOURS = 20;
    private static final double BLURRED = 0.1;

    private final ValuePortfolio portfolio;
    private final ValueTotals totals;
    private final double unseen;

    NearLattice(ValuePortfolio portfolio, ValueTotals totals, double unseen) {
        this.portfolio = portfolio;
        this.totals = totals;
        this.unseen = unseen;
    }

    /* The coarsest such step, or that of the lattice itself. */
    long step() {
        long coarsest = totals.step();
        for (long power = 1; power < unseen; power *= 10) {
            for (long step : new long[] {power, 2 * power, 5 * power}) {
                coarsest = remains(step, coarsest) ? step : coarsest;
            }
        }
        for (int i = 1; i < Math.min(NEIGHBOURS, portfolio.size()); i++) {
            long step = ValueTotals.commonDivisor(portfolio.amount(i), portfolio.amount(i - 1));
            coarsest = remains(step, coarsest) ? step : coarsest;
        }
        return coarsest;
    }

    private boolean remains(long step, long coarsest) {
        if (step <= coarsest || step >= unseen) {
            return false;
        }
        double square = 1;
        for (int i = 0; i < portfolio.size() && square > NEGLIGIBLE * NEGLIGIBLE; i++) {
            square *= squareAt(i, step);
        }
        return square > NEGLIGIBLE * NEGLIGIBLE;
    }

    /* The squared absolute value of one factor at 2 pi / step. */
    private double squareAt(int i, long step) {
        double p = portfolio.probability(i);
        long rest = portfolio.amount(i) % step;
        if (portfolio.spread(i) > 0) {
            return (1 - p + BLURRED * p) * (1 - p + BLURRED * p);
        }
        return rest == 0 ? 1 : 1 - 2 * p * (1 - p) * (1 - Math.cos(2 * Math.PI * rest / step));
    }
}
