package io.crmkit.metrics.team;

import io.crmkit.metrics.Proportion;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.NormalDistribution;

/*
 * How many trials a seller needs for a gap to be found: the usual sample size of a test of two
 * proportions by the normal approximation, with the rest's trials given.
 *
 * The needed gap is half the distance from the rest's rate to zero or one, whichever is nearer. The
 * level is that of a lone finding among `family` sellers, q / family, two-sided.
 */
record NeededTrials(Proportion rest, int family) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double NEVER = 1e15;

    /** The smallest number of own trials that suffices, or empty where the rest is too small for any to do. */
    OptionalLong trials() {
        double rate = rest.rate().orElse(0);
        double gap = SellerComparison.GAP_WORTH_FINDING * Math.min(rate, 1 - rate);
        double significant = NORMAL.inverseSurvivalProbability(SellerComparison.FALSE_DISCOVERIES / family / 2);
        double powerful = NORMAL.inverseCumulativeProbability(SellerComparison.POWER);
        double other = rate < 0.5 ? rate - gap : rate + gap;
        if (gap == 0 || reach(NEVER, significant, powerful, other) > gap) {
            return OptionalLong.empty();
        }
        long low = 0;
        long high = (long) NEVER;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            boolean enough = reach((double) middle, significant, powerful, other) <= gap;
            low = enough ? low : middle;
            high = enough ? middle : high;
        }
        return OptionalLong.of(high);
    }

    private double reach(double own, double significant, double powerful, double other) {
        double rate = rest.rate().orElse(0);
        double spread = rate * (1 - rate);
        double byChance = spread / own + spread / rest.trials();
        double withGap = other * (1 - other) / own + spread / rest.trials();
        return significant * Math.sqrt(byChance) + powerful * Math.sqrt(withGap);
    }
}
