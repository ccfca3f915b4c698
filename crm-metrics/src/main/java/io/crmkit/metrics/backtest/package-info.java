/**
 * How well forecasts did, judged on what was known when they were made. Start at
 * {@link io.crmkit.metrics.backtest.RollingOrigin} and {@link io.crmkit.metrics.backtest.SkillReport}.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics.backtest;
