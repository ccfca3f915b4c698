package io.crmkit.core.access;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.port.AccessPolicy;
import io.crmkit.core.port.Stores;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Noun;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One actor's access to the records of every noun, asked for when first needed. */
final class Guards {

    private final AccessPolicy policy;
    private final Actor actor;
    private final Stores stores;
    private final Map<Class<?>, Guard<?>> known = new ConcurrentHashMap<>();

    Guards(AccessPolicy policy, Actor actor, Stores stores) {
        this.policy = requireNonNull(policy, "access");
        this.actor = requireNonNull(actor, "actor");
        this.stores = requireNonNull(stores, "stores");
    }

    @SuppressWarnings("unchecked") // a noun's guard stands under its class
    <N extends Noun<?>> Guard<N> of(Class<N> noun) {
        return (Guard<N>) known.computeIfAbsent(
                noun,
                none -> new Guard<>(
                        noun,
                        policy.of(actor, noun, stores),
                        policy.seller(actor).orElse(null)));
    }
}
