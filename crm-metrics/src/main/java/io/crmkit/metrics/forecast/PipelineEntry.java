package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Amount;
import io.crmkit.metrics.funnel.Outcome;
import java.time.LocalDate;

/**
 * How an opportunity stood at an instant, as far as the pipeline's value is concerned.
 *
 * @param id its key
 * @param owner whose it was
 * @param amount what it was worth, zero or more
 * @param expectedClose when it was expected to close; for a settled one, when it did
 * @param outcome open, won or lost
 */
public record PipelineEntry(String id, String owner, Amount amount, LocalDate expectedClose, Outcome outcome) {

    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException where it is negative
     */
    public PipelineEntry {
        requireNonNull(id, "id");
        requireNonNull(owner, "owner");
        requireNonNull(expectedClose, "expectedClose");
        requireNonNull(outcome, "outcome");
        if (amount.value().signum() < 0) {
            throw new IllegalArgumentException(
                    "amount must not be negative: opportunity = " + id + ", amount = " + amount);
        }
    }
}
