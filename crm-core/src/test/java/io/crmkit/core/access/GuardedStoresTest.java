package io.crmkit.core.access;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.ActivityTypeFields;
import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.audience.LeadFields;
import io.crmkit.core.audience.MergeFields;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.audience.PersonFields;
import io.crmkit.core.audience.PipelineFields;
import io.crmkit.core.audience.ProductFields;
import io.crmkit.core.audience.QuoteFields;
import io.crmkit.core.audience.SalesOrderFields;
import io.crmkit.core.audience.SellerFields;
import io.crmkit.core.audience.TeamFields;
import io.crmkit.core.document.Product;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.Person;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.port.Stores;
import io.crmkit.core.tck.Session;
import io.crmkit.core.tck.StoresTck;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.Team;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The contract, on guarded stores of an actor who may see and write everything; the journal has tests of its own. */
class GuardedStoresTest extends StoresTck {

    private static final Policies ALL_SEEING = new Policies()
            .with(Company.class, Policies.allSeeing(CompanyFields.ID))
            .with(Person.class, Policies.allSeeing(PersonFields.ID))
            .with(Seller.class, Policies.allSeeing(SellerFields.ID))
            .with(Team.class, Policies.allSeeing(TeamFields.ID))
            .with(Product.class, Policies.allSeeing(ProductFields.ID))
            .with(Pipeline.class, Policies.allSeeing(PipelineFields.ID))
            .with(Lead.class, Policies.allSeeing(LeadFields.ID))
            .with(Merge.class, Policies.allSeeing(MergeFields.ID))
            .with(Quote.class, Policies.allSeeing(QuoteFields.ID))
            .with(SalesOrder.class, Policies.allSeeing(SalesOrderFields.ID))
            .with(Opportunity.class, Policies.allSeeing(OpportunityFields.ID))
            .with(ActivityTypeDefinition.class, Policies.allSeeing(ActivityTypeFields.ID))
            .with(Activity.class, Policies.allSeeing(ActivityFields.ID));

    private final InMemoryStores stores = InMemoryStores.empty();

    @Override
    protected Session open() {
        Stores guarded = GuardedStores.over(stores, ALL_SEEING, new Actor(new TenantId("any"), "anna"));
        return new Sight(withJournal(guarded));
    }

    /* the contract's changes, and what belongs to a person, are of records that were never stored, which nobody may see */
    private static final Set<String> OF_NOBODY =
            Set.of("journal", "timeline", "merges", "affiliations", "consents", "retentionHolds");

    private Stores withJournal(Stores guarded) {
        return (Stores) Proxy.newProxyInstance(
                Stores.class.getClassLoader(),
                new Class<?>[] {Stores.class},
                (self, method, args) -> method.invoke(OF_NOBODY.contains(method.getName()) ? stores : guarded, args));
    }

    /** A host of guarded stores. */
    private record Sight(Stores stores) implements Session {

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            return stores.transactions().write(work);
        }

        @Override
        public void rollBack(Runnable work) {
            try {
                write(() -> {
                    work.run();
                    throw new IllegalCallerException("rolled back");
                });
            } catch (IllegalCallerException asWanted) {
                return;
            }
        }
    }
}
