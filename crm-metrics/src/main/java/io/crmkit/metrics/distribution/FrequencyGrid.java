package io.crmkit.metrics.distribution;

/**
 * The frequencies at which characteristic functions are kept, so that those of the parts multiply.
 *
 * <p>Definition: {@code 2 pi k / period} for {@code k} from one to {@code frequencies}.
 *
 * <ul>
 *   <li>Shape: a period and a number of frequencies.
 *   <li>Unit: minor units; a count.
 *   <li>Range: both greater than zero. The period must hold nearly all of the distribution of the whole.
 *   <li>Nothing to divide by: an empty portfolio has a period of one minor unit.
 *   <li>Errors: a period or a number that is not positive is an {@link IllegalArgumentException}.
 * </ul>
 *
 * @param period the length of the interval of values that is told apart
 * @param frequencies how many frequencies are kept
 */
public record FrequencyGrid(double period, int frequencies) {

    private static final double OUTSIDE = 1e-11;
    private static final double DECAY = 6.8;
    private static final int LEAST = 16;
    private static final int MOST = 4096;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException where one is not positive
     */
    public FrequencyGrid {
        Checks.positive("period", period);
        Checks.positive("frequencies", (long) frequencies);
    }

    /**
     * Chooses the grid for a whole and all its parts.
     *
     * <p>The period comes from Bernstein's inequality, the frequencies from how fast the characteristic function of a
     * normal distribution falls.
     *
     * @param whole all opportunities together
     * @return the grid, with some room for changes
     */
    public static FrequencyGrid covering(ValuePortfolio whole) {
        return covering(ValueTotals.of(whole));
    }

    static FrequencyGrid covering(ValueTotals totals) {
        double reach = Math.max(0.5, totals.reach(OUTSIDE));
        double wanted = DECAY * reach / (Math.PI * Math.max(totals.deviation(), Double.MIN_NORMAL));
        return new FrequencyGrid(2 * reach, (int) Math.min(MOST, Math.max(LEAST, Math.ceil(wanted) + 1)));
    }

    /* Steps between sums below this have their frequency beyond those kept. */
    double unseen() {
        return period / frequencies;
    }

    double base() {
        return 2 * Math.PI / period;
    }

    FrequencyGrid withFrequencies(int others) {
        return new FrequencyGrid(period, others);
    }
}
