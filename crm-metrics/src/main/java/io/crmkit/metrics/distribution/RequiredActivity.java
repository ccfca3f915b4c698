package io.crmkit.metrics.distribution;

import static java.util.Objects.requireNonNull;

/**
 * How many further activities a quota needs.
 *
 * <p>Definition: the least {@code n} for which {@code P(under way + contracts of n activities >= quota)} is the wanted
 * probability or more; one activity fewer does not do.
 *
 * <ul>
 *   <li>Shape: a number of activities with its probability, or the reason why there is none.
 *   <li>Unit: activities, such as calls.
 *   <li>Range: from zero, where what is under way does already, to the most that can be done.
 *   <li>Nothing to divide by: at a rate of zero the quota is unattainable.
 *   <li>Errors: see {@link ActivityGoal}. A probability within {@code 1e-12} of the wanted one counts as reached.
 * </ul>
 *
 * <p>What it is not: the effect of making more calls. It is throughput arithmetic; see {@link ThinningChain}. Nor is it
 * {@code quota / rate}, which falls short nearly every other time.
 *
 * <p>Source: binomial thinning, summed exactly and searched by bisection, as the probability grows with {@code n}.
 */
public sealed interface RequiredActivity {

    /**
     * Finds the least number of activities.
     *
     * <p>With two or more uncertain rates the time grows with the square of the answer: some seconds at 20,000.
     *
     * @param chain how activities become contracts
     * @param goal what is to be achieved
     * @return the number, or why there is none
     */
    static RequiredActivity of(ThinningChain chain, ActivityGoal goal) {
        return new ActivitySearch(chain, goal).answer();
    }

    /**
     * A number of activities that does.
     *
     * @param activities the least number
     * @param probability how probable the quota is with them
     */
    record Attainable(long activities, double probability) implements RequiredActivity {

        /**
         * Checks both.
         *
         * @throws IllegalArgumentException where the activities are negative or the probability is out of range
         */
        public Attainable {
            Checks.notNegative("activities", activities);
            Checks.probability("probability", probability);
        }

        /**
         * Spreads the activities over the working weeks that are left, rounded up.
         *
         * @param workingWeeks how many weeks are left
         * @return the activities of each week
         * @throws IllegalArgumentException where no week is left
         */
        public long perWeek(long workingWeeks) {
            Checks.positive("workingWeeks", workingWeeks);
            return activities / workingWeeks + (activities % workingWeeks == 0 ? 0 : 1);
        }
    }

    /**
     * No number of activities does, within the limit.
     *
     * @param reason why, in a sentence
     */
    record Unattainable(String reason) implements RequiredActivity {

        /** Checks that there is a reason. */
        public Unattainable {
            requireNonNull(reason, "reason");
        }
    }
}
