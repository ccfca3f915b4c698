package io.crmkit.metrics.team;

import io.crmkit.metrics.Proportion;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Sellers beside their team, with the limits within which chance alone moves a rate.
 *
 * <p>Definition: the team's rate is that of all sellers pooled; the limits at n trials are the exact binomial ones around
 * it, interpolated between counts.
 * <ul>
 *   <li>Shape: one position per seller, in the order given; never a ranking.
 *   <li>Unit and range: rates, 0 to 1; limits beyond are cut off there.
 *   <li>Nothing to divide by: a seller without trials, or a team without any, is {@link Position#NOT_ENOUGH_DATA}.
 *   <li>What it is not: a finding. With 40 sellers as good as each other, two lie outside the 95 % limits by chance.
 * </ul>
 *
 * <p>The upper limit is drawn as the lower limit of the failures. So a rate lies outside exactly when a result this far or
 * further out has a chance below the tail, on either side; the published formula, taken at the upper tail, would flag
 * some counts that chance reaches more often than that.
 *
 * <p>Source: Spiegelhalter, D. J. (2005), Statistics in Medicine 24, 1185-1202, appendix A.1.1.
 */
public final class ControlChart {

    /** The level of the inner limits. */
    public static final double WARNING_LEVEL = 0.95;

    /** The level of the outer limits. */
    public static final double ACTION_LEVEL = 0.998;

    private final Proportion team;
    private final List<SellerPosition> sellers;

    private ControlChart(List<SellerCount> counts) {
        this.team = counts.stream().map(SellerCount::proportion).reduce(Proportion.of(0, 0), Proportion::plus);
        this.sellers = counts.stream().map(this::placed).toList();
    }

    /**
     * Sets sellers beside each other.
     *
     * @param sellers the counts of each
     * @return the chart
     */
    public static ControlChart of(List<SellerCount> sellers) {
        return new ControlChart(sellers);
    }

    /**
     * Returns the counts of all sellers together.
     *
     * @return the sums; 0 of 0 without sellers
     */
    public Proportion team() {
        return team;
    }

    /**
     * Returns each seller beside the team.
     *
     * @return the positions, in the order the sellers were given
     */
    public List<SellerPosition> sellers() {
        return sellers;
    }

    /**
     * Returns the limits around the team's rate.
     *
     * @param trials the number of trials, 1 to 2,147,483,647
     * @param level the share of results between the limits by chance, above 0 and below 1
     * @return the limits
     * @throws IllegalArgumentException if trials or level is out of its range
     * @throws IllegalStateException if the team has no trials, and so no rate
     */
    public Limits limitsAt(long trials, double level) {
        if (trials < 1 || trials > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("trials must be 1 to " + Integer.MAX_VALUE + ": " + trials);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be above 0 and below 1: " + level);
        }
        double rate =
                team.rate().orElseThrow(() -> new IllegalStateException("the team has no trials, and so no rate"));
        double tail = (1 - level) / 2;
        double fewestSuccesses = limit(BinomialDistribution.of((int) trials, rate), tail);
        double fewestFailures = limit(BinomialDistribution.of((int) trials, 1 - rate), tail);
        return new Limits(Math.max(0, fewestSuccesses), 1 - Math.max(0, fewestFailures), level);
    }

    /** The count below which a share p of results lies, interpolated, as a rate; below 0 where even 0 is too many. */
    static double limit(BinomialDistribution byChance, double p) {
        int count = byChance.inverseCumulativeProbability(p);
        double excess = (byChance.cumulativeProbability(count) - p) / byChance.probability(count);
        return (count - excess) / byChance.getNumberOfTrials();
    }

    private SellerPosition placed(SellerCount count) {
        long trials = count.proportion().trials();
        if (trials == 0) {
            return new SellerPosition(count, Position.NOT_ENOUGH_DATA, null, null);
        }
        Limits warning = limitsAt(trials, WARNING_LEVEL);
        Limits action = limitsAt(trials, ACTION_LEVEL);
        double rate = count.proportion().rate().orElseThrow();
        Position position =
                rate < team.rate().orElseThrow() ? below(rate, warning, action) : above(rate, warning, action);
        return new SellerPosition(count, position, warning, action);
    }

    private static Position below(double rate, Limits warning, Limits action) {
        if (warning.lower() == 0) {
            return Position.NOT_ENOUGH_DATA;
        }
        if (rate < action.lower()) {
            return Position.BELOW_ACTION;
        }
        return rate < warning.lower() ? Position.BELOW_WARNING : Position.WITHIN;
    }

    private static Position above(double rate, Limits warning, Limits action) {
        if (warning.upper() == 1 && warning.lower() == 0) {
            return Position.NOT_ENOUGH_DATA;
        }
        if (rate > action.upper()) {
            return Position.ABOVE_ACTION;
        }
        return rate > warning.upper() ? Position.ABOVE_WARNING : Position.WITHIN;
    }
}
