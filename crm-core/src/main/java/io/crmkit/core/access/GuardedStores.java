package io.crmkit.core.access;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.activity.ActivityTypeDefinitionId;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.ActivityTypeFields;
import io.crmkit.core.audience.CompanyFields;
import io.crmkit.core.audience.Field;
import io.crmkit.core.audience.LeadFields;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.audience.PersonFields;
import io.crmkit.core.audience.PipelineFields;
import io.crmkit.core.audience.ProductFields;
import io.crmkit.core.audience.QuoteFields;
import io.crmkit.core.audience.SalesOrderFields;
import io.crmkit.core.audience.SellerFields;
import io.crmkit.core.audience.TeamFields;
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
import io.crmkit.core.party.DuplicateKind;
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
import io.crmkit.core.port.AccessPolicy;
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
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Stores as one actor may use them: what may not be seen looks like what does not exist, and what may not be written is
 * refused.
 *
 * <p>The rules are those of {@link io.crmkit.core.port.Access}. They hold for every store, the facts and the journal:
 * <ol>
 *   <li>Selections, pages and counts are asked for as one criterion, so that a database evaluates it and keyset pages stay
 *       whole.
 *   <li>The save of a record that is not visible is refused as that of one that does not exist, with
 *       {@link io.crmkit.core.port.StaleRevisionException}; one that may not be written, with
 *       {@link io.crmkit.core.port.AccessDeniedException}. Nothing is stored then.
 *   <li>A natural key that is hidden finds nothing.
 *   <li>Facts count what is visible; a hidden field is no key of theirs, and no part of a sum.
 *   <li>Changes of records that are not visible are not listed, nor hidden fields of those that are. Where anything is
 *       left out, seals are too: a seal tells a guess from the truth.
 * </ol>
 */
public final class GuardedStores implements Stores {

    private final Stores stores;
    private final Guards guards;

    private GuardedStores(Stores stores, Guards guards) {
        this.stores = requireNonNull(stores, "stores");
        this.guards = guards;
    }

    /**
     * Guards stores for an actor.
     *
     * @param stores all records
     * @param policy who may see and do what
     * @param actor who calls
     * @return the stores as the actor may use them, for as long as what the policy says may stand
     */
    public static Stores over(Stores stores, AccessPolicy policy, Actor actor) {
        return new GuardedStores(stores, new Guards(policy, actor, stores));
    }

    private <N extends Noun<I>, I extends Identifier> Store<N, I> guarded(
            Store<N, I> store, Class<N> noun, Field<N, String> naturalKey, Function<UUID, I> id) {
        return new GuardedStore<>(store, new Kind<>(noun, List.of(naturalKey), id), guards);
    }

    @Override
    public Store<Company, CompanyId> companies() {
        return guarded(stores.companies(), Company.class, CompanyFields.NAME, CompanyId::new);
    }

    @Override
    public Store<Person, PersonId> people() {
        return guarded(stores.people(), Person.class, PersonFields.NAME, PersonId::new);
    }

    @Override
    public Store<Seller, SellerId> sellers() {
        return guarded(stores.sellers(), Seller.class, SellerFields.NAME, SellerId::new);
    }

    @Override
    public Store<Team, TeamId> teams() {
        return guarded(stores.teams(), Team.class, TeamFields.NAME, TeamId::new);
    }

    @Override
    public Store<Product, ProductId> products() {
        return guarded(stores.products(), Product.class, ProductFields.NAME, ProductId::new);
    }

    @Override
    public Store<Pipeline, PipelineId> pipelines() {
        return guarded(stores.pipelines(), Pipeline.class, PipelineFields.NAME, PipelineId::new);
    }

    @Override
    public Store<Opportunity, OpportunityId> opportunities() {
        return guarded(stores.opportunities(), Opportunity.class, OpportunityFields.REFERENCE, OpportunityId::new);
    }

    @Override
    public Store<Activity, ActivityId> activities() {
        return guarded(stores.activities(), Activity.class, ActivityFields.REFERENCE, ActivityId::new);
    }

    @Override
    public Store<Quote, QuoteId> quotes() {
        return guarded(stores.quotes(), Quote.class, QuoteFields.NUMBER, QuoteId::new);
    }

    @Override
    public Store<SalesOrder, SalesOrderId> orders() {
        return guarded(stores.orders(), SalesOrder.class, SalesOrderFields.NUMBER, SalesOrderId::new);
    }

