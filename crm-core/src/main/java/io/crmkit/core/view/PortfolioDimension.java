package io.crmkit.core.view;

/** By what a portfolio is laid out; currencies stay apart in any case. */
public enum PortfolioDimension {
    /** By pipeline. */
    PIPELINE,
    /** By the name of the stage. */
    STAGE,
    /** By owner. */
    OWNER,
    /** By the owner's team. */
    TEAM,
    /** By forecast category. */
    CATEGORY,
    /** By month of expected close. */
    MONTH
}
