package io.crmkit.metrics.team;

/** Why {@link MentorMatching} names nobody. */
public enum NoMentor {

    /** Nobody is below the rest of the team, though there was enough to see it in at least one seller. */
    NO_EVIDENCE_OF_DIFFERENCE,

    /** Nobody is below the rest of the team, and of none is enough known to see it. */
    TOO_FEW_OBSERVATIONS,

    /** This seller is below the rest, but no colleague is clearly better and clearly above the team. */
    NO_MENTOR_CLEARLY_BETTER,

    /** This seller is below the rest, but those who could help are taken where they help more. */
    NO_CAPACITY
}
