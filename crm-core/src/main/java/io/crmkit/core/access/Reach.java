package io.crmkit.core.access;

/**
 * How far a role reaches: whose records are meant.
 *
 * <p>Definition: a record is somebody's by its owner: the seller of an activity, the owner of an opportunity. What is
 * nobody's is within every reach but {@link #NONE}, so that it can be seen and taken. A noun without owners is within every
 * reach but {@link #NONE} as a whole.
 */
public enum Reach {
    /** No record. */
    NONE,
    /** The records the actor's seller owns. */
    OWN,
    /** Those, and the ones the seller takes part in. */
    ASSIGNED,
    /** The records of all sellers of the seller's team, and of the teams the seller leads. */
    TEAM,
    /** Those, and the records of all teams below these. */
    SUBTREE,
    /** Every record of the tenant. */
    ALL
}
