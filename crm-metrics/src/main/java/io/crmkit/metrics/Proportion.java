package io.crmkit.metrics;

/**
 * x.
 * @param successes x
 * @param trials x
 */
public record Proportion(long successes, long trials) {}
