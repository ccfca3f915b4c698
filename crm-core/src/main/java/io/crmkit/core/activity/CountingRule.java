package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which activities of a type count, and whose they are.
 *
 * @param states the states that count; none where the type counts for nothing
 * @param credit whose they are
 */
public record CountingRule(Set<ActivityState> states, Credit credit) {

    /** What is held counts, for the seller whose it is. */
    public static final CountingRule HELD = new CountingRule(Set.of(ActivityState.HELD), Credit.OWNER);

    /** Makes a rule. */
    public CountingRule {
        EnumSet<ActivityState> ordered = EnumSet.noneOf(ActivityState.class);
        for (ActivityState state : requireNonNull(states, "states")) {
            ordered.add(requireNonNull(state, "states"));
        }
        states = Collections.unmodifiableSet(ordered);
        requireNonNull(credit, "credit");
    }

    /**
     * Says whether an activity counts.
     *
     * @param activity an activity of the type
     * @return whether its state is one that counts
     */
    public boolean counts(Activity activity) {
        return states.contains(activity.state());
    }

    /**
     * Returns the same rule with another credit.
     *
     * @param other whose they are
     * @return a copy that differs in its credit only
     */
    public CountingRule crediting(Credit other) {
        return new CountingRule(states, other);
    }
}
