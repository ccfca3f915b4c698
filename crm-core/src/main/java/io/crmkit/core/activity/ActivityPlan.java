package io.crmkit.core.activity;

import org.jspecify.annotations.Nullable;

/**
 * How an activity came to be when it is.
 *
 * @param follows the activity it follows up, or null
 * @param rescheduling that it was moved in time, or null where it never was
 * @param recurrence when it takes place again: the activity is a series, and its time that of the first occurrence; or null
 * @param occurrence which occurrence of which series it was, or null for one that was no series'
 */
public record ActivityPlan(
        @Nullable ActivityId follows,
        @Nullable Rescheduling rescheduling,
        @Nullable Recurrence recurrence,
        @Nullable Occurrence occurrence) {

    /** Nothing is to be told. */
    public static final ActivityPlan NONE = new ActivityPlan(null, null, null, null);

    /**
     * Returns the plan of an activity that follows up another.
     *
     * @param activity the activity followed up
     * @return the plan
     */
    public static ActivityPlan following(ActivityId activity) {
        return new ActivityPlan(activity, null, null, null);
    }

    ActivityPlan withRescheduling(Rescheduling other) {
        return new ActivityPlan(follows, other, recurrence, occurrence);
    }

    /**
     * Returns the plan of a series.
     *
     * @param other when its activities take place
     * @return a copy that differs in its recurrence only
     */
    public ActivityPlan recurring(Recurrence other) {
        return new ActivityPlan(follows, rescheduling, other, occurrence);
    }
}
