package io.crmkit.metrics;

/** What to keep in mind when reading a result; it travels with the number. */
public enum Caveat {
    /** Fewer than 30 to divide by: chance alone moves the rate a lot. */
    SMALL_SAMPLE,
    /** More than one in ten have not come to their end yet: the rate so far is too low by what is still to come. */
    CENSORED_SHARE_HIGH,
    /** The rate changed within the time it was learned from. */
    DRIFT,
    /** The answer reaches beyond what was observed. */
    EXTRAPOLATED,
    /** More came out of the step than went in during the period: the two counts are not of the same units. */
    RATIO_ABOVE_ONE,
    /** The period is shorter than what a step usually takes. */
    WINDOW_SHORT
}
