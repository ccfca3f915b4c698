package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.OpportunityFields;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.Stage;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.Facts;
import io.crmkit.core.port.Stores;
import io.crmkit.core.privacy.Channel;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Money;
import io.crmkit.core.value.TenantId;
import io.crmkit.metrics.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whoever is erased, whatever was done with them: every count and every sum is what it was. */
class ErasureKeepsCountsPropertyTest {

    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final TenantId ACME = new TenantId("acme");
    private static final List<ActivityType> TYPES =
            List.of(ActivityType.CALL, ActivityType.MEETING, ActivityType.QUOTE, ActivityType.CONTRACT);

    /** A host's records, made at random from a seed. */
    private static final class World {

        private final Random random;
        private final MovingClock clock = new MovingClock(START);
        private final Stores stores = InMemoryStores.empty();
        private final CrmSession crm = Crm.builder()
                .stores(stores)
                .clock(clock)
                .suppressionKey(SuppressionKey.of(new byte[16]))
                .build()
                .as(new Actor(ACME, "eva"));
        private final List<PersonId> people;
        private final List<SellerId> sellers;
        private final Pipeline pipeline;

        World(long seed) {
            random = new Random(seed);
            people = IntStream.range(0, 5).mapToObj(this::person).toList();
            sellers = IntStream.range(0, 3)
                    .mapToObj(i -> crm.sellers()
                            .add(new AddSeller("Seller " + i, null))
                            .id())
                    .toList();
            pipeline = crm.pipelines()
                    .define(new DefinePipeline(
                            "Sales",
                            List.of(
                                    new StageDefinition("Lead", StageKind.OPEN),
                                    new StageDefinition("Offer", StageKind.OPEN),
                                    new StageDefinition("Won", StageKind.WON),
                                    new StageDefinition("Lost", StageKind.LOST))));
            IntStream.range(0, 60).forEach(i -> happen());
        }

        private PersonId person(int i) {
            EmailAddress email = i % 3 == 0 ? null : new EmailAddress("p" + i + "@example.com");
            return crm.people().add(new AddPerson("Person " + i, email)).id();
        }

        private void happen() {
            clock.forward(Duration.ofHours(random.nextInt(60)));
            switch (random.nextInt(4)) {
                case 0 -> opportunity();
                case 1 -> crm.consents().give(GiveConsent.of(pick(people), pick(List.of(Channel.values())), "news"));
                default -> activity();
            }
        }

        private void activity() {
            crm.activities()
                    .record(new RecordActivity(
                            pick(TYPES),
                            pick(sellers),
                            clock.instant(),
                            pick(List.of(ActivityState.values())),
                            new ActivitySubjects(null, pick(people), null)));
        }

        private void opportunity() {
            var opened = crm.opportunities()
                    .open(new OpenOpportunity(
                            "Deal",
                            pipeline.id(),
                            new OpportunityParties(pick(sellers), null, pick(people)),
                            null,
                            Money.of(String.valueOf(1 + random.nextInt(9_999)), pick(List.of("EUR", "USD"))),
                            LocalDate.of(2026, 12, 1)));
            Stage stage = pick(pipeline.stages());
            if (!stage.id().equals(opened.standing().stage())) {
                clock.forward(Duration.ofDays(random.nextInt(30)));
                crm.opportunities().move(opened.id(), stage.id(), opened.revision());
            }
        }

        private <T> T pick(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        /* facts as sets, since they come in no particular order and no row twice; answers as what they say */
        private List<Object> told() {
            Facts facts = stores.facts();
            var allActivities = ActivityFields.ALL.everything();
            var allDeals = OpportunityFields.ALL.everything();
            List<Object> told = new ArrayList<>(List.of(
                    Set.copyOf(facts.activities(ACME, allActivities, Instant.EPOCH, clock.instant())),
                    new HashSet<>(facts.opportunities(ACME, allDeals)),
                    new HashSet<>(facts.sales(ACME, allDeals)),
                    new HashSet<>(facts.open(ACME, allDeals)),
                    String.valueOf(facts.activitySpan(ACME, allActivities)),
                    crm.people().count(),
                    crm.activities().count(),
                    crm.consents().count()));
            Period period = Period.days(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), ZoneOffset.UTC);
            told.add(crm.insights().activityFunnel(TYPES, period).toString());
            told.add(crm.insights().opportunityFunnel(pipeline.id()).toString());
            var outlook = crm.insights().outlook(pipeline.id());
            outlook.byCurrency().forEach(value -> told.add(value.groups().toString() + value.total()));
            told.add(outlook.byOpened());
            told.add(outlook.byExpectedClose());
            told.add(crm.insights().sales().toString());
            return told;
        }
    }

    @Property(tries = 40)
    void everyCountAndEverySumIsWhatItWas(@ForAll long seed) {
        World world = new World(seed);
        List<Object> before = world.told();
        for (PersonId person : world.people) {
            assertFalse(world.crm.privacy().erase(person).isEmpty());
            assertEquals(before, world.told());
        }
        assertEquals(OptionalLong.empty(), world.crm.journal().firstBroken());
    }
}
