package io.crmkit.core.activity;

/** What a count of activities tells. */
public enum IndicatorRole {
    /** What sellers do, and can do more of: it comes before results. */
    LEADING,
    /** What came of it: a result. */
    LAGGING
}
