package io.crmkit.metrics.team;

/**
 * Where a seller's rate lies on a {@link ControlChart}.
 *
 * <p>A position beyond a limit means: chance alone brings a seller who is just like the team this far in at most one
 * of 40 cases (warning) or one of 1000 (action) on that side. It is a question to ask, not a finding: among 20 such
 * sellers up to one is to be expected beyond a warning limit.
 */
public enum Position {

    /** Beyond no limit; chance alone would explain the rate. */
    WITHIN,

    /** Below the lower 95 % limit, not below the lower 99.8 % limit. */
    BELOW_WARNING,

    /** Below the lower 99.8 % limit. */
    BELOW_ACTION,

    /** Above the upper 95 % limit, not above the upper 99.8 % limit. */
    ABOVE_WARNING,

    /** Above the upper 99.8 % limit. */
    ABOVE_ACTION,

    /** No trials, or so few that not even no success or nothing but successes would be beyond a warning limit. */
    NOT_ENOUGH_DATA
}
