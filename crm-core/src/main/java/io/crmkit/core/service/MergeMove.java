package io.crmkit.core.service;

/**
 * How many records a merge re-points in one of their fields.
 *
 * @param noun the noun, as the journal calls it, such as {@code activity}
 * @param field the field, as the journal calls it, such as {@code subjects.person}
 * @param count how many records
 */
public record MergeMove(String noun, String field, long count) {}
