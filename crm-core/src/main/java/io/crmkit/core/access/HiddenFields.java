package io.crmkit.core.access;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Criterion.All;
import io.crmkit.core.audience.Criterion.Any;
import io.crmkit.core.audience.Criterion.Between;
import io.crmkit.core.audience.Criterion.Comparison;
import io.crmkit.core.audience.Criterion.IsSet;
import io.crmkit.core.audience.Criterion.Not;
import io.crmkit.core.audience.Criterion.OneOf;
import io.crmkit.core.audience.Criterion.Operator;
import io.crmkit.core.audience.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a noun that an actor may not see, as if they were not set. */
final class HiddenFields<N> {

    private static final String PARTICIPANTS = ActivityFields.PARTICIPANTS.name();
    private static final Set<Field<Activity, ?>> OF_KIND =
            Set.of(ActivityFields.DIRECTION, ActivityFields.PLACE, ActivityFields.DUE_ON, ActivityFields.ENDS_AT);

    /* by name: a custom field is hidden whatever kind it is asked for as */
    private final Map<String, Slot<N>> slots;

    HiddenFields(Class<N> noun, Set<Field<N, ?>> hidden) {
        slots = hidden.stream().collect(Collectors.toMap(Field::name, field -> Slot.of(noun, field)));
    }

    /* who takes part is hidden where it is hidden that anybody does, and what is of a kind where the kind is */
    boolean contains(Field<N, ?> field) {
        boolean isParticipant = field.participant() != null && slots.containsKey(PARTICIPANTS);
        boolean isOfKind = OF_KIND.contains(field) && slots.containsKey(ActivityFields.KIND.name());
        return slots.containsKey(field.name()) || isParticipant || isOfKind;
    }

    /** Says whether a field of the journal is one of them. */
    boolean holds(String path) {
        return slots.values().stream().anyMatch(slot -> slot.holds(path));
    }

    /** A record as it may be seen. */
    N masked(N noun) {
        N seen = noun;
        for (Slot<N> slot : slots.values()) {
            seen = slot.cleared(seen);
        }
        return seen;
    }

    /** A record as given, with what is stored in the fields that were not seen. */
    N kept(N given, N stored) {
        N whole = given;
        for (Slot<N> slot : slots.values()) {
            whole = slot.filled(whole, stored);
        }
        return whole;
    }

    /** The field that a record sets though it may not be seen. */
    Optional<String> setBy(N given) {
        return slots.entrySet().stream()
                .filter(slot -> slot.getValue().isSet(given))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** The criterion that says of records as they are stored what another says of them as they may be seen. */
    Criterion<N> seen(Criterion<N> criterion) {
        return slots.isEmpty() ? criterion : seen(criterion, true);
    }

    /* negations are pushed down to the fields, where unknown fails either way */
    private Criterion<N> seen(Criterion<N> criterion, boolean wanted) {
        if (criterion instanceof All<N> all) {
            return wanted ? new All<>(parts(all.parts(), true)) : new Any<>(parts(all.parts(), false));
        } else if (criterion instanceof Any<N> any) {
            return wanted ? new Any<>(parts(any.parts(), true)) : new All<>(parts(any.parts(), false));
        } else if (criterion instanceof Not<N> not) {
            return seen(not.part(), !wanted);
        } else if (!contains(field(criterion))) {
            return wanted ? criterion : criterion.not();
        }
        return saysOfNothing(criterion, wanted) ? Criterion.everything() : Criterion.nothing();
    }

    private List<Criterion<N>> parts(List<Criterion<N>> parts, boolean wanted) {
        return parts.stream().map(part -> seen(part, wanted)).toList();
    }

    private static <N> Field<N, ?> field(Criterion<N> leaf) {
        if (leaf instanceof Comparison<N, ?> comparison) {
            return comparison.field();
        } else if (leaf instanceof OneOf<N, ?> oneOf) {
            return oneOf.field();
        } else if (leaf instanceof Between<N, ?> between) {
            return between.field();
        }
        return ((IsSet<N, ?>) leaf).field();
    }

    /** Whether a leaf is surely what is wanted of a record whose field is not set; who or what is not there is false. */
    private static <N> boolean saysOfNothing(Criterion<N> leaf, boolean wanted) {
        if (isPresence(field(leaf))) {
            return saysOfAbsence(leaf) == wanted;
        }
        return leaf instanceof IsSet<N, ?> && !wanted;
    }

    private static boolean isPresence(Field<?, ?> field) {
        return field.tag() != null
                || field.participant() != null
                || field.name().equals(PARTICIPANTS);
    }

    private static <N> boolean saysOfAbsence(Criterion<N> leaf) {
        if (leaf instanceof Comparison<N, ?> comparison) {
            return comparison.value().equals(false) == (comparison.operator() == Operator.IS);
        }
        return !(leaf instanceof OneOf<N, ?> oneOf) || holdsFalse(oneOf.values());
    }

    private static boolean holdsFalse(List<?> values) {
        return values.contains(false);
    }
}
