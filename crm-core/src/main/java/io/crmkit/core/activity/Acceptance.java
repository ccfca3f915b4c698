package io.crmkit.core.activity;

/** What a participant said to being invited: the participation status of RFC 5545, section 3.2.12. */
public enum Acceptance {
    /** Nothing yet. */
    NEEDS_ACTION,
    /** Will come. */
    ACCEPTED,
    /** Will not come. */
    DECLINED,
    /** May come. */
    TENTATIVE
}
