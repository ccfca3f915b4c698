package io.crmkit.metrics.team;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Explanation;

/**
 * A seller who struggles at a step, and the colleague who could help.
 *
 * @param mentee what was found about the one, {@link Verdict#BELOW}
 * @param mentor what was found about the other
 * @param probabilityBetter the posterior probability that the mentor's true rate is above the mentee's
 * @param benefit what the mentee would gain in a period as long as the counted one, in the unit of the options
 */
public record MentorPair(SellerFinding mentee, SellerFinding mentor, double probabilityBetter, double benefit) {

    /** Checks that both are there. */
    public MentorPair {
        requireNonNull(mentee, "mentee");
        requireNonNull(mentor, "mentor");
    }

    /**
     * Explains why these two.
     *
     * @return both raw and shrunken rates, both probabilities, and the benefit
     */
    public Explanation explain() {
        return Explanation.of(mentor.count().seller() + " as mentor of "
                        + mentee.count().seller())
                .with("mentee's rate", mentee.count().proportion().rate())
                .with("mentee's shrunken rate", mentee.shrunken().rate())
                .with("mentor's rate", mentor.count().proportion().rate())
                .with("mentor's shrunken rate", mentor.shrunken().rate())
                .with("probability that the mentor is better", probabilityBetter)
                .with("probability that the mentor is above", 1 - mentor.probabilityBelow())
                .with("mentee's trials", mentee.count().proportion().trials())
                .with("benefit", benefit);
    }
}
