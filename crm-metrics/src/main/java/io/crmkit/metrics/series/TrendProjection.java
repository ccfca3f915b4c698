package io.crmkit.metrics.series;

import io.crmkit.metrics.Caveat;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a trend leads by a day.
 *
 * <p>Definition: see {@link RobustTrend#projectedTo}. The ends are those of the slope alone: single readings scatter more
 * widely.
 *
 * @param day the day
 * @param value where the slope leads
 * @param lower where the lower end of the slope's interval leads
 * @param upper where the upper end of the slope's interval leads
 * @param noise whether the trend cannot be told from none
 * @param caveats {@link Caveat#SMALL_SAMPLE} for fewer than 8 readings; {@link Caveat#EXTRAPOLATED} where the day is later
 *     than the last reading by more than half the time the readings span
 */
public record TrendProjection(
        LocalDate day, double value, double lower, double upper, boolean noise, Set<Caveat> caveats) {

    /** Copies the caveats. */
    public TrendProjection {
        Set<Caveat> ordered = EnumSet.noneOf(Caveat.class);
        ordered.addAll(caveats);
        caveats = Collections.unmodifiableSet(ordered);
    }
}
