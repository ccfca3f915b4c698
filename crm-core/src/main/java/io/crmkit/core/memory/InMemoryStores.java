package io.crmkit.core.memory;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.activity.ActivityTypeDefinitionId;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentReferenceId;
import io.crmkit.core.document.DocumentSummary;
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
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Journal;
import io.crmkit.core.port.MatchKeys;
import io.crmkit.core.port.Numbering;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Timeline;
import io.crmkit.core.port.Transactions;
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

/**
 * Stores that keep everything in memory, for tests, trials and small hosts; what is kept ends with the process.
 *
 * <p>One writer at a time: a transaction is the work given to {@link #transactions()}, on the thread that runs it. Other
 * threads go on reading what is committed. A write outside a transaction is a transaction of its own. When nested work
 * fails, the transaction around it stores nothing either, as in a database.
 */
public final class InMemoryStores implements Stores {

    private final MemoryTransactions transactions = new MemoryTransactions();
    private final Store<Company, CompanyId> companies = empty(transactions);
    private final Store<Person, PersonId> people = empty(transactions);
    private final Store<Affiliation, AffiliationId> affiliations = empty(transactions);
    private final Store<Seller, SellerId> sellers = empty(transactions);
    private final Store<Team, TeamId> teams = empty(transactions);
    private final Store<Product, ProductId> products = empty(transactions);
    private final Store<Pipeline, PipelineId> pipelines = empty(transactions);
    private final Table<Opportunity> opportunitiesTable = transactions.newTable();
    private final Store<Opportunity, OpportunityId> opportunities = new MemoryStore<>(transactions, opportunitiesTable);
    private final Table<Activity> activitiesTable = transactions.newTable(ActivityFeed::index);
    private final Store<Activity, ActivityId> activities = new MemoryStore<>(transactions, activitiesTable);
    private final Store<Lead, LeadId> leads = empty(transactions);
    private final Store<Merge, MergeId> merges = empty(transactions);
    private final MatchKeys matchKeys = new MemoryMatchKeys(this);
    private final Table<Quote> quotesTable = transactions.newTable(DocumentRuns::ofQuotes);
    private final Store<Quote, QuoteId> quotes = new MemoryStore<>(transactions, quotesTable);
    private final Table<SalesOrder> ordersTable = transactions.newTable(DocumentRuns::ofOrders);
    private final Store<SalesOrder, SalesOrderId> orders = new MemoryStore<>(transactions, ordersTable);
    private final Table<DocumentReference> referencesTable = transactions.newTable(DocumentRuns::ofReferences);
    private final Store<DocumentReference, DocumentReferenceId> documentReferences =
            new MemoryStore<>(transactions, referencesTable);
    private final Numbering numbering = new MemoryNumbering(transactions);
    private final Store<Consent, ConsentId> consents = empty(transactions);
    private final Store<Suppression, SuppressionId> suppressions = empty(transactions);
    private final Store<RetentionHold, RetentionHoldId> retentionHolds = empty(transactions);
    private final Store<ActivityTypeDefinition, ActivityTypeDefinitionId> activityTypes = empty(transactions);
    private final Facts facts =
            new MemoryFacts(this, transactions, activitiesTable, opportunitiesTable, quotesTable, ordersTable);
    private final MemoryJournal journal = new MemoryJournal(transactions);
    private final Timeline timeline = new MemoryTimeline(
            transactions,
            new ActivityFeed(activitiesTable),
            new ChangeFeed(journal),
            new DocumentRuns<>(quotesTable, DocumentSummary::of),
            new DocumentRuns<>(ordersTable, DocumentSummary::of),
            new DocumentRuns<>(
                    referencesTable, reference -> reference.document().summary()));

    private InMemoryStores() {}

    /**
     * Makes stores without records.
     *
     * @return the stores, which threads may share
     */
    public static InMemoryStores empty() {
        return new InMemoryStores();
    }

    private static <N extends Noun<I>, I extends Identifier> Store<N, I> empty(MemoryTransactions transactions) {
        return new MemoryStore<>(transactions, transactions.newTable());
    }

    @Override
    public Store<Company, CompanyId> companies() {
        return companies;
    }

    @Override
    public Store<Person, PersonId> people() {
        return people;
    }

    @Override
    public Store<Affiliation, AffiliationId> affiliations() {
        return affiliations;
    }

    @Override
    public Store<Seller, SellerId> sellers() {
        return sellers;
    }

    @Override
    public Store<Team, TeamId> teams() {
        return teams;
    }

    @Override
    public Store<Product, ProductId> products() {
        return products;
    }

    @Override
    public Store<Pipeline, PipelineId> pipelines() {
        return pipelines;
    }

    @Override
    public Store<Opportunity, OpportunityId> opportunities() {
        return opportunities;
    }

    @Override
    public Store<Activity, ActivityId> activities() {
        return activities;
    }

    @Override
    public Store<Lead, LeadId> leads() {
        return leads;
    }

    @Override
    public Store<Merge, MergeId> merges() {
        return merges;
    }

    @Override
    public MatchKeys matchKeys() {
        return matchKeys;
    }

    @Override
    public Store<Quote, QuoteId> quotes() {
        return quotes;
    }

    @Override
    public Store<SalesOrder, SalesOrderId> orders() {
        return orders;
    }

    @Override
    public Store<DocumentReference, DocumentReferenceId> documentReferences() {
        return documentReferences;
    }

    @Override
    public Numbering numbering() {
        return numbering;
    }

    @Override
    public Store<Consent, ConsentId> consents() {
        return consents;
    }

    @Override
    public Store<Suppression, SuppressionId> suppressions() {
        return suppressions;
    }

    @Override
    public Store<RetentionHold, RetentionHoldId> retentionHolds() {
        return retentionHolds;
    }

    @Override
    public Store<ActivityTypeDefinition, ActivityTypeDefinitionId> activityTypes() {
        return activityTypes;
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }
}
