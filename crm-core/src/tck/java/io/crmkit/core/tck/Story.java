package io.crmkit.core.tck;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.Quote;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.document.TaxCategory;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.LeadName;
import io.crmkit.core.party.Person;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.RenderedFile;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.service.AddCompany;
import io.crmkit.core.service.AddLead;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.AddProduct;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.AddTeam;
import io.crmkit.core.service.DefineActivityType;
import io.crmkit.core.service.DefinePipeline;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.service.DraftQuote;
import io.crmkit.core.service.JoinCompany;
import io.crmkit.core.service.LeadDetails;
import io.crmkit.core.service.MergeRecords;
import io.crmkit.core.service.OpenOpportunity;
import io.crmkit.core.service.OrderQuote;
import io.crmkit.core.service.PlaceHold;
import io.crmkit.core.service.RecordActivity;
import io.crmkit.core.service.RequestConsent;
import io.crmkit.core.team.Seller;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Extensible;
import io.crmkit.core.value.Identifier;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One record of every noun, told through the handles, as a host's first morning leaves them. */
final class Story {

    static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    final CrmSession crm;
    final TenantId tenant;
    final List<Person> people = new ArrayList<>();
    String token = "";
    private @Nullable Story strangers;
    private final Map<Class<?>, Identifier> ids = new HashMap<>();

    Story(CrmSession crm, TenantId tenant) {
        this.crm = crm;
        this.tenant = tenant;
    }

    /* with all that a host may give the front door */
    static CrmSession session(Stores stores, TenantId tenant) {
        return Crm.builder()
                .stores(stores)
                .suppressionKey(SuppressionKey.of(new byte[16]))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .renderer(sheet -> RenderedFile.of("quote.pdf", "application/pdf", new byte[] {1}))
                .mailer(mail -> {})
                .build()
                .as(new Actor(tenant, "anna"));
    }

    private <N extends Noun<?>> N known(N noun) {
        ids.put(noun.id().getClass(), noun.id());
        return noun;
    }

    @Nullable
    Identifier id(Class<?> type) {
        return ids.get(type);
    }

    Story besides(Story others) {
        strangers = others;
        return this;
    }

    Story strangers() {
        return strangers == null ? this : strangers;
    }

    Story told() {
        known(crm.teams().add(new AddTeam("North", null)));
        Seller anna = known(crm.sellers().add(new AddSeller("Anna", null)));
        known(crm.products().add(new AddProduct("Pump P-200", "Pumps", Money.of("120.50", "EUR"))));
        Company acme = known(crm.companies().add(AddCompany.named("Acme")));
        for (String name : List.of("Eva Huber", "Eva M. Huber", "Zoe Bianchi")) {
            people.add(known(crm.people().add(new AddPerson(name, new EmailAddress("zoe@acme.example")))));
        }
        Person zoe = people.get(2);
        known(crm.affiliations().join(new JoinCompany(zoe.id(), acme.id(), "Buyer", null, null, true)));
        known(crm.leads().add(new AddLead(LeadDetails.of(new LeadName("Ann Roe", "Beta")), anna.id())));
        known(crm.merges()
                .merge(MergeRecords.people(people.get(0).id(), people.get(1).id())));
        sale(anna, acme, zoe);
        var requested = crm.consents()
                .request(new RequestConsent(
                        zoe.id(), Channel.EMAIL, "newsletter", "form", "I agree", Duration.ofDays(2)));
        known(requested.consent());
        token = requested.token();
        known(crm.privacy().hold(new PlaceHold(zoe.id(), "Tax law", LocalDate.of(2036, 12, 31))));
        return this;
    }

