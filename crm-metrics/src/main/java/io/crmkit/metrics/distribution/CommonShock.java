package io.crmkit.metrics.distribution;

/* The value under one shock that is common to all opportunities: a distribution given each shock, weighed. */
final class CommonShock {

    private static final double ENOUGH = 1e-6;
    private static final double NEAR_NORMAL = 2e-4;
    private static final double WORK = 3e8;
    private static final double NEGLIGIBLE = 1e-18;
    private static final int MOST_CELLS = 16_384;
    private static final int LEAST_CELLS = 512;

    private final ValuePortfolio portfolio;
    private final ValueTotals totals;
    private final RateGroups groups;
    private final ShockScenarios scenarios;

    CommonShock(ValuePortfolio portfolio, double correlation) {
        this.portfolio = portfolio;
        this.totals = ValueTotals.of(portfolio);
        this.groups = new RateGroups(portfolio, correlation);
        this.scenarios = ShockScenarios.of(groups, correlation);
    }

    ValueDistribution distribution() {
        return portfolio.size() <= ValueMethods.SMALL || totals.variance() == 0 ? onGrid() : ofMany();
    }

    private ValueDistribution ofMany() {
        ShockCurve curve = new ShockCurve(scenarios, totals.largest());
        if (curve.estimate() <= NEAR_NORMAL) {
            return new SmoothValue(curve, totals, scenarios.variance(), accuracy(curve));
        }
        CharacteristicFunction function = new ShockInversion(portfolio, totals, groups, scenarios).function();
        // the shock only makes a frequency smaller, so what is negligible without it is so with it
        double unseen = Math.min(
                function.grid().unseen(), FrequencyGrid.covering(totals).unseen());
        long step = new NearLattice(portfolio, totals, unseen).step();
        return FourierInversion.isAccurate(function, totals, step, ENOUGH)
                ? function.distribution(step, scenarios.variance())
                : onGrid();
    }

    private Accuracy accuracy(ShockCurve curve) {
        double error = Math.min(1, curve.estimate() + 1e-12);
        return new Accuracy(Computation.CUMULANT_EXPANSION, error, Math.sqrt(totals.lostVariance()), false);
    }

    /* Never cut: a shock can reach what chance alone could not. */
    private ValueDistribution onGrid() {
        ValueGrid grid = grid();
        double[] mixed = {};
        for (int i = 0; i < scenarios.weights.length; i++) {
            if (scenarios.weights[i] > NEGLIGIBLE) {
                double[] given = grid.masses(groups.given(portfolio, scenarios.shocks[i])).values;
                mixed = mixed.length == 0 ? new double[given.length] : mixed;
                Masses.addScaled(mixed, 0, given, scenarios.weights[i]);
            }
        }
        Accuracy accuracy = grid.accuracy();
        double error = Math.min(1, accuracy.probabilityError() + 1e-9);
        return new GridValue(
                new Masses(0, mixed),
                grid.width(),
                totals.mean(),
                scenarios.variance(),
                new Accuracy(accuracy.computation(), error, accuracy.valueError(), false));
    }

    private ValueGrid grid() {
        double opportunities = (double) scenarios.weights.length * Math.max(1, portfolio.size());
        double affordable = Math.max(LEAST_CELLS, Math.min(MOST_CELLS, WORK / opportunities));
        boolean exact = totals.total() / totals.step() <= affordable;
        long width = exact ? totals.step() : (long) Math.ceil(totals.total() / affordable);
        return ValueGrid.whole(portfolio, totals, width);
    }
}
