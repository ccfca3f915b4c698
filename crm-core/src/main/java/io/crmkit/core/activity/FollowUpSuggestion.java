package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

/**
 * What is to be done next.
 *
 * @param type what it counts as
 * @param afterDays how many days later, 0 to 366
 */
public record FollowUpSuggestion(ActivityType type, int afterDays) {

    /**
     * Makes a suggestion.
     *
     * @throws IllegalArgumentException if the days break their rule
     */
    public FollowUpSuggestion {
        requireNonNull(type, "type");
        if (afterDays < 0 || afterDays > 366) {
            throw new IllegalArgumentException("afterDays must be from 0 to 366: " + afterDays);
        }
    }
}
