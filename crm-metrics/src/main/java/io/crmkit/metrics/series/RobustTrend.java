package io.crmkit.metrics.series;

import io.crmkit.metrics.Caveat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The slope of a figure over days that single odd readings do not move, and whether it is more than noise.
 *
 * <p>Definition: the median of the slopes between all pairs of readings; its 95 % interval by the order of these slopes;
 * and the two-sided p value of the Mann-Kendall test that there is no trend.
 *
 * <ul>
 *   <li>Shape: a slope with two ends, a p value, and projections to a day.
 *   <li>Unit: that of the figure, per day.
 *   <li>Range: finite numbers; the p value from zero to one.
 *   <li>Nothing to divide by: empty for fewer than two readings.
 *   <li>Errors: two readings of one day are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>The p value is exact for up to 30 readings of different values, and from the normal distribution with corrections
 * for ties and continuity else. With fewer than five readings no trend is more than noise at 5 %. The interval is from the
 * normal distribution always and so is rough for few readings.
 *
 * <p>What it is not: a cause, or a season. Readings are taken to scatter independently around the trend; sums that only
 * grow, such as contracts so far this year, have a trend by their nature.
 *
 * <p>Source: Theil, H. (1950), Indagationes Mathematicae 12, 85–91; Sen, P. K. (1968), JASA 63, 1379–1389; Mann, H. B.
 * (1945), Econometrica 13, 245–259; Kendall, M. G. (1975), Rank Correlation Methods, 4th ed.; line through the medians:
 * Conover, W. J. (1980), Practical Nonparametric Statistics, 2nd ed.
 */
public final class RobustTrend {

    private static final double NOISE = 0.05;
    /** The quantile of the normal distribution at 0.975. */
    private static final double Z = 1.959963984540054;

    private final List<Reading> readings;
    private final double[] days;
    private final double[] values;
    private final double[] slopes;
    private final MannKendall test;

    private RobustTrend(List<Reading> readings) {
        this.readings = readings;
        days = readings.stream().mapToDouble(this::sinceFirst).toArray();
        values = readings.stream().mapToDouble(Reading::value).toArray();
        slopes = slopes();
        test = MannKendall.of(values);
    }

    /**
     * Obtains the trend of readings.
     *
     * @param readings the readings, in any order, one a day at most
     * @return the trend, or empty for fewer than two readings
     * @throws IllegalArgumentException where two readings are of one day
     */
    public static Optional<RobustTrend> of(List<Reading> readings) {
        List<Reading> ordered =
                readings.stream().sorted(Comparator.comparing(Reading::day)).toList();
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).day().equals(ordered.get(i - 1).day())) {
                throw new IllegalArgumentException("readings must be of different days: day = "
                        + ordered.get(i).day());
            }
        }
        return ordered.size() < 2 ? Optional.empty() : Optional.of(new RobustTrend(ordered));
    }

    private double sinceFirst(Reading reading) {
        return sinceFirst(reading.day());
    }

    private double sinceFirst(LocalDate day) {
        return ChronoUnit.DAYS.between(readings.get(0).day(), day);
    }

    private double[] slopes() {
        int n = values.length;
        double[] pairs = new double[n * (n - 1) / 2];
        int at = 0;
        for (int j = 1; j < n; j++) {
            for (int i = 0; i < j; i++) {
                pairs[at++] = (values[j] - values[i]) / (days[j] - days[i]);
            }
        }
        Arrays.sort(pairs);
        return pairs;
    }

    /**
     * Tells the slope.
     *
     * @return the median slope, per day
     */
    public double slope() {
        return median(slopes);
    }

    /**
     * Tells the lower end of the slope.
     *
     * @return the lower end of the 95 % interval, per day
     */
    public double slopeLower() {
        int rank = (int) Math.rint((slopes.length - Z * test.deviation()) / 2) - 1;
        return slopes[Math.max(0, rank)];
    }

    /**
     * Tells the upper end of the slope.
     *
     * @return the upper end of the 95 % interval, per day
     */
    public double slopeUpper() {
        int rank = (int) Math.rint((slopes.length + Z * test.deviation()) / 2);
        return slopes[Math.min(slopes.length - 1, rank)];
    }

    /**
     * Computes how likely a trend at least as clear is by chance alone.
     *
     * @return the two-sided p value
     */
    public double pValue() {
        return test.pValue();
    }

    /**
     * Answers whether the trend cannot be told from none.
     *
     * @return whether the p value is above 0.05
     */
    public boolean isNoise() {
        return pValue() > NOISE;
    }

    /**
     * Computes where the trend leads by a day, such as the day a goal is due.
     *
     * <p>Definition: {@code median of values + slope * (day - median of days)}, and the same for both ends of the slope.
     *
     * @param day the day
     * @return the value there, with its ends and caveats
     */
    public TrendProjection projectedTo(LocalDate day) {
        double from = median(values);
        double ahead = sinceFirst(day) - median(days);
        double one = from + slopeLower() * ahead;
        double other = from + slopeUpper() * ahead;
        return new TrendProjection(
                day, from + slope() * ahead, Math.min(one, other), Math.max(one, other), isNoise(), caveats(day));
    }

    private Set<Caveat> caveats(LocalDate day) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (values.length < GuardedForecaster.FEWEST) {
            caveats.add(Caveat.SMALL_SAMPLE);
        }
        double span = days[days.length - 1];
        if (sinceFirst(day) > 1.5 * span) {
            caveats.add(Caveat.EXTRAPOLATED);
        }
        return caveats;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * Writes slope and p value.
     *
     * @return for example {@code 0.5 per day, p = 0.03}
     */
    @Override
    public String toString() {
        return slope() + " per day, p = " + pValue();
    }
}
