package io.crmkit.metrics.distribution;

import static java.util.Objects.requireNonNull;

/**
 * What further activities are to achieve: a quota of contracts, with a wanted probability, given what is under way.
 *
 * <ul>
 *   <li>Shape: a quota, a probability, the contracts under way, and the most activities that can be done.
 *   <li>Unit: contracts, ratio, contracts, activities.
 *   <li>Range: a quota of zero or less is reached already; the probability is strictly between zero and one.
 *   <li>Nothing to divide by: nothing under way is a point mass at zero.
 *   <li>Errors: a probability out of range or negative activities are an {@link IllegalArgumentException}.
 * </ul>
 *
 * @param quota the contracts wanted
 * @param probability how probable it is to be that they are reached
 * @param underWay the contracts that come of what is open already, independent of the activities to come
 * @param mostActivities the most activities that can be done
 */
public record ActivityGoal(long quota, double probability, CountDistribution underWay, long mostActivities) {

    private static final long USUAL_MOST = 20_000;

    /**
     * Checks the probability and the activities.
     *
     * @throws IllegalArgumentException where the probability is out of range or the activities are negative
     */
    public ActivityGoal {
        Checks.inside("probability", probability);
        requireNonNull(underWay, "underWay");
        Checks.notNegative("mostActivities", mostActivities);
    }

    /**
     * Obtains a goal with nothing under way and up to 20,000 activities.
     *
     * @param quota the contracts wanted
     * @param probability how probable it is to be that they are reached
     * @return the goal
     * @throws IllegalArgumentException where the probability is out of range
     */
    public static ActivityGoal of(long quota, double probability) {
        return new ActivityGoal(quota, probability, CountDistribution.point(0), USUAL_MOST);
    }

    /**
     * Obtains the same goal, given contracts that are under way.
     *
     * @param contracts how many come of what is open already
     * @return the goal
     */
    public ActivityGoal given(CountDistribution contracts) {
        return new ActivityGoal(quota, probability, contracts, mostActivities);
    }

    /**
     * Obtains the same goal with another limit of activities.
     *
     * @param activities the most activities that can be done
     * @return the goal
     * @throws IllegalArgumentException where they are negative
     */
    public ActivityGoal within(long activities) {
        return new ActivityGoal(quota, probability, underWay, activities);
    }
}
