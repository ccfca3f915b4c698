package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.document.Product;
import io.crmkit.core.document.ProductId;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.SalesOrder;
import io.crmkit.core.document.SalesOrderId;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Journal;
import io.crmkit.core.port.Numbering;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
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
    private final Store<Seller, SellerId> sellers;
    private final Store<Team, TeamId> teams;
    private final Store<Product, ProductId> products;
    private final Store<Pipeline, PipelineId> pipelines;
    private final Store<Opportunity, OpportunityId> opportunities;
    private final Store<Activity, ActivityId> activities;
    private final Store<Consent, ConsentId> consents;
    private final Store<Suppression, SuppressionId> suppressions;
    private final Store<RetentionHold, RetentionHoldId> retentionHolds;
    private final Store<Quote, QuoteId> quotes;
    private final Store<SalesOrder, SalesOrderId> orders;
    private final Numbering numbering;
    private final Facts facts;
    private final Journal journal;
    private final Joined joined;

    private JpaStores(Joined joined) {
        this.joined = joined;
        this.companies = new JpaStore<>(joined, CompanyRows.MAPPING);
        this.people = new JpaStore<>(joined, PersonRows.MAPPING);
        this.sellers = new JpaStore<>(joined, SellerRows.MAPPING);
        this.teams = new JpaStore<>(joined, TeamRows.MAPPING);
        this.products = new JpaStore<>(joined, ProductRows.MAPPING);
        this.pipelines = new JpaStore<>(joined, PipelineRows.MAPPING);
        this.opportunities = new JpaStore<>(joined, OpportunityRows.MAPPING);
        this.activities = new JpaStore<>(joined, ActivityRows.MAPPING);
        this.consents = new JpaStore<>(joined, ConsentRows.MAPPING);
        this.suppressions = new JpaStore<>(joined, SuppressionRows.MAPPING);
        this.retentionHolds = new JpaStore<>(joined, RetentionHoldRows.MAPPING);
        this.quotes = new JpaStore<>(joined, QuoteRows.MAPPING);
        this.orders = new JpaStore<>(joined, SalesOrderRows.MAPPING);
        this.numbering = new JpaNumbering(joined);
        this.facts = new JpaFacts(joined);
        this.journal = new JpaJournal(joined);
    }

    /**
     * Makes stores that join whatever EntityManager is current, as hosts with one for each request or thread need.
     *
     * @param entityManager answers with the EntityManager to use; asked at each call
     * @return the stores
     */
    public static JpaStores joining(Supplier<EntityManager> entityManager) {
        return new JpaStores(new Joined(entityManager));
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

    @Override
    public Store<Company, CompanyId> companies() {
        return companies;
    }

    @Override
    public Store<Person, PersonId> people() {
        return people;
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
    public Store<Quote, QuoteId> quotes() {
        return quotes;
    }

    @Override
    public Store<SalesOrder, SalesOrderId> orders() {
        return orders;
    }

    @Override
    public Numbering numbering() {
        return numbering;
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
    public Transactions transactions() {
        return joined;
    }
}
