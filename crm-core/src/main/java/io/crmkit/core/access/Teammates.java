package io.crmkit.core.access;

import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.SellerFields;
import io.crmkit.core.audience.TeamFields;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sellers within reach of one. */
record Teammates(Stores stores, TenantId tenant, SellerId seller) {

    private static final int AT_ONCE = 1_000;

    Set<SellerId> within(Reach reach) {
        Set<SellerId> sellers = new HashSet<>(Set.of(seller));
        sellers.addAll(sellersOf(teamsWithin(reach)));
        return sellers;
    }

    Set<TeamId> teamsWithin(Reach reach) {
        return switch (reach) {
            case TEAM -> teams();
            case SUBTREE -> subtree(teams());
            case NONE, OWN, ASSIGNED, ALL -> Set.of();
        };
    }

    private Set<TeamId> teams() {
        Set<TeamId> teams = new HashSet<>();
        stores.sellers().find(tenant, seller).map(Seller::team).ifPresent(teams::add);
        all(stores.teams(), TeamFields.LEADER.is(seller)).forEach(team -> teams.add(team.id()));
        return teams;
    }

    /* a team that stands below itself, which none should, is met once */
    private Set<TeamId> subtree(Set<TeamId> roots) {
        Set<TeamId> within = new HashSet<>(roots);
        List<Team> rest = new ArrayList<>(all(stores.teams(), TeamFields.PARENT.isSet()));
        boolean more = true;
        while (more) {
            List<Team> below =
                    rest.stream().filter(team -> within.contains(team.parent())).toList();
            rest.removeAll(below);
            below.forEach(team -> within.add(team.id()));
            more = !below.isEmpty();
        }
        return within;
    }

    private Set<SellerId> sellersOf(Set<TeamId> teams) {
        Set<SellerId> sellers = new HashSet<>();
        List<TeamId> all = List.copyOf(teams);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<TeamId> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            all(stores.sellers(), SellerFields.TEAM.in(some)).forEach(each -> sellers.add(each.id()));
        }
        return sellers;
    }

    private <N extends Noun<I>, I extends Identifier> List<N> all(Store<N, I> store, Criterion<N> criterion) {
        List<N> all = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (request.isPresent()) {
            Page<N> page = store.select(tenant, criterion, request.get());
            all.addAll(page.items());
            request = page.next(PageRequest.LARGEST);
        }
        return all;
    }
}
