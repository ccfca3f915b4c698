package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A period of an opportunity's life in which nothing changed that its history tells.
 *
 * @param from the first instant of the period
 * @param until the first instant after it, or null while it lasts
 * @param actor who made the change it began with
 * @param recordedAt when that change was recorded, which may be later than it took place
 * @param state how the opportunity stood
 */
public record OpportunityPeriod(
        Instant from, @Nullable Instant until, String actor, Instant recordedAt, OpportunityState state) {

    /** Makes a period. */
    public OpportunityPeriod {
        requireNonNull(from, "from");
        requireNonNull(actor, "actor");
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(state, "state");
    }
}
