package io.crmkit.metrics.funnel;

/**
 * One distinct time of an Aalen-Johansen curve: what was counted there, and how the cohort stands after it.
 *
 * <p>Definition: {@code wonShare} and {@code lostShare} are the estimated shares of units that have reached the step, or
 * dropped out, by {@code time}, {@code time} included; their standard errors are of Greenwood's kind.
 *
 * <ul>
 *   <li>Shape: a time, four counts, two shares with their errors.
 *   <li>Unit: the time in the unit of the durations; shares and errors as ratios, not percent.
 *   <li>Range: times and counts from zero; shares from zero to one, and so is their sum.
 *   <li>Nothing to divide by: nobody is ever counted out of nobody; a step has at least one unit at risk.
 *   <li>Errors: none; the library makes these.
 * </ul>
 *
 * <p>Source: {@link CumulativeIncidence}.
 *
 * @param time the time since entry
 * @param atRisk how many units were still open just before it
 * @param won how many reached the step at this time
 * @param lost how many dropped out at this time
 * @param censored how many were last seen open at this time
 * @param wonShare the share that has reached the step by then
 * @param lostShare the share that has dropped out by then
 * @param wonError the standard error of the first share
 * @param lostError the standard error of the second share
 */
public record IncidenceStep(
        double time,
        long atRisk,
        long won,
        long lost,
        long censored,
        double wonShare,
        double lostShare,
        double wonError,
        double lostError) {

    /**
     * Computes the share still open after this time.
     *
     * @return one less both shares, from zero to one
     */
    public double openShare() {
        return Math.max(0, 1 - wonShare - lostShare);
    }
}
