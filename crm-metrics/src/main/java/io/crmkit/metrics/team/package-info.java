/** Sellers beside their team. Start at {@link ControlChart}. */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics.team;
