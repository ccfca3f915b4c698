package io.crmkit.metrics.funnel;

import io.crmkit.metrics.Interval;
import io.crmkit.metrics.IntervalMethod;
import io.crmkit.metrics.Proportion;

/*
 * The ratio R of two Poisson counts: given x + y, x is binomial with p = R / (1 + R).
 *
 * R = p / (1 - p) cancels where p is near one, so 1 - p is taken from the mirrored interval, that of
 * y in x + y. Thereby the interval of y over x is the exact reciprocal of that of x over y.
 */
final class CountRatio {

    private CountRatio() {}

    static Interval interval(long x, long y, double level) {
        long sum = Math.addExact(x, y);
        Interval share = exact(x, sum, level);
        Interval rest = exact(y, sum, level);
        return new Interval(
                share.lower() / rest.upper(), share.upper() / rest.lower(), level, IntervalMethod.TWO_POISSON);
    }

    private static Interval exact(long count, long sum, double level) {
        return Proportion.of(count, sum)
                .interval(IntervalMethod.CLOPPER_PEARSON, level)
                .orElseThrow();
    }
}
