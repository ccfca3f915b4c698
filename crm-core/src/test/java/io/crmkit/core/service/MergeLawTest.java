package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Company;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.Merge;
import io.crmkit.core.party.MergeRefusedException;
import io.crmkit.core.party.MergeRule;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.BuyingRole;
import io.crmkit.core.pipeline.ContactRole;
import io.crmkit.core.pipeline.Ending;
import io.crmkit.core.pipeline.ForecastCategory;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityDates;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityLabel;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Outcome;
import io.crmkit.core.pipeline.Outlook;
import io.crmkit.core.pipeline.PipelineId;
import io.crmkit.core.pipeline.StageId;
import io.crmkit.core.pipeline.Standing;
import io.crmkit.core.port.Store;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.Noun;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Merges undone in reverse order leave every record as it was, in worlds made at random from a seed. */
class MergeLawTest {

    private static final TenantId TENANT = new TenantId("acme");

    private final List<Person> people = new ArrayList<>();
    private final List<Company> companies = new ArrayList<>();
    private Stores stores = InMemoryStores.empty();
    private Random random = new Random(0);

    @Property(tries = 60)
    void mergesUndoneLeaveEveryRecordAsItWas(@ForAll long seed) {
        stores = InMemoryStores.empty();
        random = new Random(seed);
        populate();
        CrmSession session = Crm.builder().stores(stores).build().as(new Actor(TENANT, "anna"));
        Set<Noun<?>> before = records();
        List<Merge> merges = new ArrayList<>();
        for (int i = 0; merges.size() < 3 && i < 50; i++) {
            merge(session, merges);
        }
        assertEquals(3, merges.size());
        for (int i = merges.size() - 1; i >= 0; i--) {
            assertEquals(List.of(), session.merges().undo(merges.get(i).id()).remainders());
        }
        assertEquals(before, records());
    }

    private void merge(CrmSession session, List<Merge> merges) {
        boolean ofPeople = random.nextBoolean();
        UUID one = ofPeople ? pick(people).id().value() : pick(companies).id().value();
        UUID other = ofPeople ? pick(people).id().value() : pick(companies).id().value();
        MergeRecords command = new MergeRecords(
                ofPeople ? DuplicateKind.PERSON : DuplicateKind.COMPANY, one, other, java.util.Map.of(), null);
        for (String field : List.of("name", "relationship.source")) {
            command = random.nextBoolean()
                    ? command
                    : command.keeping(field, pick(List.of(MergeRule.MERGED, MergeRule.NEWEST, MergeRule.LONGEST)));
        }
        try {
            Merge merge = session.merges().merge(command);
            if (!merges.contains(merge)) {
                merges.add(merge);
            }
        } catch (MergeRefusedException refused) {
            // of a record with itself, or of one that is merged already: nothing was done
            assertEquals(true, one.equals(other) || isMerged(one) || isMerged(other), refused.getMessage());
        }
    }

    private boolean isMerged(UUID id) {
        return stores.people()
                        .find(TENANT, new PersonId(id))
                        .map(Person::mergedInto)
                        .isPresent()
                || stores.companies()
                        .find(TENANT, new CompanyId(id))
                        .map(Company::mergedInto)
                        .isPresent();
    }

    private void populate() {
        people.clear();
        companies.clear();
        for (int i = 0; i < 5; i++) {
            companies.add(stores.companies().save(TENANT, company()));
            people.add(stores.people().save(TENANT, person()));
        }
        for (int i = 0; i < 12; i++) {
            stores.activities().save(TENANT, activity());
            stores.opportunities().save(TENANT, opportunity());
        }
    }

    private Company company() {
        return new Company(
                        new CompanyId(uuid()),
                        Revision.NONE,
                        pick(List.of("Graz", "Linz", "Wien")),
                        maybe(() -> pick(List.of("Pumps", "Steel"))),
                        maybe(() -> "Graz"),
                        maybe(() -> companies.isEmpty() ? null : pick(companies).id()))
                .withTags(tags())
                .withCustom(custom());
    }

    private Person person() {
        EmailAddress email = maybe(() -> new EmailAddress("p" + random.nextInt(4) + "@x.at"));
        Person person = new Person(new PersonId(uuid()), Revision.NONE, pick(List.of("Eva", "Eva Huber")), email);
        return person.withTags(tags())
                .withCustom(custom())
                .withRelationship(person.relationship().withOwner(maybe(() -> new SellerId(uuid()))));
    }

    private Set<String> tags() {
        Set<String> tags = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tags.add(pick(List.of("vip", "fair", "a[b]", "new")));
        }
        return tags;
    }

    private CustomFields custom() {
        CustomFields some = random.nextBoolean()
                ? CustomFields.NONE
                : CustomFields.of(FieldKey.text("note"), pick(List.of("a", "b")));
        return random.nextBoolean() ? some : some.with(FieldKey.yesOrNo("member"), random.nextBoolean());
    }

    private Activity activity() {
        return new Activity(
                new ActivityId(uuid()),
                Revision.NONE,
                ActivityType.CALL,
                new SellerId(uuid()),
                Instant.EPOCH,
                ActivityState.HELD,
                new ActivitySubjects(
                        maybe(() -> pick(companies).id()),
                        maybe(() -> pick(people).id()),
                        null),
                null);
    }

    private List<ContactRole> roles() {
        return people.stream()
                .filter(person -> random.nextInt(4) == 0)
                .map(person -> new ContactRole(person.id(), BuyingRole.INFLUENCER))
                .toList();
    }

    private Opportunity opportunity() {
        return new Opportunity(
                new OpportunityId(uuid()),
                Revision.NONE,
                new OpportunityLabel("Deal", null, null),
                new OpportunityParties(
                                null,
                                maybe(() -> pick(companies).id()),
                                maybe(() -> pick(people).id()))
                        .withRoles(roles()),
                new Standing(new PipelineId(uuid()), new StageId(uuid()), new StageId(uuid()), Outcome.OPEN),
                OpportunityDates.UNKNOWN,
                Money.of("10", "EUR"),
                Money.of("5", "EUR"),
                List.of(),
                new Outlook(null, ForecastCategory.COMMIT, "call", null),
                Ending.UNSAID,
                List.of(),
                custom(),
                tags());
    }

    private Set<Noun<?>> records() {
        Set<Noun<?>> all = new HashSet<>();
        for (Store<?, ?> store :
                List.of(stores.people(), stores.companies(), stores.activities(), stores.opportunities())) {
            store.page(TENANT, PageRequest.first(100))
                    .items()
                    .forEach(noun -> all.add(noun.withRevision(Revision.NONE)));
        }
        return all;
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> @Nullable T maybe(Supplier<@Nullable T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }
}
