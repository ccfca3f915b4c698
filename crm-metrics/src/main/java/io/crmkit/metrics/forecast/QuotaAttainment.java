package io.crmkit.metrics.forecast;

import io.crmkit.metrics.Explanation;
import io.crmkit.metrics.distribution.CountDistribution;
import io.crmkit.metrics.distribution.ValueDistribution;
import java.util.OptionalDouble;

/**
 * How near a quota is: what is done, what is missing, and how probable it is to be reached.
 *
 * <ul>
 *   <li>Shape: the quota, what is done and expected, and the probability.
 *   <li>Unit: contracts, or minor units of money; probabilities and coverage as ratios.
 *   <li>Range: the probability from zero to one; it is one where the quota is reached already.
 *   <li>Nothing to divide by: where nothing is missing there is no coverage.
 *   <li>Errors: a quota below one, or a negative figure, is an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>Source: the definition of each figure is its own.
 *
 * @param quota what is to be reached in the period
 * @param done what is done
 * @param expected what the forecast adds, on average
 * @param probability that done and to come reach the quota
 * @param due what should be done by now along the pace line
 */
public record QuotaAttainment(long quota, long done, double expected, double probability, double due) {

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException where the quota is below one or a figure is negative
     */
    public QuotaAttainment {
        if (quota < 1) {
            throw new IllegalArgumentException("quota must be at least 1: quota = " + quota);
        }
        if (done < 0 || !(expected >= 0) || !(due >= 0) || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("figures must not be negative: done = " + done + ", expected = "
                    + expected + ", due = " + due + ", probability = " + probability);
        }
    }

    /**
     * Judges a quota of contracts.
     *
     * @param quota the contracts to be reached
     * @param done the contracts signed in the period
     * @param toCome the contracts still to come in it
     * @param dueNow the part of the quota due by now, as {@link PaceLine#dueBy} says
     * @return the attainment
     * @throws IllegalArgumentException where a figure is out of range
     */
    public static QuotaAttainment of(long quota, long done, CountDistribution toCome, double dueNow) {
        return new QuotaAttainment(quota, done, toCome.mean(), toCome.atLeast(quota - done), quota * dueNow);
    }

    /**
     * Judges a quota of value.
     *
     * @param quota the value to be reached, in minor units
     * @param done the value signed in the period, in minor units
     * @param toCome the value still to come in it
     * @param dueNow the part of the quota due by now, as {@link PaceLine#dueBy} says
     * @return the attainment
     * @throws IllegalArgumentException where a figure is out of range
     */
    public static QuotaAttainment of(long quota, long done, ValueDistribution toCome, double dueNow) {
        double reached = quota <= done ? 1 : toCome.survival(quota - done - 1);
        return new QuotaAttainment(quota, done, toCome.mean(), reached, quota * dueNow);
    }

    /**
     * Computes what is missing.
     *
     * @return the quota less what is done, zero where it is reached
     */
    public long gap() {
        return Math.max(0, quota - done);
    }

    /**
     * Computes how often the open pipeline would fill the gap if all of it were won.
     *
     * @param open the open pipeline of the period, in the unit of the quota, zero or more
     * @return the quotient, or empty where nothing is missing
     */
    public OptionalDouble coverage(double open) {
        return gap() == 0 ? OptionalDouble.empty() : OptionalDouble.of(open / gap());
    }

    /**
     * Computes how far ahead of the pace line one is.
     *
     * @return what is done less what is due, below zero where behind
     */
    public double ahead() {
        return done - due;
    }

    /**
     * Explains the attainment.
     *
     * @return quota, done, gap, due, ahead, expected and the probability
     */
    public Explanation explain() {
        return Explanation.of("attainment of a quota")
                .with("quota", quota)
                .with("done", done)
                .with("gap", gap())
                .with("due by now", due)
                .with("ahead of the pace", ahead())
                .with("expected to come", expected)
                .with("probability", probability);
    }
}
