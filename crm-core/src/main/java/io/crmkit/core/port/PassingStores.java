package io.crmkit.core.port;

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

/** Stores that pass every question on to others, for decorators to override where they differ. */
public abstract class PassingStores implements Stores {

    private final Stores beneath;

    /**
     * Passes on.
     *
     * @param beneath the stores questions are passed on to
     */
    protected PassingStores(Stores beneath) {
        this.beneath = requireNonNull(beneath, "stores");
    }

    @Override
    public Store<Company, CompanyId> companies() {
        return beneath.companies();
    }

    @Override
    public Store<Person, PersonId> people() {
        return beneath.people();
    }

    @Override
    public Store<Seller, SellerId> sellers() {
        return beneath.sellers();
    }

    @Override
    public Store<Team, TeamId> teams() {
        return beneath.teams();
    }

    @Override
    public Store<Product, ProductId> products() {
        return beneath.products();
    }

    @Override
    public Store<Pipeline, PipelineId> pipelines() {
        return beneath.pipelines();
    }

    @Override
    public Store<Opportunity, OpportunityId> opportunities() {
        return beneath.opportunities();
    }

    @Override
    public Store<Activity, ActivityId> activities() {
        return beneath.activities();
    }

    @Override
    public Store<Quote, QuoteId> quotes() {
        return beneath.quotes();
    }

    @Override
    public Store<SalesOrder, SalesOrderId> orders() {
        return beneath.orders();
    }

    @Override
    public Store<DocumentReference, DocumentReferenceId> documentReferences() {
        return beneath.documentReferences();
    }

    @Override
    public Numbering numbering() {
        return beneath.numbering();
    }

    @Override
    public Store<Affiliation, AffiliationId> affiliations() {
        return beneath.affiliations();
    }

    @Override
    public Store<Lead, LeadId> leads() {
        return beneath.leads();
    }

    @Override
    public Store<Merge, MergeId> merges() {
        return beneath.merges();
    }

    @Override
    public MatchKeys matchKeys() {
        return beneath.matchKeys();
    }

    @Override
    public Store<Consent, ConsentId> consents() {
        return beneath.consents();
    }

    @Override
    public Store<Suppression, SuppressionId> suppressions() {
        return beneath.suppressions();
    }

    @Override
    public Store<RetentionHold, RetentionHoldId> retentionHolds() {
        return beneath.retentionHolds();
    }

    @Override
    public Timeline timeline() {
        return beneath.timeline();
    }

    @Override
    public Store<ActivityTypeDefinition, ActivityTypeDefinitionId> activityTypes() {
        return beneath.activityTypes();
    }

    @Override
    public Facts facts() {
        return beneath.facts();
    }

    @Override
    public Journal journal() {
        return beneath.journal();
    }

    @Override
    public Transactions transactions() {
        return beneath.transactions();
    }
}
