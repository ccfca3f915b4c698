package io.crmkit.metrics.backtest;

/** The score that a forecast and its baseline are compared by; small is good. */
public enum ScoringRule {

    /** {@link BrierScore}. */
    BRIER,

    /** {@link EventScores#logLoss}. */
    LOG_LOSS,

    /** {@link PointScores#meanAbsoluteError}. */
    MEAN_ABSOLUTE_ERROR,

    /** {@link PointScores#rootMeanSquaredError}. */
    ROOT_MEAN_SQUARED_ERROR
}
