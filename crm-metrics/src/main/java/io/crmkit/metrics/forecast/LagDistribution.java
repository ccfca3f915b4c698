package io.crmkit.metrics.forecast;

import io.crmkit.metrics.funnel.CumulativeIncidence;
import io.crmkit.metrics.funnel.IncidenceStep;
import java.util.Arrays;
import java.util.List;

/**
 * How many days those who reach the next step take for it.
 *
 * <p>Definition: {@code within(d)} is the share that has taken {@code d} days or fewer, among those who ever go on.
 *
 * <ul>
 *   <li>Shape: one share per whole day from zero on.
 *   <li>Unit: days; shares as ratios.
 *   <li>Range: rising from zero or more to one.
 *   <li>Nothing to divide by: a curve on which nobody goes on has no lag, and is refused.
 *   <li>Errors: shares that fall, leave zero to one, or do not end at one, are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: the share of all units; see {@link ForecastStep} for that. What takes longer than anything observed
 * is not in it.
 *
 * <p>Source: the curve's; see {@link CumulativeIncidence}.
 */
public final class LagDistribution {

    private static final LagDistribution AT_ONCE = new LagDistribution(new double[] {1});

    private final double[] shares;

    private LagDistribution(double[] shares) {
        this.shares = shares;
    }

    /**
     * Obtains the lag of those who go on at the moment they arrive.
     *
     * @return the lag of zero days
     */
    public static LagDistribution atOnce() {
        return AT_ONCE;
    }

    /**
     * Obtains a lag from the share that has taken 0, 1, 2, … days or fewer.
     *
     * @param shares the shares, at least one, never falling, the last one equal to one
     * @return the lag
     * @throws IllegalArgumentException where the shares are none
     */
    public static LagDistribution of(double... shares) {
        double before = 0;
        for (int day = 0; day < shares.length; day++) {
            if (!(shares[day] >= before && shares[day] <= 1)) {
                throw new IllegalArgumentException("shares must not fall and be between 0 and 1: shares[" + day + "] = "
                        + shares[day] + " after " + before);
            }
            before = shares[day];
        }
        if (before != 1) {
            throw new IllegalArgumentException("shares must end at 1: shares = " + Arrays.toString(shares));
        }
        return new LagDistribution(shares.clone());
    }

    /**
     * Obtains the lag of those who go on along a curve, as far as it was observed.
     *
     * @param curve the curve, in days
     * @return the lag
     * @throws IllegalArgumentException where nobody on the curve goes on
     */
    public static LagDistribution of(CumulativeIncidence curve) {
        List<IncidenceStep> steps = curve.steps();
        double last = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).wonShare();
        if (last == 0) {
            throw new IllegalArgumentException("curve must have somebody who goes on: steps = " + steps.size());
        }
        int days = (int) Math.ceil(steps.get(steps.size() - 1).time());
        double[] shares = new double[days + 1];
        for (int day = 0; day < days; day++) {
            shares[day] = Math.min(1, curve.conversionAt(day).orElseThrow().rate() / last);
        }
        shares[days] = 1;
        return new LagDistribution(shares);
    }

    /**
     * Reads the share of a number of days.
     *
     * @param days whole days, negative for none
     * @return the share that has taken as many days or fewer
     */
    public double within(int days) {
        return days < 0 ? 0 : shares[Math.min(days, shares.length - 1)];
    }
}
