package io.crmkit.core.pipeline;

/**
 * How surely an open opportunity is counted on; by default its stage's, by hand the seller's.
 *
 * <p>What it is not: a stage, an outcome or a probability. Nothing is inferred from one of them to another.
 */
public enum ForecastCategory {
    /** Left out of forecasts. */
    OMITTED,
    /** May close. */
    PIPELINE,
    /** Closes if things go well. */
    BEST_CASE,
    /** Is more likely to close than not. */
    MOST_LIKELY,
    /** Closes, the seller says. */
    COMMIT,
    /** Won. */
    CLOSED
}
