/**
 * Whole distributions of how many contracts and how much value are to come. Start at {@link
 * io.crmkit.metrics.distribution.CountDistribution} and {@link io.crmkit.metrics.distribution.ValueDistribution}.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics.distribution;
