package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.access.Reach;
import io.crmkit.core.access.Role;
import io.crmkit.core.access.RolePolicy;
import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.activity.Recurrence;
import io.crmkit.core.calendar.Agenda;
import io.crmkit.core.calendar.BusyTime;
import io.crmkit.core.calendar.CalendarEntry;
import io.crmkit.core.calendar.Due;
import io.crmkit.core.calendar.TimeRange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.port.Stores;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final TenantId ACME = new TenantId("acme");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 12);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Stores stores = InMemoryStores.empty();
    private final CrmSession root = at(Instant.parse("2026-03-12T10:30:00Z"));
    private final SellerId anna = seller("Anna", ROME);
    private final SellerId ben = seller("Ben", null);

    private CrmSession at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return Crm.builder().stores(stores).clock(clock).build().as(new Actor(ACME, "root"));
    }

    private SellerId seller(String name, @Nullable ZoneId zone) {
        return root.sellers().add(new AddSeller(name, null, zone)).id();
    }

    private Activity planned(SellerId seller, String at, @Nullable ActivityDetails details, Participant... invited) {
        ActivityContent content =
                ActivityContent.NONE.with(details).with(invited).titled(at);
        return root.activities()
                .plan(PlanActivity.of(ActivityType.MEETING, seller, Instant.parse(at))
                        .with(content));
    }

    private Activity meeting(SellerId seller, String at, Duration length, Participant... invited) {
        return planned(seller, at, new ActivityDetails.Meeting("Room 1", length), invited);
    }

    private Activity task(SellerId seller, String at, @Nullable LocalDate dueOn) {
        return planned(seller, at, new ActivityDetails.Task(dueOn, HOUR));
    }

    private static TimeRange range(String from, String until) {
        return new TimeRange(Instant.parse(from), Instant.parse(until));
    }

    private static TimeRange thursday() {
        return TimeRange.day(THURSDAY, ROME);
    }

    private static List<Activity> activities(List<CalendarEntry> entries) {
        return entries.stream().map(CalendarEntry::activity).toList();
    }

    @Test
    void aDayHoldsWhatBeginsThenAndWhatReachesIntoItInOrderOfTime() {
        Activity late = meeting(anna, "2026-03-12T22:30:00Z", HOUR);
        Activity early = meeting(anna, "2026-03-11T23:00:00Z", HOUR);
        Activity fair = meeting(anna, "2026-03-10T08:00:00Z", Duration.ofDays(3));
        meeting(anna, "2026-03-11T22:00:00Z", HOUR); // ends as the day begins
        meeting(anna, "2026-03-12T23:00:00Z", HOUR); // begins as the day ends
        meeting(ben, "2026-03-12T10:00:00Z", HOUR);
        assertEquals(List.of(fair, early, late), activities(root.calendar().day(anna, THURSDAY)));
        assertEquals(root.calendar().day(anna, THURSDAY), root.calendar().entries(anna, thursday()));
    }

    @Test
    void aSellersDaysAreThoseOfTheSellersZoneOrTheClocks() {
        assertEquals(ROME, root.calendar().zoneOf(anna));
        assertEquals(ZoneOffset.UTC, root.calendar().zoneOf(ben));
    }

    @Test
    void anInvitationIsInTheCalendarUntilItIsDeclined() {
        Activity theirs = meeting(ben, "2026-03-12T09:00:00Z", HOUR, Participant.of(anna));
        assertEquals(
                List.of(new CalendarEntry(
                        theirs, range("2026-03-12T09:00:00Z", "2026-03-12T10:00:00Z"), Acceptance.NEEDS_ACTION)),
                root.calendar().day(anna, THURSDAY));
        root.activities().answer(new AnswerActivity(theirs.id(), theirs.revision(), anna, Acceptance.DECLINED));
        assertEquals(List.of(), root.calendar().day(anna, THURSDAY));
        assertEquals(1, root.calendar().day(ben, THURSDAY).size());
    }

    @Test
    void busyIsWhatIsPlannedOrWasHeldAndTentativeWhatIsNotSure() {
        meeting(anna, "2026-03-12T09:00:00Z", HOUR);
        Activity held = meeting(anna, "2026-03-12T10:00:00Z", HOUR);
        root.activities().hold(HoldActivity.asPlanned(held.id(), held.revision()));
        Activity cancelled = meeting(anna, "2026-03-12T12:00:00Z", HOUR);
        root.activities().cancel(new EndActivity(cancelled.id(), cancelled.revision(), null));
        Activity missed = meeting(anna, "2026-03-12T13:00:00Z", HOUR);
        root.activities().notHeld(new EndActivity(missed.id(), missed.revision(), null));
        meeting(ben, "2026-03-12T14:00:00Z", HOUR, Participant.of(anna));
        meeting(ben, "2026-03-12T16:00:00Z", HOUR, Participant.of(anna).answering(Acceptance.ACCEPTED));
        meeting(ben, "2026-03-12T18:00:00Z", HOUR, Participant.of(anna).answering(Acceptance.DECLINED));
        task(anna, "2026-03-12T20:00:00Z", THURSDAY);
        planned(anna, "2026-03-12T21:00:00Z", null);
        assertEquals(
                List.of(
                        new BusyTime(range("2026-03-12T09:00:00Z", "2026-03-12T11:00:00Z"), false),
                        new BusyTime(range("2026-03-12T14:00:00Z", "2026-03-12T15:00:00Z"), true),
                        new BusyTime(range("2026-03-12T16:00:00Z", "2026-03-12T17:00:00Z"), false)),
                root.calendar().freeBusy(anna, thursday()).busy());
    }

    @Test
    void aBusyTimeIsCutToWhatWasAskedFor() {
        meeting(anna, "2026-03-10T08:00:00Z", Duration.ofDays(3));
        TimeRange asked = range("2026-03-12T09:00:00Z", "2026-03-12T10:00:00Z");
        assertEquals(
                List.of(new BusyTime(asked, false)),
                root.calendar().freeBusy(anna, asked).busy());
    }

    /* what day it is in a zone when a day begins or ends there, on days that are not of 24 hours and beside the date line */
    @ParameterizedTest
    @CsvSource({
        "Europe/Rome,         2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "Europe/Rome,         2026-10-25, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "Australia/Lord_Howe, 2026-04-05, 2026-04-04T13:00:00Z, 2026-04-05T13:30:00Z",
        "Australia/Lord_Howe, 2026-10-04, 2026-10-03T13:30:00Z, 2026-10-04T13:00:00Z",
        "Pacific/Apia,        2011-12-29, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z",
        "Pacific/Apia,        2011-12-31, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z"
    })
    void whatIsDueIsToldByTheSellersDay(ZoneId zone, LocalDate day, Instant begins, Instant ends) {
        SellerId cleo = seller("Cleo", zone);
        Activity before = meeting(cleo, begins.minusSeconds(1).toString(), HOUR);
        Activity first = meeting(cleo, begins.toString(), HOUR);
        Activity last = meeting(cleo, ends.minusSeconds(1).toString(), HOUR);
        Activity after = meeting(cleo, ends.toString(), HOUR);
        for (Instant now : List.of(begins, ends.minusSeconds(1))) {
            Agenda agenda = at(now).calendar().agenda(cleo);
            assertEquals(day, agenda.today());
            assertEquals(List.of(1L, 2L, 1L), List.of(agenda.overdue(), agenda.dueToday(), agenda.planned()));
            assertEquals(List.of(before, first, last), activities(agenda.entries()));
            assertEquals(List.of(before), due(now, cleo, Due.OVERDUE));
            assertEquals(List.of(first, last), due(now, cleo, Due.TODAY));
            assertEquals(List.of(after), due(now, cleo, Due.PLANNED));
        }
        assertEquals(
                day.minusDays(1),
                at(begins.minusSeconds(1))
                        .calendar()
                        .agenda(seller(zone))
                        .today()
                        .plusDays(skipped(day, zone)));
    }

    private SellerId seller(ZoneId zone) {
        return seller("of " + zone, zone);
    }

    private static long skipped(LocalDate day, ZoneId zone) {
        return TimeRange.day(day.minusDays(1), zone).isEmpty() ? 1 : 0;
    }

    private List<Activity> due(Instant now, SellerId seller, Due due) {
        return at(now).calendar().due(seller, due, PageRequest.first(10)).items();
    }

    @Test
    void aTaskIsDueOnItsDayWheneverItWasPlannedFor() {
        Activity late = task(anna, "2026-04-01T09:00:00Z", THURSDAY.minusDays(1));
        Activity today = task(anna, "2026-01-01T09:00:00Z", THURSDAY);
        Activity later = task(anna, "2026-01-01T09:00:00Z", THURSDAY.plusDays(1));
        Activity byItsTime = task(anna, "2026-03-12T09:00:00Z", null);
        Instant now = Instant.parse("2026-03-12T10:30:00Z");
        assertEquals(List.of(late), due(now, anna, Due.OVERDUE));
        assertEquals(List.of(today, byItsTime), due(now, anna, Due.TODAY));
        assertEquals(List.of(later), due(now, anna, Due.PLANNED));
    }

    @Test
    void aTaskIsInTheCalendarOfTheDayItIsDueOn() {
        Activity today = task(anna, "2026-01-01T09:00:00Z", THURSDAY);
        task(anna, "2026-03-12T09:00:00Z", THURSDAY.plusDays(1));
        Activity noon = meeting(anna, "2026-03-12T11:00:00Z", HOUR);
        assertEquals(List.of(today, noon), activities(root.calendar().day(anna, THURSDAY)));
        assertEquals(
                List.of(today, noon), activities(root.calendar().agenda(anna).entries()));
        assertEquals(
                List.of(noon),
                activities(root.calendar().entries(anna, range("2026-03-12T10:00:00Z", "2026-03-12T12:00:00Z"))));
    }

    @Test
    void aTaskDueOnADayThatIsSkippedIsInTheCalendarWhenTheNextBegins() {
        SellerId cleo = seller("Cleo", ZoneId.of("Pacific/Apia"));
        Activity lost = task(cleo, "2011-12-01T09:00:00Z", LocalDate.of(2011, 12, 30));
        assertEquals(List.of(), root.calendar().day(cleo, LocalDate.of(2011, 12, 30)));
        assertEquals(List.of(lost), activities(root.calendar().day(cleo, LocalDate.of(2011, 12, 31))));
    }

    @Test
    void whatIsDoneIsNotDue() {
        Activity done = meeting(anna, "2026-03-12T09:00:00Z", HOUR);
        root.activities().hold(HoldActivity.asPlanned(done.id(), done.revision()));
        Agenda agenda = root.calendar().agenda(anna);
        assertEquals(0, agenda.dueToday());
        assertEquals(
                List.of(done.id()),
                agenda.entries().stream().map(e -> e.activity().id()).toList());
    }

    @Test
    void aColleagueWhoseActivitiesMayNotBeSeenSeemsToHaveNone() {
        meeting(ben, "2026-03-12T09:00:00Z", HOUR);
        Activity shared = meeting(anna, "2026-03-12T11:00:00Z", HOUR, Participant.of(ben));
        Role own = Role.seller().with(Activity.class, Reach.OWN, Reach.OWN);
        CrmSession asAnna = Crm.builder()
                .stores(stores)
                .access(RolePolicy.of(any -> new RolePolicy.Assignment(own, anna)))
                .build()
                .as(new Actor(ACME, "anna"));
        assertEquals(List.of(shared), activities(asAnna.calendar().entries(anna, thursday())));
        assertEquals(List.of(shared), activities(asAnna.calendar().entries(ben, thursday())));
        assertEquals(1, asAnna.calendar().freeBusy(ben, thursday()).busy().size());
    }

    private Activity series(SellerId seller, String first, String rule, Participant... invited) {
        ActivityContent content = ActivityContent.NONE
                .with(new ActivityDetails.Meeting("Room 1", HOUR))
                .with(invited);
        return root.activities()
                .plan(
                        PlanActivity.of(ActivityType.MEETING, seller, Instant.parse(first))
                                .with(content),
                        Recurrence.of(rule, ROME));
    }

    private static List<String> beginnings(List<CalendarEntry> entries) {
        return entries.stream().map(entry -> entry.range().from().toString()).toList();
    }

    @Test
    void aSeriesIsThereOnceForEachOccurrenceByTheClockOnTheWall() {
        series(anna, "2026-03-16T09:00:00Z", "FREQ=WEEKLY;BYDAY=MO");
        TimeRange weeks = range("2026-03-20T00:00:00Z", "2026-04-06T08:30:00Z");
        assertEquals(
                List.of("2026-03-23T09:00:00Z", "2026-03-30T08:00:00Z", "2026-04-06T08:00:00Z"),
                beginnings(root.calendar().entries(anna, weeks)));
        TimeRange within = range("2026-03-30T08:30:00Z", "2026-03-30T08:45:00Z");
        assertEquals(
                List.of(new BusyTime(within, false)),
                root.calendar().freeBusy(anna, within).busy());
    }

    @Test
    void whatIsTakenOutOfASeriesIsThereByItselfAndDueByItself() {
        Activity daily = series(anna, "2026-03-10T09:00:00Z", "FREQ=DAILY");
        Agenda before = root.calendar().agenda(anna);
        assertEquals(List.of(0L, 0L, 0L), List.of(before.overdue(), before.dueToday(), before.planned()));
        assertEquals(List.of("2026-03-12T09:00:00Z"), beginnings(before.entries()));
        Activity single =
                root.activities().takeOut(daily.id(), daily.revision(), Instant.parse("2026-03-12T09:00:00Z"));
        assertEquals(List.of(single), activities(root.calendar().day(anna, THURSDAY)));
        assertEquals(1, root.calendar().count(anna, Due.TODAY));
        root.activities().cancel(new EndActivity(single.id(), single.revision(), null));
        assertEquals(List.of(), root.calendar().freeBusy(anna, thursday()).busy());
        assertEquals(1, root.calendar().day(anna, THURSDAY.plusDays(1)).size());
    }

    @Test
    void anInvitationToASeriesIsToEachOccurrence() {
        series(ben, "2026-03-10T09:00:00Z", "FREQ=DAILY;COUNT=3", Participant.of(anna));
        TimeRange days = range("2026-03-11T00:00:00Z", "2026-03-20T00:00:00Z");
        assertEquals(2, root.calendar().entries(anna, days).size());
        assertEquals(
                List.of(true, true),
                root.calendar().freeBusy(anna, days).busy().stream()
                        .map(BusyTime::tentative)
                        .toList());
    }

    @Test
    void aSeriesWithoutEndIsFollowedAsFarAsWasAskedFor() {
        series(
                anna,
                "2026-01-01T09:00:00Z",
                "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23");
        TimeRange spring = range("2026-03-01T00:00:00Z", "2026-06-01T00:00:00Z");
        // the hour that summer time takes is the next one, and there once
        assertEquals(92 * 24, root.calendar().entries(anna, spring).size());
        assertEquals(1, root.calendar().freeBusy(anna, spring).busy().size());
    }

    @Test
    void anotherTenantsSellerIsUnknown() {
        CrmSession other = Crm.builder().stores(stores).build().as(new Actor(new TenantId("other"), "root"));
        assertThrows(NotFoundException.class, () -> other.calendar().agenda(anna));
        assertThrows(NotFoundException.class, () -> other.calendar().entries(anna, thursday()));
        assertThrows(NotFoundException.class, () -> other.calendar().freeBusy(anna, thursday()));
        assertThrows(NotFoundException.class, () -> root.calendar().day(new SellerId(new UUID(0, 9)), THURSDAY));
    }

    @Test
    void aRangeThatIsTooLongIsRefused() {
        TimeRange long367 = range("2026-01-01T00:00:00Z", "2027-01-03T00:00:00Z");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> root.calendar().entries(anna, long367));
        assertEquals("range must be at most 366 days: " + long367, refused.getMessage());
    }
}
