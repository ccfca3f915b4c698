package io.crmkit.metrics.funnel;

/** Which of a unit's arrivals at a step are counted, where it has been there more than once. */
public enum Counting {

    /** The first one: the unit counts once, and its clock starts there. */
    FIRST_ENTRY,

    /** The last one: the unit counts once, and what it reached before it went back does not count. */
    LAST_ENTRY,

    /** Each one: a unit that goes back and forth counts each time, and each visit succeeds or fails on its own. */
    EVERY_ENTRY
}
