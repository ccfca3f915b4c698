package io.crmkit.metrics.team;

/** Where a seller's rate lies beside the control limits around the team's rate. */
public enum Position {
    /** Within the 95 % limits: nothing that chance does not explain. */
    WITHIN,
    /** Below the 95 % limits: one in forty sellers as good as the team is found here by chance. */
    BELOW_WARNING,
    /** Below the 99.8 % limits: one in a thousand is found here by chance. */
    BELOW_ACTION,
    /** Above the 95 % limits: one in forty is found here by chance. */
    ABOVE_WARNING,
    /** Above the 99.8 % limits: one in a thousand is found here by chance. */
    ABOVE_ACTION,
    /** With this few trials no result on this side of the team's rate could lie outside the 95 % limits. */
    NOT_ENOUGH_DATA
}
