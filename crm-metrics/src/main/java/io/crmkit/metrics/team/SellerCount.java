package io.crmkit.metrics.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Proportion;

/**
 * One seller's successes and trials.
 *
 * @param seller the seller's name or key
 * @param proportion the counts
 */
public record SellerCount(String seller, Proportion proportion) {

    /** Makes a count. */
    public SellerCount {
        requireNonNull(seller, "seller");
        requireNonNull(proportion, "proportion");
    }
}
