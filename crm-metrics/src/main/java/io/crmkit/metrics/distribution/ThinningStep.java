package io.crmkit.metrics.distribution;

import io.crmkit.metrics.Proportion;

/**
 * One step of a {@link ThinningChain}: each unit that reaches it goes on with the same probability.
 *
 * <ul>
 *   <li>Shape: a rate taken as known, or a Beta distribution of the rate.
 *   <li>Unit: ratio, not percent.
 *   <li>Range: a known rate from zero to one; parameters from {@code 1e-100} to {@code 1e100}.
 *   <li>Nothing to divide by: {@code 0 of 0} leaves the prior alone.
 *   <li>Errors: a rate or a parameter out of range is an {@link IllegalArgumentException}.
 * </ul>
 */
public sealed interface ThinningStep {

    /**
     * Obtains a step whose rate is taken as known.
     *
     * @param rate the probability of going on
     * @return the step
     * @throws IllegalArgumentException where the rate is outside zero to one
     */
    static ThinningStep known(double rate) {
        return new Known(rate);
    }

    /**
     * Obtains a step whose rate follows from counts: the posterior after the prior of Jeffreys.
     *
     * <p>Source: Jeffreys, H. (1946), Proceedings of the Royal Society A 186, 453–461.
     *
     * @param seen how many went on, of how many
     * @return the step, with {@code alpha = successes + 1/2} and {@code beta = failures + 1/2}
     */
    static ThinningStep of(Proportion seen) {
        return new Uncertain(seen.successes() + 0.5, seen.trials() - seen.successes() + 0.5);
    }

    /**
     * Computes the expected rate.
     *
     * @return the mean rate, from zero to one
     */
    double rate();

    /**
     * A step whose rate is taken as known.
     *
     * @param rate the probability of going on, from zero to one
     */
    record Known(double rate) implements ThinningStep {

        /**
         * Checks the rate.
         *
         * @throws IllegalArgumentException where it is outside zero to one
         */
        public Known {
            Checks.probability("rate", rate);
        }
    }

    /**
     * A step whose rate has a Beta distribution, such as a posterior, of one seller or shrunken to the team's.
     *
     * @param alpha the first parameter, from {@code 1e-100} to {@code 1e100}
     * @param beta the second parameter, likewise
     */
    record Uncertain(double alpha, double beta) implements ThinningStep {

        /**
         * Checks the parameters.
         *
         * @throws IllegalArgumentException where one is out of range
         */
        public Uncertain {
            Checks.shape("alpha", alpha);
            Checks.shape("beta", beta);
        }

        @Override
        public double rate() {
            return alpha / (alpha + beta);
        }
    }
}
