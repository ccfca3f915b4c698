/**
 * What the open business is worth by what history won. Start at {@link io.crmkit.metrics.forecast.WeightedPipeline}.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics.forecast;
