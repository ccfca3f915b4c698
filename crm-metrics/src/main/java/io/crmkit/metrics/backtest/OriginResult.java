package io.crmkit.metrics.backtest;

import io.crmkit.metrics.Period;

/**
 * What was forecast at one origin, and what came.
 *
 * @param window the period forecast; its first instant is the origin
 * @param known how many facts had been recorded before the origin
 * @param forecast what the model answered
 * @param actual what came
 * @param <P> the type of forecast
 * @param <A> the type of outcome
 */
public record OriginResult<P, A>(Period window, int known, P forecast, A actual) {}
