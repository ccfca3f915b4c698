/**
 * Sellers beside their team, with the play that chance has. Start at {@link io.crmkit.metrics.team.ControlChart}.
 */
@org.jspecify.annotations.NullMarked
package io.crmkit.metrics.team;
