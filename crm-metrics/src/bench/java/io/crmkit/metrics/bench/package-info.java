/** Benchmarks of {@code io.crmkit.metrics.fact}, each of which checks its answers before it is timed. */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics.bench;
