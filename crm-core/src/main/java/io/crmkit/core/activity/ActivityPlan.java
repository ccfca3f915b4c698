package io.crmkit.core.activity;

import org.jspecify.annotations.Nullable;

/**
 * How an activity came to be when it is.
 *
 * @param follows the activity it follows up, or null
 * @param rescheduling that it was moved in time, or null where it never was
 */
public record ActivityPlan(
        @Nullable ActivityId follows, @Nullable Rescheduling rescheduling) {

    /** Nothing is to be told. */
    public static final ActivityPlan NONE = new ActivityPlan(null, null);

    /**
     * Returns the plan of an activity that follows up another.
     *
     * @param activity the activity followed up
     * @return the plan
     */
    public static ActivityPlan following(ActivityId activity) {
        return new ActivityPlan(activity, null);
    }

    ActivityPlan withRescheduling(Rescheduling other) {
        return new ActivityPlan(follows, other);
    }
}
