package io.crmkit.core.access;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Field;
import io.crmkit.core.port.Access;
import io.crmkit.core.port.AccessPolicy;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Noun;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A policy that is told what to answer; of nouns it was told nothing of, everything is allowed. */
final class Policies implements AccessPolicy {

    private final Map<Class<?>, Access<?>> told = new HashMap<>();

    <N extends Noun<?>> Policies with(Class<N> noun, Access<N> access) {
        told.put(noun, access);
        return this;
    }

    /** Every record may be seen and written, and is tried all the same. */
    static <N> Access<N> allSeeing(Field<N, ?> id) {
        return new Access<>(id.isSet(), id.isSet(), Set.of(), Criterion.nothing(), false);
    }

    static <N> Access<N> seeing(Criterion<N> visible, Set<Field<N, ?>> hidden) {
        return new Access<>(visible, visible, hidden, Criterion.nothing(), false);
    }

    @Override
    @SuppressWarnings("unchecked") // a noun's access stands under its class
    public <N extends Noun<?>> Access<N> of(Actor actor, Class<N> noun, Stores stores) {
        return (Access<N>) told.getOrDefault(noun, Access.<N>unlimited());
    }
}
