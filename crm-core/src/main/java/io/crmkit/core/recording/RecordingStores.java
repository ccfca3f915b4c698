package io.crmkit.core.recording;

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

/** Stores whose saves are written down. */
record RecordingStores(Stores stores, Recording recording) implements Stores {

    private <N extends Noun<I>, I extends Identifier> Store<N, I> recorded(Store<N, I> store) {
        return new RecordingStore<>(store, recording);
    }

    @Override
    public Store<Company, CompanyId> companies() {
        return recorded(stores.companies());
    }

    @Override
    public Store<Person, PersonId> people() {
        return recorded(stores.people());
    }

    @Override
    public Store<Affiliation, AffiliationId> affiliations() {
        return recorded(stores.affiliations());
    }

    @Override
    public Store<Seller, SellerId> sellers() {
        return recorded(stores.sellers());
    }

    @Override
    public Store<Team, TeamId> teams() {
        return recorded(stores.teams());
    }

    @Override
    public Store<Product, ProductId> products() {
        return recorded(stores.products());
    }

    @Override
    public Store<Pipeline, PipelineId> pipelines() {
        return recorded(stores.pipelines());
    }

    @Override
    public Store<Opportunity, OpportunityId> opportunities() {
        return recorded(stores.opportunities());
    }

    @Override
    public Store<Activity, ActivityId> activities() {
        return recorded(stores.activities());
    }

    @Override
    public Store<Lead, LeadId> leads() {
        return recorded(stores.leads());
    }

    @Override
    public Store<Merge, MergeId> merges() {
        return recorded(stores.merges());
    }

    @Override
    public MatchKeys matchKeys() {
        return stores.matchKeys();
    }

    @Override
    public Store<Quote, QuoteId> quotes() {
        return recorded(stores.quotes());
    }

    @Override
    public Store<SalesOrder, SalesOrderId> orders() {
        return recorded(stores.orders());
    }

    @Override
    public Store<DocumentReference, DocumentReferenceId> documentReferences() {
        return recorded(stores.documentReferences());
    }

    @Override
    public Numbering numbering() {
        return stores.numbering();
    }

    @Override
    public Store<Consent, ConsentId> consents() {
        return recorded(stores.consents());
    }

    @Override
    public Store<Suppression, SuppressionId> suppressions() {
        return recorded(stores.suppressions());
    }

    @Override
    public Store<RetentionHold, RetentionHoldId> retentionHolds() {
        return recorded(stores.retentionHolds());
    }

    @Override
    public Store<ActivityTypeDefinition, ActivityTypeDefinitionId> activityTypes() {
        return recorded(stores.activityTypes());
    }

    @Override
    public Facts facts() {
        return stores.facts();
    }

    /** What is held back is appended before anybody reads. */
    @Override
    public Journal journal() {
        recording.append();
        return stores.journal();
    }

    /** What is held back is appended before anybody reads. */
    @Override
    public Timeline timeline() {
        recording.append();
        return stores.timeline();
    }

    @Override
    public Transactions transactions() {
        return stores.transactions();
    }
}
