package io.crmkit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.FieldKey;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What must be so before an opportunity may enter a stage. The opportunity itself keeps the gate: there is no way into a
 * stage around it.
 *
 * @param required the fields that must be set
 * @param custom the names of the custom fields that must be set, at most 100
 * @param noSkipping whether the open stages between must have been passed through
 * @param noGoingBack whether it may not be entered from a stage further on, or from one that ends
 * @param approval whether somebody other than the seller in charge must have approved
 */
public record Gate(
        Set<Requirement> required, Set<String> custom, boolean noSkipping, boolean noGoingBack, boolean approval) {

    /** A gate that lets everything through. */
    public static final Gate OPEN = new Gate(Set.of(), Set.of(), false, false, false);

    /**
     * Makes a gate.
     *
     * @throws IllegalArgumentException if there are over 100 custom fields, or one is no name of a field
     */
    public Gate {
        EnumSet<Requirement> fields = EnumSet.noneOf(Requirement.class);
        requireNonNull(required, "required").forEach(each -> fields.add(requireNonNull(each, "required[]")));
        required = Collections.unmodifiableSet(fields);
        SortedSet<String> names = new TreeSet<>();
        requireNonNull(custom, "custom")
                .forEach(each -> names.add(
                        FieldKey.text(requireNonNull(each, "custom[]")).name()));
        if (names.size() > 100) {
            throw new IllegalArgumentException("custom must be at most 100 fields, not " + names.size());
        }
        custom = Collections.unmodifiableSortedSet(names);
    }

    /**
     * Makes a gate that asks for fields.
     *
     * @param fields the fields that must be set
     * @return the gate
     */
    public static Gate requiring(Requirement... fields) {
        return new Gate(Set.of(fields), Set.of(), false, false, false);
    }
}
