package io.crmkit.metrics.funnel;

/** How a unit of a cohort, such as an opportunity, stood when it was last seen. */
public enum Outcome {

    /** It reached the step asked for; for an opportunity, it was won. */
    WON,

    /** It can no longer reach that step; for an opportunity, it was lost. */
    LOST,

    /** Neither had happened yet; what it will come to is unknown (right-censored). */
    OPEN
}
