package io.crmkit.metrics.distribution;

/**
 * The characteristic function of a value to come, kept at a grid of frequencies.
 *
 * <p>Definition: {@code E exp(i w X)} at each frequency {@code w} of the grid. Those of independent parts multiply, so
 * sellers make up a team, and teams the company, without going back to the opportunities.
 *
 * <ul>
 *   <li>Shape: complex numbers at a grid of frequencies, and the moments of the value.
 *   <li>Unit: none.
 *   <li>Range: of absolute value one or less.
 *   <li>Nothing to divide by: that of an empty portfolio is one everywhere.
 *   <li>Errors: parts on different grids are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: a way to take a part out again. A factor can be zero; build the whole from the parts that stay.
 *
 * <p>Source: Abate, J. and Whitt, W. (1992), Queueing Systems 10, 5–88.
 */
public final class CharacteristicFunction {

    private final FrequencyGrid grid;
    private final double[] values;
    private final ValueTotals totals;

    private CharacteristicFunction(FrequencyGrid grid, double[] values, ValueTotals totals) {
        this.grid = grid;
        this.values = values;
        this.totals = totals;
    }

    /**
     * Computes the characteristic function of a portfolio.
     *
     * @param portfolio the open opportunities
     * @param grid the frequencies, those of the whole that the portfolio is part of
     * @return the characteristic function
     */
    public static CharacteristicFunction of(ValuePortfolio portfolio, FrequencyGrid grid) {
        return of(portfolio, grid, ValueTotals.of(portfolio));
    }

    static CharacteristicFunction of(ValuePortfolio portfolio, FrequencyGrid grid, ValueTotals totals) {
        PhaseProduct product = new PhaseProduct(grid, Math.max(1, portfolio.size()));
        LognormalParts parts = LognormalParts.KNOWN;
        for (int i = 0; i < portfolio.size(); i++) {
            if (portfolio.spread(i) > 0) {
                parts = LognormalParts.of(portfolio.spread(i), parts);
                product.multiplyParts((double) portfolio.amount(i), parts.values, portfolio.probability(i));
            } else {
                product.multiply((double) portfolio.amount(i), portfolio.probability(i));
            }
        }
        return new CharacteristicFunction(grid, product.values(), totals);
    }

    static CharacteristicFunction of(double[] values, FrequencyGrid grid, ValueTotals totals) {
        return new CharacteristicFunction(grid, values, totals);
    }

    double[] values() {
        return values;
    }

    FrequencyGrid grid() {
        return grid;
    }

    /**
     * Multiplies with that of an independent part.
     *
     * @param other the characteristic function of the other part, on the same grid
     * @return the characteristic function of the sum
     * @throws IllegalArgumentException where the grids differ
     */
    public CharacteristicFunction merge(CharacteristicFunction other) {
        if (!grid.equals(other.grid)) {
            throw new IllegalArgumentException("parts must be on the same grid: " + grid + " and " + other.grid);
        }
        double[] product = new double[values.length];
        for (int k = 0; k < product.length; k += 2) {
            product[k] = values[k] * other.values[k] - values[k + 1] * other.values[k + 1];
            product[k + 1] = values[k] * other.values[k + 1] + values[k + 1] * other.values[k];
        }
        return new CharacteristicFunction(grid, product, totals.plus(other.totals));
    }

    /**
     * Inverts it.
     *
     * <p>{@link ValueDistribution#accuracy} says whether the grid is wide and fine enough for it; that of a small part
     * on the grid of a great whole is not. Where nearly all amounts, but not all, are multiples of a coarser step, a
     * value may be half such a step off; {@link ValueDistribution#inverted} finds that out, this does not.
     *
     * @return the distribution of the value
     */
    public ValueDistribution distribution() {
        return distribution(totals.step());
    }

    /* Where the possible sums lie on a coarser step than the lattice, for the most part. */
    ValueDistribution distribution(long step) {
        return distribution(step, totals.variance());
    }

    /* Under a common shock the variance is not that of the totals. */
    ValueDistribution distribution(long step, double variance) {
        return totals.variance() > 0
                ? new SmoothValue(new FourierCurve(grid, values, totals), totals, variance, accuracy(step))
                : new GridValue(
                        Masses.point(Math.round(totals.mean())),
                        1,
                        totals,
                        Accuracy.rounding(Computation.FOURIER_INVERSION, 0));
    }

    /* The greatest of the last absolute values: what was left out begins there. */
    double rest() {
        double rest = 0;
        for (int k = Math.max(0, values.length - 6); k < values.length; k += 2) {
            rest = Math.max(rest, Math.hypot(values[k], values[k + 1]));
        }
        return rest;
    }

    /* Tails outside the period are folded in, once for the constant and once for the point asked for. */
    Accuracy accuracy(long step) {
        double folded = 4 * totals.tail(grid.period() / 2);
        double rounding = 4 * Math.ulp(1.0) * (totals.count() + grid.frequencies());
        double error = Math.min(1, folded + rest() + rounding);
        double between = step > totals.step() ? step / 2.0 : 0;
        double shift = between + Math.sqrt(totals.lostVariance());
        return new Accuracy(Computation.FOURIER_INVERSION, error, shift, false);
    }
}
