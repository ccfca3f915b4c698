package io.crmkit.metrics.distribution;

/* Which way of computing fits a portfolio. */
final class ValueMethods {

    static final int SMALL = 200;

    private static final double ENOUGH = 1e-8;
    private static final double CHEAP = 4e6;
    private static final int USUAL_CELLS = 4096;
    private static final double MOST_WORK = 2e9;
    private static final int MOST_CELLS = 16_384;
    private static final int LEAST_CELLS = 512;

    private ValueMethods() {}

    static ValueDistribution fitting(ValuePortfolio portfolio) {
        ValueTotals totals = ValueTotals.of(portfolio);
        if (portfolio.size() <= SMALL) {
            return grid(portfolio, totals).distribution();
        }
        CharacteristicFunction function = FourierInversion.of(portfolio, totals);
        long step = new NearLattice(portfolio, totals, function.grid().unseen()).step();
        return FourierInversion.isAccurate(function, totals, step, ENOUGH)
                ? function.distribution(step)
                : ValueGrid.about(affordable(portfolio.size()), portfolio, totals)
                        .distribution();
    }

    static ValueDistribution inverted(ValuePortfolio portfolio) {
        ValueTotals totals = ValueTotals.of(portfolio);
        CharacteristicFunction function = FourierInversion.of(portfolio, totals);
        return function.distribution(
                new NearLattice(portfolio, totals, function.grid().unseen()).step());
    }

    static ValueGrid grid(ValuePortfolio portfolio, ValueTotals totals) {
        double work = totals.total() / totals.step() * portfolio.size();
        return work <= CHEAP
                ? ValueGrid.whole(portfolio, totals, totals.step())
                : ValueGrid.about(USUAL_CELLS, portfolio, totals);
    }

    static ValueDistribution expanded(ValuePortfolio portfolio) {
        ValueTotals totals = ValueTotals.of(portfolio);
        return totals.variance() > 0
                ? new CumulantValue(totals)
                : ValueGrid.whole(portfolio, totals, totals.step()).distribution();
    }

    static ValueDistribution shocked(ValuePortfolio portfolio, double correlation) {
        if (!(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException(
                    "correlation must be zero or greater and less than 1: correlation = " + correlation);
        }
        return correlation == 0 || portfolio.size() == 0
                ? fitting(portfolio)
                : new CommonShock(portfolio, correlation).distribution();
    }

    static int affordable(int opportunities) {
        return (int) Math.max(LEAST_CELLS, Math.min(MOST_CELLS, MOST_WORK / opportunities));
    }
}
