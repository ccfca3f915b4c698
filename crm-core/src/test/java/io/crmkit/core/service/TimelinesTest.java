package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Affiliation;
import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.PartyState;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.party.Relationship;
import io.crmkit.core.pipeline.Opportunity;
import io.crmkit.core.pipeline.OpportunityId;
import io.crmkit.core.pipeline.OpportunityParties;
import io.crmkit.core.pipeline.Pipeline;
import io.crmkit.core.pipeline.StageKind;
import io.crmkit.core.port.Stores;
import io.crmkit.core.service.DefinePipeline.StageDefinition;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineRequest;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Timelines through the front door, on the in-memory adapter. */
class TimelinesTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final TimelineRequest ALL = TimelineRequest.newest(100);
    private static final TimelineRequest ACTIVITIES = ALL.only(EntryKind.ACTIVITY);

    private final Stores stores = InMemoryStores.empty();
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final Crm crm = Crm.builder().stores(stores).clock(clock).build();
    private final TenantId tenant = new TenantId("acme");
    private final CrmSession session = crm.as(new Actor(tenant, "anna"));
    private final SellerId seller = new SellerId(UUID.randomUUID());
    private final CompanyId company =
            session.companies().add(new AddCompany("Acme", null, null, null)).id();

    /* by somebody for whom it has taken place */
    private Activity record(ActivitySubjects subjects, int day) {
        return Crm.builder()
                .stores(stores)
                .clock(Clock.fixed(day(day), ZoneOffset.UTC))
                .build()
                .as(new Actor(tenant, "anna"))
                .activities()
                .record(new RecordActivity(ActivityType.CALL, seller, day(day), ActivityState.HELD, subjects));
    }

    private static Instant day(int day) {
        return NOON.plusSeconds(86_400L * day);
    }

    private Activity withPerson(PersonId person, int day) {
        return record(new ActivitySubjects(null, person, null), day);
    }

    private PersonId person(String name) {
        return session.people().add(new AddPerson(name, null)).id();
    }

    private Opportunity opportunity() {
        Pipeline pipeline = session.pipelines()
                .define(new DefinePipeline(
                        "Sales",
                        List.of(
                                new StageDefinition("Lead", StageKind.OPEN),
                                new StageDefinition("Won", StageKind.WON))));
        Opportunity open = session.opportunities()
                .open(new OpenOpportunity(
                        "Deal", pipeline.id(), new OpportunityParties(null, company, null), null, null, null));
        return session.opportunities().move(open.id(), pipeline.stages().get(1).id(), open.revision());
    }

    private static List<EntryKind> kinds(TimelinePage page) {
        return page.entries().stream().map(Entry::kind).toList();
    }

    private static List<Activity> activities(TimelinePage page) {
        return page.entries().stream()
                .map(entry -> ((Entry.OfActivity) entry).activity())
                .toList();
    }

    @Test
    void anOpportunitysTimelineHoldsItsStageMovesAndActivities() {
        OpportunityId deal = opportunity().id();
        Activity call = record(new ActivitySubjects(null, null, deal), 1);
        TimelinePage page = session.timelines().of(deal, ALL);
        assertEquals(List.of(EntryKind.ACTIVITY, EntryKind.STAGE_MOVE, EntryKind.ADDED), kinds(page));
        assertEquals(List.of(call), activities(session.timelines().of(deal, ACTIVITIES)));
    }

    @Test
    void aCompanysTimelineHoldsItsOpportunitiesToo() {
        OpportunityId deal = opportunity().id();
        Activity aboutBoth = record(new ActivitySubjects(company, null, deal), 2);
        Activity aboutDeal = record(new ActivitySubjects(null, null, deal), 1);
        assertEquals(
                List.of(aboutBoth, aboutDeal), activities(session.timelines().of(company, ACTIVITIES)));
        assertEquals(
                List.of(EntryKind.ACTIVITY, EntryKind.ACTIVITY, EntryKind.STAGE_MOVE, EntryKind.ADDED, EntryKind.ADDED),
                kinds(session.timelines().of(company, ALL)));
    }

    @Test
    void pagesGoOnBothWays() {
        PersonId zoe = person("Zoe");
        List<Activity> days = List.of(withPerson(zoe, 1), withPerson(zoe, 2), withPerson(zoe, 3));
        TimelineRequest two = TimelineRequest.newest(2);
        TimelinePage first = session.timelines().of(zoe, two);
        TimelinePage second =
                session.timelines().of(zoe, two.olderThan(first.oldest().orElseThrow()));
        assertEquals(List.of(EntryKind.ACTIVITY, EntryKind.ADDED), kinds(second));
        assertEquals(
                first.entries(),
                session.timelines()
                        .of(zoe, two.newerThan(second.newest().orElseThrow()))
                        .entries());
        assertEquals(
                List.of(days.get(0)),
                activities(session.timelines().of(zoe, TimelineRequest.oldest(1).only(EntryKind.ACTIVITY))));
    }

    @Test
    void whoWasMergedBringsAlongItsTimelineAndLeadsToTheSurvivors() {
        PersonId survivor = person("Zoe");
        PersonId merged = person("Zo\u00eb");
        PersonId mergedBefore = person("Z.");
        Activity mine = withPerson(survivor, 1);
        Activity theirs = withPerson(merged, 2);
        Activity oldest = withPerson(mergedBefore, 0);
        merge(mergedBefore, merged);
        merge(merged, survivor);
        for (PersonId id : List.of(survivor, merged, mergedBefore)) {
            assertEquals(
                    List.of(theirs, mine, oldest),
                    activities(session.timelines().of(id, ACTIVITIES)));
        }
        assertEquals(
                3,
                session.timelines()
                        .of(survivor, ALL.only(EntryKind.ADDED))
                        .entries()
                        .size());
    }

    private void merge(PersonId from, PersonId into) {
        Person stored = session.people().find(from).orElseThrow();
        Relationship merged = new Relationship(
                stored.relationship().owner(),
                stored.relationship().stage(),
                stored.relationship().source(),
                PartyState.MERGED);
        stores.people()
                .save(
                        tenant,
                        new Person(
                                from,
                                stored.revision(),
                                stored.name(),
                                stored.contactPoints(),
                                merged,
                                into,
                                CustomFields.NONE,
                                Set.of()));
    }

    @Test
    void aCompanyKeepsWhatItsPeopleDidWhileThere() {
        PersonId zoe = person("Zoe");
        CompanyId other = session.companies()
                .add(new AddCompany("Beta", null, null, null))
                .id();
        Activity before = withPerson(zoe, -9);
        Activity there = withPerson(zoe, -5);
        Affiliation stay =
                session.affiliations().join(new JoinCompany(zoe, company, "buyer", localDay(-7), null, true));
        TimelinePage whileThere = session.timelines().of(company, ACTIVITIES);
        assertEquals(List.of(there), activities(whileThere));
        session.affiliations()
                .moveOn(stay.id(), stay.revision(), new JoinCompany(zoe, other, null, localDay(-1), null, true));
        Activity elsewhere = withPerson(zoe, 3);
        assertEquals(whileThere, session.timelines().of(company, ACTIVITIES));
        assertEquals(List.of(elsewhere), activities(session.timelines().of(other, ACTIVITIES)));
        assertEquals(
                List.of(elsewhere, there, before),
                activities(session.timelines().of(zoe, ACTIVITIES)));
    }

    @Test
    void aStayBeginsAndEndsWhereTheDayOfTheCallerDoes() {
        PersonId zoe = person("Zoe");
        session.affiliations().join(new JoinCompany(zoe, company, null, localDay(0), localDay(1), true));
        Activity midnight = recordedAt(zoe, "2026-05-04T00:00:00Z");
        Activity lastMoment = recordedAt(zoe, "2026-05-04T23:59:59.999999Z");
        recordedAt(zoe, "2026-05-05T00:00:00Z");
        recordedAt(zoe, "2026-05-03T23:59:59.999999Z");
        assertEquals(
                List.of(lastMoment, midnight), activities(session.timelines().of(company, ACTIVITIES)));
    }

    private Activity recordedAt(PersonId person, String at) {
        return session.activities()
                .record(new RecordActivity(
                        ActivityType.CALL,
                        seller,
                        Instant.parse(at),
                        ActivityState.HELD,
                        new ActivitySubjects(null, person, null)));
    }

    private static LocalDate localDay(int day) {
        return LocalDate.ofInstant(day(day), ZoneOffset.UTC);
    }

    @Test
    void strangersAndUnknownRecordsHaveNoEntries() {
        PersonId zoe = person("Zoe");
        withPerson(zoe, 1);
        CrmSession stranger = crm.as(new Actor(new TenantId("other"), "bob"));
        assertEquals(List.of(), stranger.timelines().of(zoe, ALL).entries());
        assertEquals(List.of(), stranger.timelines().of(company, ALL).entries());
        assertEquals(
                List.of(),
                session.timelines()
                        .of(new OpportunityId(UUID.randomUUID()), ALL)
                        .entries());
    }

    @Test
    void whatIsHeldBackIsSeenWithinCommandsRunTogether() {
        assertEquals(
                List.of(EntryKind.ADDED),
                session.together(within -> kinds(within.timelines()
                        .of(within.people().add(new AddPerson("Zoe", null)).id(), ALL))));
    }

    @Test
    void refusesALimitOutOfRange() {
        for (int limit : new int[] {0, 1_001}) {
            assertEquals(
                    "limit must be 1 to 1000: limit = " + limit,
                    assertThrows(IllegalArgumentException.class, () -> TimelineRequest.newest(limit))
                            .getMessage());
        }
    }
}
