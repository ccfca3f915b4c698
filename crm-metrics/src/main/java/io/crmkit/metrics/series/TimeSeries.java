package io.crmkit.metrics.series;

import java.util.Arrays;

/**
 * Values at equal steps of time, oldest first.
 *
 * <p>Definition: one value per step, every step present: a month in which nothing was sold is a zero, not a gap.
 *
 * <ul>
 *   <li>Shape: the values, and how many of them make a season: 12 for months, 4 for quarters, 1 for none.
 *   <li>Unit: that of the values.
 *   <li>Range: numbers of at most 1e50 in size, so that their squares can be summed.
 *   <li>Nothing to divide by: a series may be empty; what is asked of it says then what it answers.
 *   <li>Errors: a gap, that is not-a-number, a value beyond the range, or a season that is not positive, is an {@link
 *       IllegalArgumentException}. Whoever has gaps is to decide what was meant, as a zero and an unknown are forecast
 *       differently.
 * </ul>
 *
 * <p>Source: the values are the caller's.
 */
public final class TimeSeries {

    private static final double LARGEST = 1e50;

    private final double[] values;
    private final int season;

    private TimeSeries(double[] values, int season) {
        this.values = values;
        this.season = season;
    }

    /**
     * Obtains a series of values with a season.
     *
     * @param season how many values make a season; one for none
     * @param values the values, oldest first; they are copied
     * @return the series
     * @throws IllegalArgumentException where the season is not positive or a value is not a number of the range
     */
    public static TimeSeries of(int season, double... values) {
        if (season < 1) {
            throw new IllegalArgumentException("season must be positive: season = " + season);
        }
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= LARGEST)) {
                throw new IllegalArgumentException(
                        "values must be numbers of at most 1e50 in size, with no gaps: values[" + i + "] = "
                                + values[i]);
            }
        }
        return new TimeSeries(values.clone(), season);
    }

    /**
     * Counts the values.
     *
     * @return how many values there are
     */
    public int length() {
        return values.length;
    }

    /**
     * Tells the season.
     *
     * @return how many values make a season; one for none
     */
    public int season() {
        return season;
    }

    /**
     * Reads one value.
     *
     * @param index the position, zero for the oldest
     * @return the value
     * @throws IndexOutOfBoundsException where there is no such position
     */
    public double value(int index) {
        return values[index];
    }

    /**
     * Lists the values.
     *
     * @return a copy, oldest first
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * Obtains the series as it was at an earlier time.
     *
     * @param length how many of the oldest values to keep
     * @return the oldest {@code length} values with the same season
     * @throws IllegalArgumentException where the length is negative or above that of this series
     */
    public TimeSeries first(int length) {
        if (length < 0 || length > values.length) {
            throw new IllegalArgumentException(
                    "length must be between 0 and " + values.length + ": length = " + length);
        }
        return new TimeSeries(Arrays.copyOf(values, length), season);
    }

    TimeSeries withSeason(int other) {
        return new TimeSeries(values, other);
    }

    /** Answers whether all values are equal; of no value or one, they are. */
    boolean isConstant() {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    /**
     * Compares values and season.
     *
     * @param other the other object
     * @return whether it is a series of the same values and season
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof TimeSeries series && season == series.season && Arrays.equals(values, series.values);
    }

    /**
     * Computes a hash of values and season.
     *
     * @return the hash
     */
    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + season;
    }

    /**
     * Writes length and season.
     *
     * @return for example {@code 36 values, season 12}
     */
    @Override
    public String toString() {
        return values.length + " values, season " + season;
    }
}
