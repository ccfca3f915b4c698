/** What is open, and what may come of it. Start at {@link WeightedPipeline}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics.forecast;
