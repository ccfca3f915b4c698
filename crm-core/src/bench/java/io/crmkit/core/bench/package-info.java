/** Benchmarks of crm-core in memory, each of which checks its answers before it is timed. */
@org.jspecify.annotations.NullMarked
package io.crmkit.core.bench;
