package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.team.SellerId;
import io.crmkit.metrics.funnel.FunnelReport;
import org.jspecify.annotations.Nullable;

/**
 * One seller's funnel.
 *
 * @param seller the seller, or null for what is nobody's
 * @param name the seller's name, or {@code (no owner)}
 * @param team the name of the seller's team, or null
 * @param report the counts and conversions
 */
public record SellerFunnel(
        @Nullable SellerId seller, String name, @Nullable String team, FunnelReport report) {

    /** Makes a seller's funnel. */
    public SellerFunnel {
        requireNonNull(name, "name");
        requireNonNull(report, "report");
    }
}
