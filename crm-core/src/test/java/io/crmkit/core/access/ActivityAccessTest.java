package io.crmkit.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.access.RolePolicy.Assignment;
import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.CountingRule;
import io.crmkit.core.activity.Credit;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.audience.Field;
import io.crmkit.core.calendar.TimeRange;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.AccessDeniedException;
import io.crmkit.core.port.ActivityCounting;
import io.crmkit.core.port.Stores;
import io.crmkit.core.service.ActivityContent;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.AnswerActivity;
import io.crmkit.core.service.ChangeActivity;
import io.crmkit.core.service.PlanActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.EntryKind;
import io.crmkit.core.timeline.TimelineRequest;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What of an activity is hidden is hidden wherever it stands, and who was invited answers for oneself. */
class ActivityAccessTest {

    private static final TenantId TENANT = new TenantId("acme");
    private static final Instant AT = Instant.parse("2026-05-04T09:00:00Z");
    private static final TimeRange DAY = new TimeRange(AT.minusSeconds(3_600), AT.plusSeconds(86_400));

    private final Stores stores = InMemoryStores.empty();
    private final CrmSession root = Crm.builder().stores(stores).build().as(new Actor(TENANT, "root"));
    private final SellerId anna =
            root.sellers().add(new AddSeller("Anna", null)).id();
    private final SellerId bob = root.sellers().add(new AddSeller("Bob", null)).id();
    private final PersonId zoe = root.people().add(new AddPerson("Zoe", null)).id();
    private final PersonId max = root.people().add(new AddPerson("Max", null)).id();
    private final Activity meeting = root.activities()
            .plan(PlanActivity.of(ActivityType.MEETING, anna, AT)
                    .about(new ActivitySubjects(null, max, null))
                    .with(ActivityContent.NONE
                            .with(new ActivityDetails.Meeting("Graz", Duration.ofHours(1)))
                            .with(Participant.of(zoe), Participant.of(bob))));

    private CrmSession as(Role role, SellerId seller) {
        return Crm.builder()
                .stores(stores)
                .access(RolePolicy.of(actor -> new Assignment(role, seller)))
                .build()
                .as(new Actor(TENANT, "somebody"));
    }

    private CrmSession without(Field<?, ?>... hidden) {
        return as(Role.manager().hiding(hidden), anna);
    }

    private static List<Activity> onTimeline(CrmSession session, PersonId person) {
        return session.timelines().of(person, TimelineRequest.newest(50).only(EntryKind.ACTIVITY)).entries().stream()
                .map(entry -> ((Entry.OfActivity) entry).activity())
                .toList();
    }

    private static List<Activity> inCalendar(CrmSession session, SellerId seller) {
        return session.calendar().entries(seller, DAY).stream()
                .map(entry -> entry.activity())
                .toList();
    }

    private Activity placeless() {
        return meeting.described(
                new ActivityDetails.Meeting(null, Duration.ofHours(1)), meeting.text(), meeting.participants());
    }

    @Test
    void aHiddenPlaceStandsNowhere() {
        CrmSession session = without(ActivityFields.PLACE);
        assertEquals(placeless(), session.activities().find(meeting.id()).orElseThrow());
        assertEquals(List.of(placeless()), onTimeline(session, zoe));
        assertEquals(List.of(placeless()), inCalendar(session, anna));
        assertEquals(List.of(placeless()), inCalendar(session, bob));
        assertEquals(0, session.activities().count(ActivityFields.PLACE.is("Graz")));
        assertEquals(1, session.activities().count(ActivityFields.PLACE.isSet().not()));
        assertEquals(List.of(), placesIn(session));
        assertEquals(List.of("details.place"), placesIn(root));
    }

    private List<String> placesIn(CrmSession session) {
        return session.journal().of(meeting.id()).stream()
                .flatMap(change -> change.fields().stream())
                .map(FieldChange::field)
                .filter(field -> field.endsWith("place"))
                .toList();
    }

    @Test
    void aChangeLeavesAHiddenPlaceAsItIs() {
        CrmSession session = without(ActivityFields.PLACE);
        Activity seen = session.activities().find(meeting.id()).orElseThrow();
        ChangeActivity command = ChangeActivity.of(seen);
        session.activities().change(command.with(command.content().titled("Kick-off")));
        Activity stored = root.activities().find(meeting.id()).orElseThrow();
        assertEquals(new ActivityDetails.Meeting("Graz", Duration.ofHours(1)), stored.details());
        assertEquals("Kick-off", stored.text().title());
    }

