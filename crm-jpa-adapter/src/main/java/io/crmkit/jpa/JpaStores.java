package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

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
import io.crmkit.core.port.CommitHook;
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
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;

/**
 * Stores in the host's database, through the host's EntityManager and inside the host's transaction.
 *
 * <p>Nothing here begins, commits, closes or clears. A save, and {@code transactions().write}, need an active transaction
 * that the EntityManager has joined, and throw {@link io.crmkit.core.port.StoreException} without one; reads do not. A
 * save is flushed before it answers. When work given to {@code transactions().write} throws, the host's transaction can
 * only be rolled back. Appending to the journal locks the tenant's counter until that transaction ends, so that it is to
 * be the last that a transaction does. Between two calls the host's persistence context holds none of this library's rows.
 *
 * <p>As safe for threads as the EntityManager is: give a supplier of the current thread's where there are several.
 */
public final class JpaStores implements Stores {

    private final Store<Company, CompanyId> companies;
    private final Store<Person, PersonId> people;
    private final Store<Affiliation, AffiliationId> affiliations;
    private final Store<Seller, SellerId> sellers;
    private final Store<Team, TeamId> teams;
    private final Store<Product, ProductId> products;
    private final Store<Pipeline, PipelineId> pipelines;
    private final Store<Opportunity, OpportunityId> opportunities;
    private final Store<Activity, ActivityId> activities;
    private final Store<Lead, LeadId> leads;
    private final Store<Merge, MergeId> merges;
    private final MatchKeys matchKeys;
    private final Store<Quote, QuoteId> quotes;
    private final Store<SalesOrder, SalesOrderId> orders;
    private final Store<DocumentReference, DocumentReferenceId> documentReferences;
    private final Numbering numbering;
    private final Store<Consent, ConsentId> consents;
    private final Store<Suppression, SuppressionId> suppressions;
    private final Store<RetentionHold, RetentionHoldId> retentionHolds;
    private final Store<ActivityTypeDefinition, ActivityTypeDefinitionId> activityTypes;
    private final Facts facts;
    private final Journal journal;
    private final Timeline timeline;
    private final Joined joined;

    private JpaStores(Joined joined) {
        this.joined = joined;
        this.companies = new JpaStore<>(joined, CompanyRows.MAPPING);
        this.people = new JpaStore<>(joined, PersonRows.MAPPING);
        this.affiliations = new JpaStore<>(joined, AffiliationRows.MAPPING);
        this.sellers = new JpaStore<>(joined, SellerRows.MAPPING);
        this.teams = new JpaStore<>(joined, TeamRows.MAPPING);
        this.products = new JpaStore<>(joined, ProductRows.MAPPING);
        this.pipelines = new JpaStore<>(joined, PipelineRows.MAPPING);
        this.opportunities = new JpaStore<>(joined, OpportunityRows.MAPPING);
        this.activities = new JpaStore<>(joined, ActivityRows.MAPPING);
        this.leads = new JpaStore<>(joined, LeadRows.MAPPING);
        this.merges = new JpaStore<>(joined, MergeRows.MAPPING);
        this.matchKeys = new JpaMatchKeys(joined);
        this.quotes = new JpaStore<>(joined, QuoteRows.MAPPING);
        this.orders = new JpaStore<>(joined, SalesOrderRows.MAPPING);
        this.documentReferences = new JpaStore<>(joined, DocumentReferenceRows.MAPPING);
        this.numbering = new JpaNumbering(joined);
        this.consents = new JpaStore<>(joined, ConsentRows.MAPPING);
        this.suppressions = new JpaStore<>(joined, SuppressionRows.MAPPING);
        this.activityTypes = new JpaStore<>(joined, ActivityTypeRows.MAPPING);
        this.retentionHolds = new JpaStore<>(joined, RetentionHoldRows.MAPPING);
        this.facts = new JpaFacts(joined);
        this.journal = new JpaJournal(joined);
        this.timeline = new JpaTimeline(joined);
    }

    /**
     * Makes stores that join whatever EntityManager is current, as hosts with one for each request or thread need.
     *
     * @param entityManager answers with the EntityManager to use; asked at each call
     * @return the stores
     */
    public static JpaStores joining(Supplier<EntityManager> entityManager) {
        return new JpaStores(new Joined(entityManager, null));
    }

    /**
     * Makes stores that join whatever EntityManager is current and learn of commits, as listeners and caches need.
     *
     * @param entityManager answers with the EntityManager to use; asked at each call
     * @param hook how the host says that the current transaction has been committed
     * @return the stores
     */
    public static JpaStores joining(Supplier<EntityManager> entityManager, CommitHook hook) {
        return new JpaStores(new Joined(entityManager, requireNonNull(hook, "hook")));
    }

    /**
     * Makes stores that join one EntityManager.
     *
     * @param entityManager the EntityManager, which stays the host's
     * @return the stores
     */
    public static JpaStores joining(EntityManager entityManager) {
        requireNonNull(entityManager, "entityManager");
        return joining(() -> entityManager);
    }

    /**
     * Makes stores that join one EntityManager and learn of commits.
     *
     * @param entityManager the EntityManager, which stays the host's
     * @param hook how the host says that the transaction has been committed
     * @return the stores
     */
    public static JpaStores joining(EntityManager entityManager, CommitHook hook) {
        requireNonNull(entityManager, "entityManager");
        return joining(() -> entityManager, hook);
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
        return joined;
    }
}
