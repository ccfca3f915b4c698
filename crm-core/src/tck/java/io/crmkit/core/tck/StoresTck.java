package io.crmkit.core.tck;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * The contract of {@link Stores}, as tests: an adapter extends this class, says how a transaction runs, and is done when
 * all is green.
 *
 * <p>Each test cites the numbered rule of the port it stands for. Tests use fresh tenants and identities; no data is ever
 * wiped, and no test waits for time to pass.
 */
public abstract class StoresTck {

    /** For extension by the tests of an adapter. */
    protected StoresTck() {}

    /**
     * Runs work in a transaction, and in a session, of its own: nothing may be remembered from earlier sessions but what
     * was committed. When the work throws, the transaction is rolled back and the exception passed on as it is.
     *
     * @param <T> what the work answers with
     * @param commit whether the transaction is committed or rolled back
     * @param work the work, given the stores of the session
     * @return what the work answered
     */
    protected abstract <T extends @Nullable Object> T inTransaction(boolean commit, Function<Stores, T> work);

    /** Companies. */
    @Nested
    @DisplayName("A store of companies")
    class Companies extends StoreRules<Company, CompanyId> {
        Companies() {
            super(StoresTck.this, Stores::companies, CompanyId::new, Samples::company, Company::withRevision);
        }
    }

    /** People. */
    @Nested
    @DisplayName("A store of people")
    class People extends StoreRules<Person, PersonId> {
        People() {
            super(StoresTck.this, Stores::people, PersonId::new, Samples::person, Person::withRevision);
        }
    }

    /** Sellers. */
    @Nested
    @DisplayName("A store of sellers")
    class Sellers extends StoreRules<Seller, SellerId> {
        Sellers() {
            super(StoresTck.this, Stores::sellers, SellerId::new, Samples::seller, Seller::withRevision);
        }
    }

    /** Teams. */
    @Nested
    @DisplayName("A store of teams")
    class Teams extends StoreRules<Team, TeamId> {
        Teams() {
            super(StoresTck.this, Stores::teams, TeamId::new, Samples::team, Team::withRevision);
        }
    }

    /** Products. */
    @Nested
    @DisplayName("A store of products")
    class Products extends StoreRules<Product, ProductId> {
        Products() {
            super(StoresTck.this, Stores::products, ProductId::new, Samples::product, Product::withRevision);
        }
    }

    /** Pipelines. */
    @Nested
    @DisplayName("A store of pipelines")
    class Pipelines extends StoreRules<Pipeline, PipelineId> {
        Pipelines() {
            super(StoresTck.this, Stores::pipelines, PipelineId::new, Samples::pipeline, Pipeline::withRevision);
        }
    }

    /** Opportunities. */
    @Nested
    @DisplayName("A store of opportunities")
    class Opportunities extends StoreRules<Opportunity, OpportunityId> {
        Opportunities() {
            super(
                    StoresTck.this,
                    Stores::opportunities,
                    OpportunityId::new,
                    Samples::opportunity,
                    Opportunity::withRevision);
        }
    }

    /** Activities. */
    @Nested
    @DisplayName("A store of activities")
    class Activities extends StoreRules<Activity, ActivityId> {
        Activities() {
            super(StoresTck.this, Stores::activities, ActivityId::new, Samples::activity, Activity::withRevision);
        }
    }

    /** Facts. */
    @Nested
    @DisplayName("The facts")
    class Facts extends FactsRules {
        Facts() {
            super(StoresTck.this);
        }
    }

    /** Transactions. */
    @Nested
    @DisplayName("The transactions")
    class Transactions extends TransactionsRules {
        Transactions() {
            super(StoresTck.this);
        }
    }
}
