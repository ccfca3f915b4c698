package io.crmkit.core.activity;

/** The closed kinds of activity: what can be told of one depends on it. */
public enum ActivityKind {
    /** A telephone call, see {@link ActivityDetails.Call}. */
    CALL,
    /** A meeting, see {@link ActivityDetails.Meeting}. */
    MEETING,
    /** An e-mail or a letter, see {@link ActivityDetails.Email}. */
    EMAIL,
    /** Something to do, see {@link ActivityDetails.Task}. */
    TASK,
    /** Something written down, see {@link ActivityDetails.Note}. */
    NOTE
}
