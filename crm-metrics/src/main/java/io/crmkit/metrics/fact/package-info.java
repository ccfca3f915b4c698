/**
 * Millions of activities in columns, counted by seller, period and step, and followed in order subject by subject.
 * Start at {@link io.crmkit.metrics.fact.ActivityFacts}, count with {@link io.crmkit.metrics.fact.Tally}, and follow
 * with {@link io.crmkit.metrics.fact.OrderedFunnel}.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics.fact;
