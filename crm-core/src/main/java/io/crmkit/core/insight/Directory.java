package io.crmkit.core.insight;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The names behind identities, read once for one answer. */
final class Directory {

    static final String NO_OWNER = "(no owner)";

    private final Map<SellerId, Seller> sellers = new HashMap<>();
    private final Map<TeamId, Team> teams = new HashMap<>();

    Directory(Stores stores, TenantId tenant) {
        all(stores.sellers(), tenant, seller -> sellers.put(seller.id(), seller));
        all(stores.teams(), tenant, team -> teams.put(team.id(), team));
    }

    /** Passes every record of a small store, page by page. */
    static <N extends Noun<I>, I extends Identifier> void all(Store<N, I> store, TenantId tenant, Consumer<N> to) {
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (request.isPresent()) {
            Page<N> page = store.page(tenant, request.get());
            page.items().forEach(to);
            request = page.next(PageRequest.LARGEST);
        }
    }

    int sellers() {
        return sellers.size();
    }

    String name(@Nullable SellerId id) {
        Seller seller = id == null ? null : sellers.get(id);
        return seller == null ? NO_OWNER : seller.name();
    }

    @Nullable
    String team(@Nullable SellerId id) {
        Seller seller = id == null ? null : sellers.get(id);
        return seller == null ? null : team(seller.team());
    }

    @Nullable
    String team(@Nullable TeamId id) {
        Team team = id == null ? null : teams.get(id);
        return team == null ? null : team.name();
    }
}
