package io.crmkit.core.port;

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

/** All that a storage adapter offers: one store per noun, facts, the journal, and the transaction they share. */
public interface Stores {

    /**
     * Returns the companies.
     *
     * @return the store
     */
    Store<Company, CompanyId> companies();

    /**
     * Returns the people.
     *
     * @return the store
     */
    Store<Person, PersonId> people();

    /**
     * Returns who belongs to which company.
     *
     * @return the store
     */
    Store<Affiliation, AffiliationId> affiliations();

    /**
     * Returns the sellers.
     *
     * @return the store
     */
    Store<Seller, SellerId> sellers();

    /**
     * Returns the teams.
     *
     * @return the store
     */
    Store<Team, TeamId> teams();

    /**
     * Returns the products.
     *
     * @return the store
     */
    Store<Product, ProductId> products();

    /**
     * Returns the pipelines.
     *
     * @return the store
     */
    Store<Pipeline, PipelineId> pipelines();

    /**
     * Returns the opportunities.
     *
     * @return the store
     */
    Store<Opportunity, OpportunityId> opportunities();

    /**
     * Returns the activities.
     *
     * @return the store
     */
    Store<Activity, ActivityId> activities();

    /**
     * Returns the leads.
     *
     * @return the store
     */
    Store<Lead, LeadId> leads();

    /**
     * Returns the merges.
     *
     * @return the store
     */
    Store<Merge, MergeId> merges();

    /**
     * Returns which people, companies and leads share a key.
     *
     * @return the keys
     */
    MatchKeys matchKeys();

    /**
     * Returns the quotes, each revision a record of its own.
     *
     * @return the store
     */
    Store<Quote, QuoteId> quotes();

    /**
     * Returns the sales orders.
     *
     * @return the store
     */
    Store<SalesOrder, SalesOrderId> orders();

    /**
     * Returns the store of references to the host's documents.
     *
     * @return the store
     */
    Store<DocumentReference, DocumentReferenceId> documentReferences();

    /**
     * Returns where the numbers of documents come from.
     *
     * @return the numbering
     */
    Numbering numbering();

    /**
     * Returns the consents.
     *
     * @return the store
     */
    Store<Consent, ConsentId> consents();

    /**
     * Returns the suppressed addresses.
     *
     * @return the store
     */
    Store<Suppression, SuppressionId> suppressions();

    /**
     * Returns the duties to keep.
     *
     * @return the store
     */
    Store<RetentionHold, RetentionHoldId> retentionHolds();

    /**
     * Returns the store of what activity types mean.
     *
     * @return the store; natural keys are the types' names
     */
    Store<ActivityTypeDefinition, ActivityTypeDefinitionId> activityTypes();

    /**
     * Returns the counts and sums that metrics are made of.
     *
     * @return the facts
     */
    Facts facts();

    /**
     * Returns what happened, in order.
     *
     * @return the journal
     */
    Journal journal();

    /**
     * Returns what happened around records, in one order.
     *
     * @return the timeline
     */
    Timeline timeline();

    /**
     * Returns the transaction all of these take part in.
     *
     * @return the transactions
     */
    Transactions transactions();
}
