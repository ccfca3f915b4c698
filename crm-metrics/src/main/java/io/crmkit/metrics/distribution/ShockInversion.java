package io.crmkit.metrics.distribution;

/*
 * The characteristic function under a common shock: the mean of those given the shock, inverted as any other.
 *
 * The period reaches as far as the mean given any shock, and chance around it, may go.
 */
final class ShockInversion {

    private static final double RARE_SHOCK = 1e-12;
    private static final double OUTSIDE = 1e-11;
    private static final double DECAY = 6.8;
    private static final double NEGLIGIBLE = 1e-7;
    private static final int MOST_FREQUENCIES = 1024;
    private static final double MOST_WORK = 1e8;

    private final ValuePortfolio portfolio;
    private final ValueTotals totals;
    private final RateGroups groups;
    private final ShockScenarios scenarios;

    ShockInversion(ValuePortfolio portfolio, ValueTotals totals, RateGroups groups, ShockScenarios scenarios) {
        this.portfolio = portfolio;
        this.totals = totals;
        this.groups = groups;
        this.scenarios = scenarios;
    }

    CharacteristicFunction function() {
        double work = (double) portfolio.size() * scenarios.weights.length;
        int most = (int) Math.max(16, Math.min(MOST_FREQUENCIES, MOST_WORK / work));
        double reach = reach();
        double wanted = Math.ceil(DECAY * reach / (Math.PI * Math.sqrt(scenarios.variance())));
        FrequencyGrid grid = new FrequencyGrid(2 * reach, (int) Math.max(1, Math.min(most, wanted)));
        CharacteristicFunction function = at(grid);
        while (function.rest() > NEGLIGIBLE && grid.frequencies() < most) {
            grid = grid.withFrequencies(Math.min(most, 2 * grid.frequencies()));
            function = at(grid);
        }
        return function;
    }

    private double reach() {
        double reach = totals.reach(OUTSIDE);
        for (int i = 0; i < scenarios.weights.length; i++) {
            if (scenarios.weights[i] > RARE_SHOCK) {
                double[] given = scenarios.cumulants[i];
                double chance = ValueTotals.reach(OUTSIDE, Math.max(0, given[1]), totals.largest());
                reach = Math.max(reach, Math.abs(given[0] - totals.mean()) + chance);
            }
        }
        return reach;
    }

    private CharacteristicFunction at(FrequencyGrid grid) {
        double[] mixed = new double[2 * grid.frequencies()];
        for (int i = 0; i < scenarios.weights.length; i++) {
            if (scenarios.weights[i] > RARE_SHOCK) {
                ValuePortfolio given = groups.given(portfolio, scenarios.shocks[i]);
                CharacteristicFunction function = CharacteristicFunction.of(given, grid, totals);
                Masses.addScaled(mixed, 0, function.values(), scenarios.weights[i]);
            }
        }
        return CharacteristicFunction.of(mixed, grid, totals);
    }
}
