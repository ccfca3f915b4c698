package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.funnel.FunnelReport;
import java.util.List;

/**
 * A funnel of all sellers together, and of each.
 *
 * @param all the counts and conversions of all; each count is the sum of the sellers' counts, those who may not be seen included
 * @param sellers the sellers that have anything to count, by name
 */
public record TeamFunnel(FunnelReport all, List<SellerFunnel> sellers) {

    /** Makes a funnel. */
    public TeamFunnel {
        requireNonNull(all, "all");
        sellers = List.copyOf(sellers);
    }
}
