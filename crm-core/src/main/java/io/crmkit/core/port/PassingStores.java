package io.crmkit.core.port;

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
    public Numbering numbering() {
        return beneath.numbering();
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
