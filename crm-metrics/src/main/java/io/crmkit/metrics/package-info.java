/**
 * The vocabulary of the engine: counts, rates with their intervals, periods and amounts. Start at {@link
 * io.crmkit.metrics.Proportion}.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics;
