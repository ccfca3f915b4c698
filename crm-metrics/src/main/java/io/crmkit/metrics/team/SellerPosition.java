package io.crmkit.metrics.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Interval;
import java.util.Optional;

/**
 * One seller's place on a {@link ControlChart}.
 *
 * @param count the seller's counts
 * @param warning95 the 95 % limits at the seller's trials, or empty without trials
 * @param action998 the 99.8 % limits at the seller's trials, or empty without trials
 * @param position where the seller's rate lies
 */
public record SellerPosition(
        SellerCount count, Optional<Limits> warning95, Optional<Limits> action998, Position position) {

    /** Checks that all parts are given. */
    public SellerPosition {
        requireNonNull(count, "count");
        requireNonNull(warning95, "warning95");
        requireNonNull(action998, "action998");
        requireNonNull(position, "position");
    }

    /**
     * Computes the 95 % Wilson interval of the seller's own rate, which knows nothing of the team.
     *
     * @return the interval, or empty without trials
     */
    public Optional<Interval> wilson() {
        return count.proportion().wilson();
    }
}
