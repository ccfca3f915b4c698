package io.crmkit.metrics.team;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One seller beside the team.
 *
 * @param count the seller's counts
 * @param position where the seller's rate lies beside the limits
 * @param warningLimits the 95 % limits at the seller's number of trials, or null without trials
 * @param actionLimits the 99.8 % limits at the seller's number of trials, or null without trials
 */
public record SellerPosition(
        SellerCount count,
        Position position,
        @Nullable Limits warningLimits,
        @Nullable Limits actionLimits) {

    /** Makes a position. */
    public SellerPosition {
        requireNonNull(count, "count");
        requireNonNull(position, "position");
    }

    /**
     * Returns the 95 % limits at the seller's number of trials.
     *
     * @return the limits, or empty without trials
     */
    public Optional<Limits> warning() {
        return Optional.ofNullable(warningLimits);
    }

    /**
     * Returns the 99.8 % limits at the seller's number of trials.
     *
     * @return the limits, or empty without trials
     */
    public Optional<Limits> action() {
        return Optional.ofNullable(actionLimits);
    }
}
