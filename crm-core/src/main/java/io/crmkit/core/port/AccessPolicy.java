package io.crmkit.core.port;

import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Noun;

/**
 * Who may see and do what: given to the library once, asked for every actor, and applied below every handle.
 *
 * <p>A session asks once for each noun, when it first uses it, and keeps the answer for as long as it lives: a host makes a
 * session for a request, not for a day.
 *
 * <p>{@code RolePolicy} in {@code io.crmkit.core.access} is one by roles and teams.
 */
public interface AccessPolicy {

    /**
     * Says what an actor may do with the records of a noun.
     *
     * @param <N> the noun
     * @param actor who calls
     * @param noun the class of the records
     * @param stores all records, for a policy that depends on them: who is in whose team; the actor's tenant is to be
     *     given with each call
     * @return the actor's access; {@link Access#unlimited} where nothing is forbidden
     */
    <N extends Noun<?>> Access<N> of(Actor actor, Class<N> noun, Stores stores);
}
