package io.crmkit.metrics.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Proportion;

/**
 * One seller's successes out of trials.
 *
 * @param seller the name to show; it need not be unique
 * @param proportion the seller's two counts
 */
public record SellerCount(String seller, Proportion proportion) {

    /** Checks that both parts are given. */
    public SellerCount {
        requireNonNull(seller, "seller");
        requireNonNull(proportion, "proportion");
    }
}
