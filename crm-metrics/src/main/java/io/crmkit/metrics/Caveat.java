package io.crmkit.metrics;

/**
 * A reason to read a figure with care, raised by the metric itself.
 *
 * <p>A caveat never changes a figure; it is to be shown beside it. Each constant names the threshold that raises it in
 * this library; a host may add a caveat of its own reasons.
 */
public enum Caveat {

    /**
     * Few observations: a funnel conversion whose denominator is below 30, a weighted pipeline whose history holds fewer
     * than 30 settled opportunities, or a curve of fewer than 30 units. A convention, not a law; the interval says how
     * little is known.
     */
    SMALL_SAMPLE,

    /**
     * Much is undecided: more than 0.10 of a cohort is still open. A conversion so far is then too low; a curve allows
     * for it, on the assumption that what is still open will go as what was settled at the same age, and counts as open
     * what was not followed up to the horizon.
     */
    CENSORED_SHARE_HIGH,

    /**
     * The process has changed: what happened lately and what happened before it differ by the log-rank test at 0.05, so
     * that figures from all of history mislead.
     */
    DRIFT,

    /** The figure speaks of times longer than anything observed: a curve asked beyond its last observed time. */
    EXTRAPOLATED,

    /**
     * A step counts more than the step before it in the same period, with something to divide by: the figure is a ratio
     * of two flows, not a share, and its interval is {@link IntervalMethod#TWO_POISSON}.
     */
    RATIO_ABOVE_ONE,

    /**
     * The window is too short: more than 0.10 of those that went on to the next step did so after it; or a series is
     * shorter than two of its seasons, or does not vary.
     */
    WINDOW_SHORT
}
