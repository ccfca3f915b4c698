package io.crmkit.metrics.team;

import io.crmkit.metrics.Proportion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The sellers of a team around their pooled rate, with the limits within which chance alone moves them.
 *
 * <p>Definition: the team's rate is the sum of all successes over the sum of all trials; limits are those of a binomial
 * count at that rate and the seller's own trials; a position compares the seller's count with them.
 *
 * <ul>
 *   <li>Shape: one position per seller, in the order given; limits for any number of trials, to draw the curves.
 *   <li>Unit: ratio, not percent.
 *   <li>Range: zero to one.
 *   <li>Nothing to divide by: an empty list, or no trials anywhere, gives the team {@code 0 of 0}, limits of zero and
 *       one, and every seller {@link Position#NOT_ENOUGH_DATA}. A single seller is the team, and so never beyond a
 *       limit; nor is anybody where the team's rate is zero or one.
 *   <li>Errors: none for data; pooling more trials than a long holds is an {@link ArithmeticException}.
 * </ul>
 *
 * <p>What it is not: a finding. It shows the play of chance for one seller at a time; with many sellers some are beyond
 * a limit by chance, and no error rate over the team is kept. The team's rate contains the seller's own counts, so that
 * a seller with a great share of them is judged too mildly. Sellers are taken to work on like cases, and all variation
 * between sellers beyond chance counts as a reason to ask.
 *
 * <p>Source: Spiegelhalter, D. J. (2005), Funnel plots for comparing institutional performance, Statistics in Medicine
 * 24, 1185–1202.
 */
public final class ControlChart {

    /** The level of the inner limits. */
    public static final double WARNING = 0.95;
    /** The level of the outer limits. */
    public static final double ACTION = 0.998;

    private final Proportion team;
    private final List<SellerPosition> sellers;

    private ControlChart(List<SellerCount> counts) {
        team = counts.stream().map(SellerCount::proportion).reduce(Proportion.of(0, 0), Proportion::plus);
        sellers = counts.stream().map(this::place).toList();
    }

    /**
     * Obtains the chart of a team from the counts of its sellers, all of one step and one period.
     *
     * @param sellers the counts, in any order; a seller listed twice counts as two
     * @return the chart
     * @throws ArithmeticException where the sum of the trials exceeds a long
     */
    public static ControlChart of(List<SellerCount> sellers) {
        return new ControlChart(List.copyOf(sellers));
    }

    /**
     * Pools the counts of all sellers.
     *
     * @return all successes of all trials
     */
    public Proportion team() {
        return team;
    }

    /**
     * Lists the sellers with their positions.
     *
     * <p>A seller is below a limit when chance brings so few successes or fewer with a probability of at most
     * {@code (1 - level) / 2}, and above when it brings so many or more so rarely. Below, this is the same as lying
     * under the drawn limit. Above, whoever is called so lies over the drawn limit, but a rate may lie over the drawn
     * limit by less than one whole count and still be {@link Position#WITHIN}, as interpolation draws the upper limit
     * up to one count too low: at a team rate of one half, a single success in a single trial lies over it.
     *
     * @return one position per seller, in the order given, unmodifiable
     */
    public List<SellerPosition> sellers() {
        return sellers;
    }

    /**
     * Computes the limits of chance at a number of trials.
     *
     * <p>Definition: with {@code r} the smallest count whose cumulative probability {@code F(r)} reaches the tail
     * {@code t}, the limit is {@code (r - (F(r) - t) / (F(r) - F(r - 1))) / trials}, for {@code t = (1 - level) / 2}
     * and {@code t = (1 + level) / 2}.
     *
     * <ul>
     *   <li>Shape: a lower and an upper rate.
     *   <li>Unit: ratio, not percent.
     *   <li>Range: zero to one; a limit that interpolation puts below zero is clipped to zero.
     *   <li>Nothing to divide by: zero and one for no trials, or where the team has none.
     *   <li>Errors: negative trials, or a level outside zero to one, are an {@link IllegalArgumentException}.
     * </ul>
     *
     * <p>Source: Spiegelhalter (2005), appendix.
     *
     * @param trials the number of trials, not negative
     * @param level the share of chance results meant to lie between the limits, strictly between zero and one
     * @return the limits
     * @throws IllegalArgumentException where the trials are negative or the level is out of range
     */
    public Limits limitsAt(long trials, double level) {
        Limits.requireLevel(level);
        if (trials < 0) {
            throw new IllegalArgumentException("trials must not be negative: trials = " + trials);
        }
        OptionalDouble rate = team.rate();
        if (trials == 0 || rate.isEmpty()) {
            return new Limits(0, 1, level);
        }
        ChanceCounts chance = new ChanceCounts(trials, rate.getAsDouble());
        double tail = (1 - level) / 2;
        return new Limits(chance.interpolatedRate(tail), chance.interpolatedRate(1 - tail), level);
    }

    private SellerPosition place(SellerCount count) {
        long trials = count.proportion().trials();
        if (trials == 0) {
            return new SellerPosition(count, Optional.empty(), Optional.empty(), Position.NOT_ENOUGH_DATA);
        }
        return new SellerPosition(
                count,
                Optional.of(limitsAt(trials, WARNING)),
                Optional.of(limitsAt(trials, ACTION)),
                position(count.proportion()));
    }

    private Position position(Proportion own) {
        ChanceCounts chance = new ChanceCounts(own.trials(), team.rate().orElseThrow());
        if (!isRare(chance.atMost(0), WARNING) && !isRare(chance.atLeast(own.trials()), WARNING)) {
            return Position.NOT_ENOUGH_DATA;
        }
        double below = chance.atMost(own.successes());
        if (isRare(below, WARNING)) {
            return isRare(below, ACTION) ? Position.BELOW_ACTION : Position.BELOW_WARNING;
        }
        double above = chance.atLeast(own.successes());
        if (isRare(above, WARNING)) {
            return isRare(above, ACTION) ? Position.ABOVE_ACTION : Position.ABOVE_WARNING;
        }
        return Position.WITHIN;
    }

    private static boolean isRare(double probability, double level) {
        return probability <= (1 - level) / 2;
    }
}
