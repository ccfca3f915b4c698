package io.crmkit.core.view;

import io.crmkit.core.activity.ActivityType;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What keeps an opportunity from growing stale.
 *
 * @param meaningful the types of activity that count when they were held; nothing else does: no note, no file, no change of
 *     a field
 */
public record RottingRule(Set<ActivityType> meaningful) {

    /** Calls, meetings, quotes and contracts. */
    public static final RottingRule DEFAULT =
            new RottingRule(Set.of(ActivityType.CALL, ActivityType.MEETING, ActivityType.QUOTE, ActivityType.CONTRACT));

    /**
     * Makes a rule.
     *
     * @throws IllegalArgumentException if there are not 1 to 100 types
     */
    public RottingRule {
        SortedSet<ActivityType> sorted = new TreeSet<>(Comparator.comparing(ActivityType::code));
        sorted.addAll(meaningful);
        if (sorted.isEmpty() || sorted.size() > 100) {
            throw new IllegalArgumentException("meaningful must be 1 to 100 types, not " + sorted.size());
        }
        meaningful = Collections.unmodifiableSortedSet(sorted);
    }
}
