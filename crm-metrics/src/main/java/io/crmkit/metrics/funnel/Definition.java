package io.crmkit.metrics.funnel;

/**
 * What a conversion divides by what; two funnels of unlike definition are not to be compared.
 *
 * <p>Worked example, for the steps call, meeting, quote, contract and four opportunities: one passed all four; one went
 * from the call straight to the quote and on to the contract; one had a call and a meeting, and was lost; one began
 * with a meeting. The conversion from meeting to quote is 2 of 3 as a period ratio, 1 of 2 strict, 1 of 3 any and 2 of 4
 * imputed. The lost one is in every denominator.
 */
public enum Definition {

    /**
     * A step's count over the previous step's count, both of the same period.
     *
     * <p>Quick and always up to date, but it mixes different units: it misleads where the volume changes or a step
     * takes long, and it can exceed one. In the example three meetings and two quotes: 2 of 3.
     */
    PERIOD_RATIO,

    /**
     * The share of a cohort's units that have reached a step so far; every count is a subset of the previous one.
     *
     * <p>It never exceeds one, and it is too low while units are still on their way.
     */
    COHORT_SO_FAR,

    /**
     * Every step in order: a unit counts at a step when it has been at all earlier ones, one after the other, and
     * converts when it goes on to the next.
     *
     * <p>In the example the first and the third had a call before their meeting, and the first went on to a quote: 1 of
     * 2. CRMs call it "through all stages".
     */
    COHORT_STRICT,

    /**
     * Any way: a unit counts at a step when it has been there, and converts when it arrives at the next step or at any
     * later one, at that time or after.
     *
     * <p>In the example three had a meeting and one of them went on: 1 of 3. The second one, which skipped the meeting,
     * is not counted there. CRMs call it "through any stage".
     */
    COHORT_ANY,

    /**
     * Any way, with skipped steps imputed: whoever moves ahead over a step counts as having been there at the moment of
     * the move, the steps before a unit's first one included.
     *
     * <p>In the example the second one counts at the meeting and the fourth at the call; four were at the meeting, and
     * two went on: 2 of 4. The counts fall from step to step.
     */
    COHORT_IMPUTED;

    boolean isCohort() {
        return this != PERIOD_RATIO;
    }

    boolean isByLineage() {
        return this == COHORT_STRICT || this == COHORT_ANY || this == COHORT_IMPUTED;
    }
}
