package io.crmkit.metrics.distribution;

import io.crmkit.metrics.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * From activities to contracts by several steps, at each of which a part goes on.
 *
 * <p>Definition: of {@code n} units a step keeps a binomial count at its rate. A rate that is uncertain is drawn once
 * for all units, so the count is beta-binomial. The steps are independent of each other.
 *
 * <ul>
 *   <li>Shape: a list of steps; a distribution of what comes out is asked for.
 *   <li>Unit: counts in, counts out.
 *   <li>Range: the outcome lies between zero and the activities put in.
 *   <li>Nothing to divide by: no steps keep everything.
 *   <li>Errors: negative activities are an {@link IllegalArgumentException}.
 * </ul>
 *
 * <p>What it is not: the effect of more activity. It is throughput arithmetic: it supposes that further activities go
 * on as those counted did, which more calls to the same hard cases will not.
 *
 * <p>Source: Rényi, A. (1956), on thinning; the chained beta-binomial by direct summation.
 *
 * @param steps the steps, in any order: the outcome does not depend on it
 */
public record ThinningChain(List<ThinningStep> steps) {

    /** Copies the list of steps. */
    public ThinningChain {
        steps = List.copyOf(steps);
    }

    /**
     * Obtains a chain of rates taken as known.
     *
     * @param rates the rate of each step
     * @return the chain
     * @throws IllegalArgumentException where a rate is outside zero to one
     */
    public static ThinningChain ofKnownRates(double... rates) {
        return new ThinningChain(
                Arrays.stream(rates).mapToObj(ThinningStep::known).toList());
    }

    /**
     * Obtains a chain whose rates are as uncertain as the counts they come from leave them.
     *
     * @param seen for each step how many went on, of how many
     * @return the chain
     */
    public static ThinningChain ofCounts(Proportion... seen) {
        return new ThinningChain(Arrays.stream(seen).map(ThinningStep::of).toList());
    }

    /**
     * Replaces each uncertain rate by its mean, as if it were known: too sure, but what a spreadsheet does.
     *
     * @return the chain of known rates
     */
    public ThinningChain plugIn() {
        return new ThinningChain(
                steps.stream().map(step -> ThinningStep.known(step.rate())).toList());
    }

    /**
     * Computes the expected share of activities that come out at the end.
     *
     * @return the product of the expected rates
     */
    public double rate() {
        return steps.stream().mapToDouble(ThinningStep::rate).reduce(1, (a, b) -> a * b);
    }

    /**
     * Computes how many come out of a given number of activities.
     *
     * <p>The time grows with the square of the activities where two or more rates are uncertain.
     *
     * @param activities how many go in
     * @return the distribution of what comes out
     * @throws IllegalArgumentException where the activities are negative
     */
    public CountDistribution contracts(long activities) {
        return contracts(CountDistribution.point(activities));
    }

    /**
     * Computes how many come out of an uncertain number of activities.
     *
     * @param activities how many go in
     * @return the distribution of what comes out
     */
    public CountDistribution contracts(CountDistribution activities) {
        Masses masses = CountParts.masses(activities);
        double error = activities.accuracy().probabilityError();
        for (Thinning stage : stages()) {
            masses = stage.apply(masses).trimmed(0);
            error += 8.0 * masses.size() * Math.ulp(1.0);
        }
        return new CountTable(masses, new Accuracy(Computation.DYNAMIC_PROGRAMMING, Math.min(1, error), 0, true));
    }

    /* All known rates as one, first, then the uncertain ones, the smallest first: it keeps the tables small. */
    List<Thinning> stages() {
        double known = 1;
        List<Thinning> stages = new ArrayList<>();
        for (ThinningStep step : steps) {
            if (step instanceof ThinningStep.Uncertain rate) {
                stages.add(Thinning.uncertain(rate));
            } else {
                known *= step.rate();
            }
        }
        stages.sort(Comparator.comparingDouble(Thinning::rate));
        if (known < 1) {
            stages.add(0, Thinning.known(known));
        }
        return stages;
    }
}
