package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

/**
 * Units on their way: how many of a seller's are at a step, and for how long.
 *
 * @param seller whose they are
 * @param step where they are
 * @param days the whole days since they arrived there, zero or more
 * @param count how many, zero or more
 */
public record OpenUnits(String seller, String step, int days, long count) {

    /**
     * Checks days and count.
     *
     * @throws IllegalArgumentException where one is negative
     */
    public OpenUnits {
        requireNonNull(seller, "seller");
        requireNonNull(step, "step");
        if (days < 0 || count < 0) {
            throw new IllegalArgumentException("days and count must not be negative: seller = " + seller + ", step = "
                    + step + ", days = " + days + ", count = " + count);
        }
    }
}
