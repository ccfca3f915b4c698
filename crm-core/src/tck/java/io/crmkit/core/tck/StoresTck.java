package io.crmkit.core.tck;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.activity.ActivityTypeDefinitionId;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentReferenceId;
import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.AffiliationId;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Lead;
import io.crmkit.core.party.LeadId;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.MergeId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.privacy.Consent;
import io.crmkit.core.privacy.ConsentId;
import io.crmkit.core.privacy.RetentionHold;
import io.crmkit.core.privacy.RetentionHoldId;
import io.crmkit.core.privacy.Suppression;
import io.crmkit.core.privacy.SuppressionId;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole contract of a storage adapter: extend it, say how a session is opened, and run it.
 *
 * <p>Every test uses tenants and identities of its own, so that one database may serve all of them and keeps whatever it
 * held before.
 */
@ExtendWith(OneRule.class)
public abstract class StoresTck {

    /**
     * The JUnit configuration parameter, or system property, that names the only rule to test, as the tests' names
     * begin: {@code -Dcrm.tck.rule="Store rule 5"}. The others are skipped; without it all are tested.
     */
    public static final String RULE = "crm.tck.rule";

    /** Makes the contract. */
    protected StoresTck() {}

    /**
     * Opens a session. All sessions of one test see the same data, each in a unit of work of its own.
     *
     * @return the session, closed after the test
     */
    protected abstract Session open();

    /**
     * Says how many writers contend for one record.
     *
     * @return how many threads, each with a session of its own
     */
    protected int writers() {
        return 8;
    }

    /** Passes the hooks on to the rules of one noun. */
    abstract class Rules<N extends Noun<I>, I extends Identifier> extends StoreTck<N, I> {

        Rules(Specimens<N, I> specimens) {
            super(specimens);
        }

        @Override
        protected Session open() {
            return StoresTck.this.open();
        }

        @Override
        protected int writers() {
            return StoresTck.this.writers();
        }
    }

    @Nested
    class ForCompanies extends Rules<Company, CompanyId> {

        ForCompanies() {
            super(Nouns.COMPANIES);
        }
    }

    @Nested
    class ForPeople extends Rules<Person, PersonId> {

        ForPeople() {
            super(Nouns.PEOPLE);
        }
    }

    @Nested
    class ForAffiliations extends Rules<Affiliation, AffiliationId> {

        ForAffiliations() {
            super(Nouns.AFFILIATIONS);
        }
    }

    @Nested
    class ForSellers extends Rules<Seller, SellerId> {

        ForSellers() {
            super(Nouns.SELLERS);
        }
    }

    @Nested
    class ForTeams extends Rules<Team, TeamId> {

        ForTeams() {
            super(Nouns.TEAMS);
        }
    }

    @Nested
    class ForProducts extends Rules<Product, ProductId> {

        ForProducts() {
            super(Nouns.PRODUCTS);
        }
    }

    @Nested
    class ForQuotes extends Rules<Quote, QuoteId> {

        ForQuotes() {
            super(Nouns.QUOTES);
        }
    }

    @Nested
    class ForOrders extends Rules<SalesOrder, SalesOrderId> {

        ForOrders() {
            super(Nouns.ORDERS);
        }
    }

    @Nested
    class ForDocumentReferences extends Rules<DocumentReference, DocumentReferenceId> {

        ForDocumentReferences() {
            super(Nouns.DOCUMENT_REFERENCES);
        }
    }

    @Nested
    class ForPipelines extends Rules<Pipeline, PipelineId> {

        ForPipelines() {
            super(Nouns.PIPELINES);
        }
    }

    @Nested
    class ForOpportunities extends Rules<Opportunity, OpportunityId> {

        ForOpportunities() {
            super(Nouns.OPPORTUNITIES);
        }
    }

    @Nested
    class ForActivities extends Rules<Activity, ActivityId> {

        ForActivities() {
            super(Nouns.ACTIVITIES);
        }
    }

    @Nested
    class ForActivityTypes extends Rules<ActivityTypeDefinition, ActivityTypeDefinitionId> {

        ForActivityTypes() {
            super(Nouns.ACTIVITY_TYPES);
        }
    }

    @Nested
    class ForLeads extends Rules<Lead, LeadId> {

        ForLeads() {
            super(Nouns.LEADS);
        }
    }

    @Nested
    class ForConsents extends Rules<Consent, ConsentId> {

        ForConsents() {
            super(Nouns.CONSENTS);
        }
    }

    @Nested
    class ForMerges extends Rules<Merge, MergeId> {

        ForMerges() {
            super(Nouns.MERGES);
        }
    }

    @Nested
    class ForSuppressions extends Rules<Suppression, SuppressionId> {

        ForSuppressions() {
            super(Nouns.SUPPRESSIONS);
        }
    }

    @Nested
    class ForMatchKeys extends MatchKeysTck {

        @Override
        protected Session open() {
            return StoresTck.this.open();
        }
    }

    @Nested
    class ForRetentionHolds extends Rules<RetentionHold, RetentionHoldId> {

        ForRetentionHolds() {
            super(Nouns.RETENTION_HOLDS);
        }
    }

    @Nested
    class ForFacts extends FactsTck {

        @Override
        protected Session open() {
            return StoresTck.this.open();
        }
    }

    @Nested
    class ForJournal extends JournalTck {

        @Override
        protected Session open() {
            return StoresTck.this.open();
        }

        @Override
        protected int writers() {
            return StoresTck.this.writers();
        }
    }

    @Nested
    class ForNumbering extends NumberingTck {

        @Override
        protected Session open() {
            return StoresTck.this.open();
        }

        @Override
        protected int writers() {
            return StoresTck.this.writers();
        }
    }

    @Nested
    class ForTimeline extends TimelineTck {

        @Override
        protected Session open() {
            return StoresTck.this.open();
        }
    }

    @Nested
    class ForTransactions extends TransactionsTck {

        @Override
        protected Session open() {
            return StoresTck.this.open();
        }
    }
}
