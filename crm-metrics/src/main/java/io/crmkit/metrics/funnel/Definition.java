package io.crmkit.metrics.funnel;

/**
 * What a conversion divides by what; two funnels of unlike definition are not to be compared.
 */
public enum Definition {

    /**
     * A step's count over the previous step's count, both of the same period.
     *
     * <p>Quick and always up to date, but it mixes different units: it misleads where the volume changes or a step
     * takes long, and it can exceed one.
     */
    PERIOD_RATIO,

    /**
     * The share of a cohort's units that have reached a step so far; every count is a subset of the previous one.
     *
     * <p>It never exceeds one, and it is too low while units are still on their way.
     */
    COHORT_SO_FAR
}
