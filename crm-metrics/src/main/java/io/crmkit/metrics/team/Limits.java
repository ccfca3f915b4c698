package io.crmkit.metrics.team;

/**
 * Between which rates a seller's result lies by chance alone, when the seller is as good as the team.
 *
 * @param lower the lower limit, 0 to 1
 * @param upper the upper limit, at least the lower, at most 1
 * @param level the share of results that lie between them by chance: 0.95 or 0.998
 */
public record Limits(double lower, double upper, double level) {}
