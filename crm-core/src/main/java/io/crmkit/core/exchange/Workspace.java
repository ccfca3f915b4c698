package io.crmkit.core.exchange;

import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.exchange.Finding.Code;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.IdSource;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the files of one import share: where records go, which names are known, what stood out. */
final class Workspace {

    final Stores stores;
    final TenantId tenant;
    final IdSource ids;
    final ImportOptions options;
    final Findings findings = new Findings();
    final Names<Team, TeamId> teams;
    final Names<Seller, SellerId> sellers;
    final Names<Company, CompanyId> companies;
    final Names<Person, PersonId> people;
    final Names<Product, ProductId> products;

    Workspace(Stores stores, TenantId tenant, IdSource ids, ImportOptions options) {
        this.stores = stores;
        this.tenant = tenant;
        this.ids = ids;
        this.options = options;
        teams = new Names<>(
                stores.teams(), tenant, name -> new Team(new TeamId(ids.next()), Revision.NONE, name, null));
        sellers = new Names<>(
                stores.sellers(), tenant, name -> new Seller(new SellerId(ids.next()), Revision.NONE, name, null));
        companies = new Names<>(stores.companies(), tenant, name -> Company.named(new CompanyId(ids.next()), name));
        people = new Names<>(
                stores.people(), tenant, name -> new Person(new PersonId(ids.next()), Revision.NONE, name, null));
        products = new Names<>(
                stores.products(),
                tenant,
                name -> new Product(new ProductId(ids.next()), Revision.NONE, name, null, null));
    }

    /** The identity of a team, made with its region when first named. */
    TeamId team(String name, @Nullable String region) {
        if (!teams.missing(List.of(name)).isEmpty()) {
            teams.store(List.of(new Team(new TeamId(ids.next()), Revision.NONE, name, region)));
        }
        return teams.required(name);
    }

    /** The name that was probably meant by one that is not known. */
    Optional<String> meantBy(Code code, String value) {
        return switch (code) {
            case UNKNOWN_PRODUCT -> products.meantBy(value);
            case UNKNOWN_SELLER -> sellers.meantBy(value);
            case UNKNOWN_COMPANY -> companies.meantBy(value);
            default -> Optional.empty();
        };
    }
}
