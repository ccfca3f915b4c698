package io.crmkit.core.port;

import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Noun;
import java.util.Optional;

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

    /**
     * Says which seller an actor is. A seller may answer for oneself what one was invited to and may see, though one may not
     * write it.
     *
     * @param actor who calls
     * @return the seller, or empty where the actor is none, or it is not known
     */
    default Optional<SellerId> seller(Actor actor) {
        return Optional.empty();
    }
}
