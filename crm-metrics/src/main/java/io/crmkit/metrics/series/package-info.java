/**
 * Series of values at equal steps of time, carried on with intervals. Start at
 * {@link io.crmkit.metrics.series.TimeSeries}.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics.series;
