package io.crmkit.core.pipeline;

/** How often a line of an opportunity is charged. */
public enum Charge {
    /** Once. */
    ONCE,
    /** Every month. */
    MONTHLY
}
