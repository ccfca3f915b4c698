package io.crmkit.metrics.forecast;

import static java.util.Objects.requireNonNull;

import io.crmkit.metrics.Proportion;
import io.crmkit.metrics.funnel.CohortStep;
import io.crmkit.metrics.funnel.CumulativeIncidence;
import io.crmkit.metrics.funnel.IncidenceStep;

/**
 * One step of the way to a contract: how many of those who arrive go on, how sure that is, and how long it takes.
 *
 * <p>Definition: the rate has a Beta distribution of mean {@code alpha / (alpha + beta)}; those who go on take as many
 * days as {@code lag} says.
 *
 * @param step the name of the step they are at
 * @param alpha units that went on, and what the prior adds; greater than zero
 * @param beta units that did not, and what the prior adds; greater than zero
 * @param lag the days of those who go on
 */
public record ForecastStep(String step, double alpha, double beta, LagDistribution lag) {

    private static final double JEFFREYS = 0.5;

    /**
     * Checks the two parameters.
     *
     * @throws IllegalArgumentException where one is not finite or not positive
     */
    public ForecastStep {
        requireNonNull(lag, "lag");
        requirePositive("alpha", requireNonNull(step, "step"), alpha);
        requirePositive("beta", step, beta);
    }

    private static void requirePositive(String name, String step, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + " must be positive and finite: step = " + step + ", " + name + " = " + value);
        }
    }

    /**
     * Obtains a step from counts, with Jeffreys' prior of half a unit on either side.
     *
     * @param step the name of the step
     * @param seen how many of how many have gone on, all settled
     * @param lag the days of those who go on
     * @return the step
     */
    public static ForecastStep of(String step, Proportion seen, LagDistribution lag) {
        return new ForecastStep(step, seen.successes() + JEFFREYS, seen.trials() - seen.successes() + JEFFREYS, lag);
    }

    /**
     * Obtains a step from the curve of a cohort, those still open included.
     *
     * <p>Definition: rate and standard error are those at the end of the curve; the trials are as many as would give
     * that standard error, {@code rate · (1 - rate) / error²}, to which Jeffreys' prior is added. Where all who were
     * settled went on, or none, there is no such error, and the settled ones are the trials.
     *
     * @param cohort the conversion from this step on
     * @return the step
     * @throws IllegalArgumentException where nobody has gone on yet, so that there is no lag
     */
    public static ForecastStep of(CohortStep cohort) {
        CumulativeIncidence curve = cohort.curve();
        LagDistribution lag = LagDistribution.of(curve);
        IncidenceStep last = curve.steps().get(curve.steps().size() - 1);
        double rate = last.wonShare();
        long settled = curve.steps().stream()
                .mapToLong(step -> step.won() + step.lost())
                .sum();
        double trials = last.wonError() == 0 ? settled : rate * (1 - rate) / (last.wonError() * last.wonError());
        return new ForecastStep(
                cohort.conversion().from(), rate * trials + JEFFREYS, (1 - rate) * trials + JEFFREYS, lag);
    }

    /**
     * Computes the expected rate.
     *
     * @return the mean of the Beta distribution, strictly between zero and one
     */
    public double rate() {
        return alpha / (alpha + beta);
    }
}
