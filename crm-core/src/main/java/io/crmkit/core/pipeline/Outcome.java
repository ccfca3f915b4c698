package io.crmkit.core.pipeline;

/** How a negotiation ended, if it has. */
public enum Outcome {
    /** Not decided yet. */
    OPEN,
    /** Ended with a contract. */
    WON,
    /** Ended without one. */
    LOST
}
