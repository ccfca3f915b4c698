package io.crmkit.core.access;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Field;
import io.crmkit.core.port.Access;
import io.crmkit.core.port.AccessPolicy;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Noun;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A policy by roles: the host says which role an actor has and which seller the actor is, the stored teams say the rest.
 *
 * <pre>{@code
 * Crm.builder().stores(stores).access(RolePolicy.of(actor -> roles.get(actor.user()))).build();
 * }</pre>
 */
public final class RolePolicy implements AccessPolicy {

    /* a total of two sellers tells each of them the other's row */
    private static final int LEAST_OTHERS = 2;

    private final Function<Actor, Assignment> roles;

    private RolePolicy(Function<Actor, Assignment> roles) {
        this.roles = requireNonNull(roles, "roles");
    }

    /**
     * What an actor is.
     *
     * @param role the actor's role
     * @param seller which seller the actor is, or null for one who does not sell, and owns nothing
     */
    public record Assignment(Role role, @Nullable SellerId seller) {

        /** Makes an assignment. */
        public Assignment {
            requireNonNull(role, "role");
        }
    }

    /**
     * Makes a policy.
     *
     * @param roles says what an actor is; an actor without an answer is refused with a {@link NullPointerException}
     * @return the policy
     */
    public static RolePolicy of(Function<Actor, Assignment> roles) {
        return new RolePolicy(roles);
    }

    @Override
    public <N extends Noun<?>> Access<N> of(Actor actor, Class<N> noun, Stores stores) {
        Assignment is = requireNonNull(roles.apply(actor), "assignment");
        Scope<N> scope = new Scope<>(actor, noun, stores, is.seller());
        Role role = is.role();
        return new Access<>(
                scope.seen(role.read(noun)),
                scope.criterion(role.write(noun)),
                role.hidden(noun),
                scope.counted(role.read(noun), role.compared()),
                role.handsOver());
    }

    @Override
    public Optional<SellerId> seller(Actor actor) {
        return Optional.ofNullable(
                requireNonNull(roles.apply(actor), "assignment").seller());
    }

    /** Whose records of a noun a seller reaches. */
    private record Scope<N>(
            Actor actor,
            Class<N> noun,
            Stores stores,
            @Nullable SellerId seller) {

        Criterion<N> criterion(Reach reach) {
            Optional<Field<N, SellerId>> owner = Owners.of(noun);
            if (reach == Reach.NONE) {
                return Criterion.nothing();
            } else if (reach == Reach.ALL || owner.isEmpty()) {
                return Criterion.everything();
            }
            Criterion<N> owned = Owners.withinOrNobodys(owner.get(), sellers(reach));
            return Owners.ofTeams(noun, teams(reach)).map(owned::or).orElse(owned);
        }

        /* what the seller takes part in is seen, and not written for that */
        Criterion<N> seen(Reach reach) {
            Criterion<N> owned = criterion(reach);
            SellerId own = seller;
            if (own == null || reach.compareTo(Reach.ASSIGNED) < 0 || reach == Reach.ALL) {
                return owned;
            }
            return Owners.takingPart(noun, own).map(owned::or).orElse(owned);
        }

        private Set<SellerId> sellers(Reach reach) {
            return seller == null ? Set.of() : new Teammates(stores, actor.tenant(), seller).within(reach);
        }

        private Set<TeamId> teams(Reach reach) {
            return seller == null ? Set.of() : new Teammates(stores, actor.tenant(), seller).teamsWithin(reach);
        }

        Criterion<N> counted(Reach read, Reach compared) {
            if (compared.compareTo(read) <= 0 || Owners.of(noun).isEmpty()) {
                return Criterion.nothing();
            }
            Set<SellerId> own = sellers(read);
            long others = compared == Reach.ALL
                    ? stores.sellers().count(actor.tenant()) - own.size()
                    : sellers(compared).stream()
                            .filter(each -> !own.contains(each))
                            .count();
            return others < LEAST_OTHERS ? Criterion.nothing() : criterion(compared);
        }
    }
}
