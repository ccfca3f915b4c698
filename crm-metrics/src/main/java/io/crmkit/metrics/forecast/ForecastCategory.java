package io.crmkit.metrics.forecast;

/** How a seller reckons with an open opportunity, whatever its stage or probability. */
public enum ForecastCategory {

    /** Left out of the forecast. */
    OMITTED,

    /** Open, and no more said. */
    PIPELINE,

    /** Can be won if all goes well. */
    BEST_CASE,

    /** More likely to be won than not. */
    MOST_LIKELY,

    /** Promised. */
    COMMIT,

    /** Won. */
    CLOSED
}