    @Override
    public Store<DocumentReference, DocumentReferenceId> documentReferences() {
        return new FollowingStore<>(
                stores.documentReferences(),
                reference -> reference.document().subjects().addressee(),
                this::hidden,
                this::kept);
    }

    @Override
    public Store<Lead, LeadId> leads() {
        List<Field<Lead, String>> names = List.of(LeadFields.PERSON_NAME, LeadFields.COMPANY_NAME);
        return new GuardedStore<>(stores.leads(), new Kind<>(Lead.class, names, LeadId::new), guards);
    }

    @Override
    public Store<Merge, MergeId> merges() {
        return new FollowingStore<>(stores.merges(), GuardedStores::survivor, this::hidden, this::kept);
    }

    private static Identifier survivor(Merge merge) {
        return merge.kind() == DuplicateKind.PERSON ? new PersonId(merge.survivor()) : new CompanyId(merge.survivor());
    }

    @Override
    public Store<Affiliation, AffiliationId> affiliations() {
        return new FollowingStore<>(stores.affiliations(), Affiliation::person, this::hidden, this::kept);
    }

    @Override
    public Store<Consent, ConsentId> consents() {
        return new FollowingStore<>(
                stores.consents(), consent -> consent.scope().person(), this::hidden, this::kept);
    }

    @Override
    public Store<Suppression, SuppressionId> suppressions() {
        return stores.suppressions();
    }

    @Override
    public Store<RetentionHold, RetentionHoldId> retentionHolds() {
        return new FollowingStore<>(stores.retentionHolds(), RetentionHold::person, this::hidden, this::kept);
    }

    /* what belongs to nobody that is stored tells nothing of anybody */
    Set<Identifier> hidden(TenantId tenant, Set<Identifier> ids) {
        Set<Identifier> hidden = stored(stores, tenant, ids);
        hidden.removeAll(stored(this, tenant, hidden));
        return hidden;
    }

    private Set<Identifier> kept(TenantId tenant, Set<Identifier> ids) {
        Set<Identifier> kept = new HashSet<>();
        Guard<Person> people = guards.of(Person.class);
        Guard<Company> companies = guards.of(Company.class);
        stores.people().findAll(tenant, only(PersonId.class, ids)).forEach((id, person) -> {
            if (!people.lets(person)) {
                kept.add(id);
            }
        });
        stores.companies().findAll(tenant, only(CompanyId.class, ids)).forEach((id, company) -> {
            if (!companies.lets(company)) {
                kept.add(id);
            }
        });
        return kept;
    }

    private static Set<Identifier> stored(Stores in, TenantId tenant, Set<Identifier> ids) {
        Set<Identifier> stored = new HashSet<>();
        stored.addAll(in.people().findAll(tenant, only(PersonId.class, ids)).keySet());
        stored.addAll(in.companies().findAll(tenant, only(CompanyId.class, ids)).keySet());
        return stored;
    }

    private static <I extends Identifier> List<I> only(Class<I> kind, Set<Identifier> ids) {
        return ids.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public MatchKeys matchKeys() {
        return new GuardedMatchKeys(stores.matchKeys(), guards, subjects());
    }

    @Override
    public Timeline timeline() {
        return new GuardedTimeline(stores.timeline(), guards, subjects(), this);
    }

    @Override
    public Numbering numbering() {
        return stores.numbering();
    }

    private List<GuardedStore<?, ?>> all() {
        return Stream.of(
                        companies(),
                        people(),
                        sellers(),
                        teams(),
                        products(),
                        pipelines(),
                        opportunities(),
                        activities(),
                        activityTypes(),
                        quotes(),
                        orders(),
                        leads())
                .<GuardedStore<?, ?>>map(store -> (GuardedStore<?, ?>) store)
                .toList();
    }

    private Subjects subjects() {
        return new Subjects(guards, all());
    }

    @Override
    public Store<ActivityTypeDefinition, ActivityTypeDefinitionId> activityTypes() {
        return guarded(
                stores.activityTypes(),
                ActivityTypeDefinition.class,
                ActivityTypeFields.NAME,
                ActivityTypeDefinitionId::new);
    }

    @Override
    public Facts facts() {
        return new GuardedFacts(this, stores.facts(), guards, false);
    }

    @Override
    public Journal journal() {
        return new GuardedJournal(stores.journal(), subjects());
    }

    @Override
    public Transactions transactions() {
        return stores.transactions();
    }
}
