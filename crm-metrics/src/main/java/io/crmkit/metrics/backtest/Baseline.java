package io.crmkit.metrics.backtest;

/** The forecast that needs no skill, which any other one is to beat. */
public enum Baseline {

    /** The same probability for every event: the base rate. */
    BASE_RATE,

    /** The last value, for every step. */
    NAIVE,

    /** The value of one season before. */
    SEASONAL_NAIVE
}
