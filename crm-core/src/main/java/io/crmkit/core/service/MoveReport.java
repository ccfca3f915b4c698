package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.value.CrmException;
import java.util.List;
import java.util.Optional;

/**
 * What became of each of many moves.
 *
 * @param results one for each move, in the order asked for
 */
public record MoveReport(List<Result> results) {

    /** Copies the results. */
    public MoveReport {
        results = List.copyOf(results);
    }

    /**
     * What became of one move.
     *
     * @param move what was asked for
     * @param opportunity the opportunity as stored, or empty where the move was refused
     * @param refusal why it was refused, the same as for a single move: such as a
     *     {@link io.crmkit.core.pipeline.StageMoveException} with all that is missing; or empty
     */
    public record Result(MoveOpportunity move, Optional<Opportunity> opportunity, Optional<CrmException> refusal) {

        /** Makes a result. */
        public Result {
            requireNonNull(move, "move");
            requireNonNull(opportunity, "opportunity");
            requireNonNull(refusal, "refusal");
        }
    }

    /**
     * Returns the moves that were made.
     *
     * @return the opportunities as stored, in the order asked for
     */
    public List<Opportunity> moved() {
        return results.stream().flatMap(result -> result.opportunity().stream()).toList();
    }

    /**
     * Returns the moves that were refused.
     *
     * @return their results, in the order asked for
     */
    public List<Result> refused() {
        return results.stream().filter(result -> result.refusal().isPresent()).toList();
    }
}
