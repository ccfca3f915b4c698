package io.crmkit.core.activity;

/** What became of an activity. Only what was held counts in a metric. */
public enum ActivityState {
    /** Still to come. */
    PLANNED,
    /** It took place. */
    HELD,
    /** It was due and did not take place. */
    NOT_HELD,
    /** It was called off beforehand. */
    CANCELLED
}
