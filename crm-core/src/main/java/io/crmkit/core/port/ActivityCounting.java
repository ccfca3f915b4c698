package io.crmkit.core.port;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.CountingRule;
import io.crmkit.core.activity.Credit;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which activities count, and whose they are, by their types.
 *
 * @param rules the rules of types that have one of their own, at most 1,000; all others have {@link CountingRule#HELD}
 */
public record ActivityCounting(Map<ActivityType, CountingRule> rules) {

    /** What is held counts, for the seller whose it is. */
    public static final ActivityCounting HELD = new ActivityCounting(Map.of());

    /** Makes a counting. */
    public ActivityCounting {
        rules = Map.copyOf(rules);
    }

    /**
     * Returns the rule of a type.
     *
     * @param type the type
     * @return its own rule, or {@link CountingRule#HELD}
     */
    public CountingRule rule(ActivityType type) {
        return rules.getOrDefault(requireNonNull(type, "type"), CountingRule.HELD);
    }

    /**
     * Returns the same counting with every activity once: as that of the seller whose it is.
     *
     * @return the counting that totals are made of
     */
    public ActivityCounting byOwner() {
        return new ActivityCounting(rules.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, rule -> rule.getValue().crediting(Credit.OWNER))));
    }

    /**
     * Returns the types whose activities are not their owner's alone.
     *
     * @return the types
     */
    public Set<ActivityType> shared() {
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue().credit() != Credit.OWNER)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /**
     * Returns which activities count, as a criterion that a store can evaluate.
     *
     * @return true for activities whose state counts for their type
     */
    public Criterion<Activity> counted() {
        Criterion<Activity> held = ActivityFields.STATE.is(ActivityState.HELD);
        if (rules.isEmpty()) {
            return held;
        }
        Map<Set<ActivityState>, List<ActivityType>> byStates = rules.entrySet().stream()
                .collect(groupingBy(rule -> rule.getValue().states(), mapping(Map.Entry::getKey, toList())));
        List<Criterion<Activity>> parts = new ArrayList<>();
        parts.add(held.and(ActivityFields.TYPE.in(rules.keySet()).not()));
        byStates.forEach((states, types) -> {
            if (!states.isEmpty()) {
                parts.add(ActivityFields.TYPE.in(types).and(ActivityFields.STATE.in(states)));
            }
        });
        return new Criterion.Any<>(parts);
    }
}