    private void sale(Seller anna, Company acme, Person zoe) {
        Pipeline sales = known(crm.pipelines()
                .define(new DefinePipeline(
                        "Sales",
                        List.of(
                                new StageDefinition("Lead", StageKind.OPEN),
                                new StageDefinition("Won", StageKind.WON),
                                new StageDefinition("Lost", StageKind.LOST)))));
        ids.put(sales.stages().get(0).id().getClass(), sales.stages().get(0).id());
        known(crm.opportunities()
                .open(new OpenOpportunity(
                        "Pumps",
                        sales.id(),
                        new OpportunityParties(anna.id(), acme.id(), null),
                        null,
                        Money.of("1205", "EUR"),
                        null)));
        known(crm.activityTypes().define(DefineActivityType.named(ActivityType.CALL, "Call", ActivityKind.CALL)));
        known(crm.activities().record(RecordActivity.held(ActivityType.CALL, anna.id(), NOW)));
        Quote accepted = accepted(quote(anna, acme, zoe));
        known(crm.orders().order(OrderQuote.all(accepted.id())));
        known(crm.quotes().draft(quote(anna, acme, zoe)));
    }

    private Quote accepted(DraftQuote wished) {
        Quote draft = crm.quotes().draft(wished);
        Quote sent = crm.quotes().markSent(draft.id(), draft.revision());
        return crm.quotes().accept(sent.id(), sent.revision());
    }

    private static DraftQuote quote(Seller anna, Company acme, Person zoe) {
        return new DraftQuote(
                new DocumentParties(anna.id(), acme.id(), zoe.id(), null),
                new QuoteTerms(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 30), null, null, null),
                List.of(DraftQuote.Line.of("Pump P-200", "10", "120.50", TaxCategory.rate("22"))),
                List.of());
    }

    /* what stands in the stores, each record whole, and how far the journal has come */
    static List<Object> fingerprint(Stores stores, TenantId tenant) {
        List<Object> all = new ArrayList<>();
        all.add(stores.journal().last(tenant));
        stores(stores)
                .forEach(store ->
                        all.add(store.page(tenant, PageRequest.first(1_000)).items()));
        return all;
    }

    /* the record as stored */
    static Optional<Noun<?>> stored(Stores stores, TenantId tenant, Identifier id) {
        return store(stores, id).flatMap(store -> found(store, tenant, id));
    }

    @SuppressWarnings("unchecked") // the store is the one of the identity's noun
    private static <I extends Identifier> Optional<Noun<?>> found(Store<?, I> store, TenantId tenant, Identifier id) {
        return store.find(tenant, (I) id).map(noun -> noun);
    }

    /* as somebody else's write leaves it */
    static Noun<?> overtaken(Stores stores, TenantId tenant, Identifier id) {
        Noun<?> seen = stored(stores, tenant, id).orElseThrow();
        return saved(store(stores, id).orElseThrow(), tenant, changed(seen));
    }

    private static Noun<?> changed(Noun<?> noun) {
        String word = "overtaken at " + noun.revision().number();
        if (noun instanceof Extensible<?> open) {
            return (Noun<?>) open.withTags(Set.of(word));
        } else if (noun instanceof Pipeline pipeline) {
            return pipeline.called(word, pipeline.use());
        } else if (noun instanceof ActivityTypeDefinition type) {
            return type.called(word);
        }
        throw new AssertionError("teach this test how somebody else changes a " + noun.getClass());
    }

    @SuppressWarnings("unchecked") // the store is the one of the noun
    private static <N extends Noun<?>> Noun<?> saved(Store<?, ?> store, TenantId tenant, Noun<?> noun) {
        return ((Store<N, ?>) store).save(tenant, (N) noun);
    }

    private static Optional<Store<?, ?>> store(Stores stores, Identifier id) {
        return methods()
                .filter(method -> method.getGenericReturnType() instanceof ParameterizedType type
                        && type.getActualTypeArguments()[1] == id.getClass())
                .<Store<?, ?>>map(method -> (Store<?, ?>) Objects.requireNonNull(Reflected.invoke(method, stores)))
                .findFirst();
    }

    private static Stream<Store<?, ?>> stores(Stores stores) {
        return methods().map(method -> (Store<?, ?>) Objects.requireNonNull(Reflected.invoke(method, stores)));
    }

    private static Stream<Method> methods() {
        return Arrays.stream(Stores.class.getMethods())
                .filter(method -> method.getReturnType() == Store.class)
                .sorted(Comparator.comparing(Method::getName));
    }
}
