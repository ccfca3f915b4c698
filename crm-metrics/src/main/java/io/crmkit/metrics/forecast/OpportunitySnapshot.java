package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.funnel.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * An open opportunity as it stood at a past moment, and what has become of it since.
 *
 * @param at the moment
 * @param opportunity how it stood
 * @param outcome won, lost, or still open
 * @param settled when it was won or lost; empty where still open
 */
public record OpportunitySnapshot(Instant at, OpenOpportunity opportunity, Outcome outcome, Optional<Instant> settled) {

    /**
     * Checks that the end fits the outcome.
     *
     * @throws IllegalArgumentException where a settled one has no date, or an open one has, or it was settled before
     */
    public OpportunitySnapshot {
        requireNonNull(opportunity, "opportunity");
        if (settled.isPresent() == (outcome == Outcome.OPEN)
                || settled.filter(end -> end.isBefore(at)).isPresent()) {
            throw new IllegalArgumentException("settled must be given from the snapshot on, where won or lost:"
                    + " opportunity = " + opportunity.id() + ", at = " + at + ", outcome = " + outcome + ", settled = "
                    + settled);
        }
    }

    boolean isSettledBefore(Instant moment) {
        return settled.filter(end -> end.isBefore(moment)).isPresent();
    }
}
