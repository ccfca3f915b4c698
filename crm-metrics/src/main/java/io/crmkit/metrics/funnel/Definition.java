package io.crmkit.metrics.funnel;

/** What a conversion divides by what. */
public enum Definition {
    /**
     * The count of one step over the count of the step before it, both in the same period.
     *
     * <p>It says how the period went, not what became of the period's units: a contract of March may stem from a quote
     * of February, so that the ratio may pass 1.
     */
    PERIOD_RATIO,
    /**
     * Of the units that reached one step, the share that has reached the next by now.
     *
     * <p>Each unit counts once per step; lost ones stay in the denominator, and so do those that are still open and may
     * yet get there.
     */
    COHORT_SO_FAR
}