    @Test
    void aHiddenKindHidesWhatIsOfTheKind() {
        CrmSession session = without(ActivityFields.KIND);
        Activity kindless = meeting.described(null, meeting.text(), meeting.participants());
        assertEquals(kindless, session.activities().find(meeting.id()).orElseThrow());
        assertEquals(List.of(kindless), onTimeline(session, zoe));
        assertEquals(0, session.activities().count(ActivityFields.PLACE.is("Graz")));
        assertEquals(0, session.activities().count(ActivityFields.ENDS_AT.isSet()));
    }

    @Test
    void whoTakesPartIsHiddenFromTimelinesAndCalendars() {
        CrmSession session = without(ActivityFields.PARTICIPANTS);
        Activity alone = meeting.described(meeting.details(), meeting.text(), List.of());
        assertEquals(alone, session.activities().find(meeting.id()).orElseThrow());
        assertEquals(List.of(), onTimeline(session, zoe));
        assertEquals(List.of(alone), onTimeline(session, max));
        assertEquals(List.of(alone), inCalendar(session, anna));
        assertEquals(List.of(), inCalendar(session, bob));
        assertEquals(
                0, session.activities().count(ActivityFields.participant(zoe).is(true)));
        assertEquals(1, session.activities().count(ActivityFields.PARTICIPANTS.is(false)));
        assertEquals(List.of(meeting), onTimeline(root, zoe));
    }

    private Set<SellerId> credited(Field<?, ?>... hidden) {
        ActivityCounting everySeller = new ActivityCounting(
                Map.of(ActivityType.MEETING, new CountingRule(Set.of(ActivityState.PLANNED), Credit.EVERY_SELLER)));
        Role role = Role.manager().hiding(hidden);
        return GuardedStores.over(
                        stores, RolePolicy.of(actor -> new Assignment(role, anna)), new Actor(TENANT, "somebody"))
                .facts()
                .activities(TENANT, Criterion.everything(), everySeller, Instant.EPOCH, Instant.MAX)
                .stream()
                .map(row -> row.seller())
                .collect(Collectors.toSet());
    }

    @Test
    void countsDoNotTellWhoTookPartWhereThatIsHidden() {
        assertEquals(Set.of(anna, bob), credited());
        assertEquals(Set.of(anna), credited(ActivityFields.PARTICIPANTS));
    }

    private AnswerActivity answer(SellerId seller, Acceptance acceptance) {
        return new AnswerActivity(meeting.id(), meeting.revision(), seller, acceptance);
    }

    @Test
    void aSellerWhoWasInvitedAnswersForOneself() {
        CrmSession session = as(Role.seller().with(Activity.class, Reach.ASSIGNED, Reach.NONE), bob);
        Activity answered = session.activities().answer(answer(bob, Acceptance.ACCEPTED));
        assertEquals(meeting.answered(bob, Acceptance.ACCEPTED).withRevision(answered.revision()), answered);
        assertEquals(answered, root.activities().find(meeting.id()).orElseThrow());
        assertEquals(
                "participants",
                root.journal().of(meeting.id()).get(0).fields().get(0).field().split("\\[")[0]);
    }

    @Test
    void nobodyElsesAnswerIsEnteredAndNothingElseChanged() {
        CrmSession session = as(Role.seller(), bob);
        ActivityId id = meeting.id();
        String denied = "Activity " + id + " must not be changed by this actor";
        AnswerActivity zoes = new AnswerActivity(id, meeting.revision(), zoe, Acceptance.DECLINED);
        assertEquals(
                denied,
                assertThrows(
                                AccessDeniedException.class,
                                () -> session.activities().answer(zoes))
                        .getMessage());
        ChangeActivity change = ChangeActivity.of(meeting);
        ChangeActivity both = change.with(change.content()
                .titled("Mine now")
                .with(Participant.of(zoe), Participant.of(bob).answering(Acceptance.ACCEPTED)));
        assertEquals(
                denied,
                assertThrows(
                                AccessDeniedException.class,
                                () -> session.activities().change(both))
                        .getMessage());
        assertEquals(meeting, root.activities().find(id).orElseThrow());
        assertEquals(1, root.activities().page(PageRequest.first(9)).items().size());
    }

    @Test
    void whoWasNotInvitedAnswersNothing() {
        SellerId cleo = root.sellers().add(new AddSeller("Cleo", null)).id();
        CrmSession session = as(Role.reader(), cleo);
        assertThrows(AccessDeniedException.class, () -> session.activities().answer(answer(bob, Acceptance.ACCEPTED)));
    }
}
