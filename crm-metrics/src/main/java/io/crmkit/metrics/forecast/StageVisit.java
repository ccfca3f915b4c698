package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.funnel.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * One stay of an opportunity in a stage.
 *
 * @param opportunity the key of the opportunity
 * @param stage the stage
 * @param entered when it came
 * @param left when it left, or empty where it is still there
 * @param outcome won or lost where it left by that, otherwise open
 * @param next the stage it went to, where it went to one
 */
public record StageVisit(
        String opportunity,
        String stage,
        Instant entered,
        Optional<Instant> left,
        Outcome outcome,
        Optional<String> next) {

    /**
     * Checks that the parts fit together.
     *
     * @throws IllegalArgumentException where it left before it came, or is gone to nowhere, or to two ends
     */
    public StageVisit {
        requireNonNull(opportunity, "opportunity");
        requireNonNull(stage, "stage");
        requireNonNull(outcome, "outcome");
        if (left.isPresent() && left.get().isBefore(entered)) {
            throw new IllegalArgumentException("left must not be before entered: opportunity = " + opportunity
                    + ", entered = " + entered + ", left = " + left.get());
        }
        boolean settled = outcome != Outcome.OPEN;
        if (left.isPresent() != (settled || next.isPresent()) || (settled && next.isPresent())) {
            throw new IllegalArgumentException("a visit that ends must end in one stage or outcome: opportunity = "
                    + opportunity + ", left = " + left + ", outcome = " + outcome + ", next = " + next);
        }
    }

    /**
     * Obtains a stay that lasts.
     *
     * @param opportunity the key of the opportunity
     * @param stage the stage
     * @param entered when it came
     * @return the visit
     */
    public static StageVisit open(String opportunity, String stage, Instant entered) {
        return new StageVisit(opportunity, stage, entered, Optional.empty(), Outcome.OPEN, Optional.empty());
    }

    /**
     * Obtains a stay that ended with the opportunity won or lost.
     *
     * @param opportunity the key of the opportunity
     * @param stage the stage
     * @param entered when it came
     * @param left when it ended
     * @param outcome won or lost
     * @return the visit
     */
    public static StageVisit settled(String opportunity, String stage, Instant entered, Instant left, Outcome outcome) {
        return new StageVisit(opportunity, stage, entered, Optional.of(left), outcome, Optional.empty());
    }

    /**
     * Obtains a stay that ended with a move to another stage.
     *
     * @param opportunity the key of the opportunity
     * @param stage the stage
     * @param entered when it came
     * @param left when it moved
     * @param next where it went
     * @return the visit
     */
    public static StageVisit moved(String opportunity, String stage, Instant entered, Instant left, String next) {
        return new StageVisit(opportunity, stage, entered, Optional.of(left), Outcome.OPEN, Optional.of(next));
    }

    /* The same as known at a moment that is not before the entry. */
    StageVisit asOf(Instant moment) {
        return left.isPresent() && left.get().isBefore(moment) ? this : open(opportunity, stage, entered);
    }
}
