package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

/**
 * Units still to come: how many a seller starts on a work-day, and how sure that is.
 *
 * <p>Definition: the number started in a stretch of time is Poisson around a mean which itself has a Gamma distribution
 * of mean {@code perWorkday} times the work-days and shape {@code size}: negative binomial. The greater the size, the
 * surer the mean.
 *
 * @param seller who starts them
 * @param perWorkday the expected number on a work-day, zero or more
 * @param size the shape of the Gamma distribution, greater than zero
 */
public record Arrivals(String seller, double perWorkday, double size) {

    private static final double JEFFREYS = 0.5;

    /**
     * Checks both figures.
     *
     * @throws IllegalArgumentException where one is out of range or not finite
     */
    public Arrivals {
        requireNonNull(seller, "seller");
        if (!(perWorkday >= 0 && perWorkday < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "perWorkday must be finite and not negative: seller = " + seller + ", perWorkday = " + perWorkday);
        }
        if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "size must be positive and finite: seller = " + seller + ", size = " + size);
        }
    }

    /**
     * Obtains what a seller will start from what the seller has started, if things go on as they went.
     *
     * <p>Definition: with Jeffreys' prior the mean has a Gamma distribution of shape {@code started + 1/2}.
     *
     * @param seller who starts them
     * @param started how many were started
     * @param workdays on how many work-days, at least one
     * @return the arrivals
     * @throws IllegalArgumentException where the number is negative or there was no work-day
     */
    public static Arrivals of(String seller, long started, long workdays) {
        if (started < 0 || workdays < 1) {
            throw new IllegalArgumentException("started must not be negative and workdays at least 1: seller = "
                    + seller + ", started = " + started + ", workdays = " + workdays);
        }
        return new Arrivals(seller, (started + JEFFREYS) / workdays, started + JEFFREYS);
    }
}
