package io.crmkit.core.activity;

/** What became of an activity: one that is planned is held, not held or cancelled, and stays so. */
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
