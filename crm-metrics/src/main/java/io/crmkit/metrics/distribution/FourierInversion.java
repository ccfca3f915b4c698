package io.crmkit.metrics.distribution;

/* Inversion with as many frequencies as it takes until the characteristic function is negligible. */
final class FourierInversion {

    private static final double NEGLIGIBLE = 1e-9;
    private static final double FINE = 1e-3;
    private static final int MOST_FREQUENCIES = 4096;
    private static final double MOST_WORK = 4e8;

    private FourierInversion() {}

    static CharacteristicFunction of(ValuePortfolio portfolio, ValueTotals totals) {
        FrequencyGrid grid = FrequencyGrid.covering(totals);
        int most = most(portfolio, grid, totals);
        grid = grid.withFrequencies(Math.min(most, grid.frequencies()));
        CharacteristicFunction function = CharacteristicFunction.of(portfolio, grid, totals);
        while (function.rest() > NEGLIGIBLE && grid.frequencies() < most) {
            grid = grid.withFrequencies(Math.min(most, 2 * grid.frequencies()));
            function = CharacteristicFunction.of(portfolio, grid, totals);
        }
        return function;
    }

    private static int most(ValuePortfolio portfolio, FrequencyGrid grid, ValueTotals totals) {
        double affordable = Math.max(64, MOST_WORK / Math.max(1, portfolio.size()));
        double different = Math.max(1, Math.floor(grid.period() / (2.0 * totals.step())));
        return (int) Math.min(MOST_FREQUENCIES, Math.min(affordable, different));
    }

    /* Whether the probabilities are within the error, and the step between sums is fine enough. */
    static boolean isAccurate(CharacteristicFunction function, ValueTotals totals, long step, double error) {
        boolean even = step == totals.step() || step <= FINE * totals.deviation();
        return even && function.accuracy(step).probabilityError() <= error;
    }
}
