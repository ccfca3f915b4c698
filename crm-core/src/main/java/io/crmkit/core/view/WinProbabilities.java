package io.crmkit.core.view;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.metrics.backtest.BrierScore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How probable a contract is for each open opportunity of a pipeline, learned from how the tenant's own have gone.
 *
 * @param asOf the instant by which what it is learned from was recorded
 * @param settled how many opportunities of the pipeline had been won or lost by then
 * @param won how many of them were won
 * @param visits how many stays in stages it is learned from
 * @param enough whether that is enough to say anything; where not, there are no chances
 * @param chances each open opportunity, by ascending identity
 * @param test how it would have done in past months, or empty where none can be tried
 */
public record WinProbabilities(
        Instant asOf, long settled, long won, long visits, boolean enough, List<Chance> chances, Optional<Test> test) {

    /** Copies the chances. */
    public WinProbabilities {
        requireNonNull(asOf, "asOf");
        chances = List.copyOf(chances);
        requireNonNull(test, "test");
    }

    /**
     * One opportunity's chance.
     *
     * @param opportunity the opportunity
     * @param stage the name of its stage
     * @param days how many days it has been there
     * @param probability the probability of a contract, 0 to 1
     * @param byStage what its stage says by default, 0 to 1, or null where it says nothing
     */
    public record Chance(
            OpportunityId opportunity,
            String stage,
            double days,
            double probability,
            @Nullable Double byStage) {}

    /**
     * The model on past months, each time learned from what was known then, tried on what was open then and is settled now.
     *
     * @param predictions how many were tried
     * @param model its Brier score, 0 being the best
     * @param byStage the Brier score of what the stages said by default, over the same ones; a stage that says nothing
     *     counts as the share won by then
     * @param skill how much better the model was: 1 less the ratio of the scores, which is 1 where it was perfect, 0 where it
     *     was no better, and below 0 where it was worse; null where the stages were perfect
     */
    public record Test(
            long predictions,
            BrierScore model,
            BrierScore byStage,
            @Nullable Double skill) {}
}
