package io.crmkit.core.memory;

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
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.port.Transactions;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.team.Team;
import io.crmkit.core.team.TeamId;

/**
 * Stores that keep everything in memory, for tests, demonstrations and replicas.
 *
 * <p>Safe for several threads: one transaction writes at a time, and whoever reads from another thread waits until it has
 * ended, so that nobody sees what is not committed. A write outside a transaction is one of its own. A transaction that
 * throws is undone at the cost of what it changed, not of what is stored.
 */
public final class InMemoryStores implements Stores {

    private final UndoLog log = new UndoLog();
    private final Table<Company, CompanyId> companies = new Table<>(log, Company::withRevision);
    private final Table<Person, PersonId> people = new Table<>(log, Person::withRevision);
    private final Table<Seller, SellerId> sellers = new Table<>(log, Seller::withRevision);
    private final Table<Team, TeamId> teams = new Table<>(log, Team::withRevision);
    private final Table<Product, ProductId> products = new Table<>(log, Product::withRevision);
    private final Table<Pipeline, PipelineId> pipelines = new Table<>(log, Pipeline::withRevision);
    private final Table<Opportunity, OpportunityId> opportunities = new Table<>(log, Opportunity::withRevision);
    private final Table<Activity, ActivityId> activities = new Table<>(log, Activity::withRevision);
    private final Facts facts = new InMemoryFacts(opportunities, activities);

    private InMemoryStores() {}

    /**
     * Makes stores with nothing in them.
     *
     * @return the stores
     */
    public static InMemoryStores empty() {
        return new InMemoryStores();
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
    public Facts facts() {
        return facts;
    }

    @Override
    public Transactions transactions() {
        return log;
    }
}
