package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityDirection;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivityStateException;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityText;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Occurrence;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.activity.Recurrence;
import io.crmkit.core.activity.Rescheduling;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.document.DocumentParties;
import io.crmkit.core.document.QuoteId;
import io.crmkit.core.document.QuoteTerms;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.FieldChange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.Person;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.privacy.SuppressionKey;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.TimelineRequest;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.PageRequest;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.value.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A planned activity is held, not held or cancelled; who takes part, and what was written, stays with it. */
class ActivitiesTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final SellerId ANNA = new SellerId(new UUID(1, 1));
    private static final SellerId BRUNO = new SellerId(new UUID(1, 2));

    private final Crm crm = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(Clock.fixed(NOON, ZoneOffset.UTC))
            .suppressionKey(SuppressionKey.of(new byte[32]))
            .build();
    private final CrmSession session = crm.as(new Actor(new TenantId("acme"), "anna"));
    private final Activities activities = session.activities();
    private final PersonId carla =
            session.people().add(new AddPerson("Carla", null)).id();
    private final PersonId dino =
            session.people().add(new AddPerson("Dino", null)).id();

    private Activity planned(ActivityContent content) {
        return activities.plan(PlanActivity.of(ActivityType.MEETING, ANNA, NOON).with(content));
    }

    private Activity planned() {
        return planned(ActivityContent.NONE);
    }

    private ActivityContent visit() {
        return ActivityContent.NONE
                .titled("Visit")
                .noting("Bring the samples.\nAsk for the budget.")
                .with(new ActivityDetails.Meeting("Rome", Duration.ofHours(1)))
                .with(Participant.of(carla), Participant.of(dino), Participant.of(BRUNO));
    }

    private QuoteId quote() {
        DraftQuote wish = new DraftQuote(
                new DocumentParties(ANNA, null, carla, null),
                new QuoteTerms(Currency.getInstance("EUR"), LocalDate.of(2026, 6, 3), null, null, null),
                List.of(),
                List.of());
        return session.quotes().draft(wish).id();
    }

    @Test
    void keepsWhatIsPlanned() {
        ActivitySubjects subjects = new ActivitySubjects(null, carla, null, quote(), null);
        Activity visit = activities.plan(PlanActivity.of(ActivityType.MEETING, ANNA, NOON)
                .about(subjects)
                .with(visit()));
        assertEquals(visit, activities.find(visit.id()).orElseThrow());
        assertEquals(ActivityState.PLANNED, visit.state());
        assertEquals(new ActivityText("Visit", "Bring the samples.\nAsk for the budget.", null), visit.text());
        assertEquals(Duration.ofHours(1), visit.duration());
        assertEquals(subjects, visit.subjects());
        assertEquals(
                List.of(Acceptance.NEEDS_ACTION, Acceptance.NEEDS_ACTION, Acceptance.NEEDS_ACTION),
                visit.participants().stream().map(Participant::acceptance).toList());
    }

    @Test
    void holdsWhatWasPlannedWithWhatCameOfIt() {
        Activity visit = planned(visit());
        Activity held = activities.hold(new HoldActivity(
                visit.id(), visit.revision(), NOON.plusSeconds(600), Duration.ofMinutes(75), "They want a quote."));
        assertEquals(ActivityState.HELD, held.state());
        assertEquals(NOON.plusSeconds(600), held.at());
        assertEquals(new ActivityDetails.Meeting("Rome", Duration.ofMinutes(75)), held.details());
        assertEquals("They want a quote.", held.text().outcome());
        assertEquals("Visit", held.text().title());
    }

    @Test
    void holdsAsPlannedWhereNothingElseIsSaid() {
        Activity visit = planned(visit());
        Activity held = activities.hold(HoldActivity.asPlanned(visit.id(), visit.revision()));
        assertEquals(visit.at(), held.at());
        assertEquals(visit.details(), held.details());
        assertEquals(visit.text(), held.text());
    }

    @Test
    void aCallOfWhichNothingWasKnownTakesItsTime() {
        Activity call = activities.plan(PlanActivity.of(ActivityType.CALL, ANNA, NOON));
        Activity held =
                activities.hold(new HoldActivity(call.id(), call.revision(), null, Duration.ofMinutes(5), null));
        assertEquals(new ActivityDetails.Call(null, Duration.ofMinutes(5)), held.details());
    }

    @Test
    void anEndedActivityRefusesEveryEnd() {
        Activity visit = planned();
        Activity cancelled = activities.cancel(new EndActivity(visit.id(), visit.revision(), "No budget."));
        assertEquals(ActivityState.CANCELLED, cancelled.state());
        assertEquals("No budget.", cancelled.text().outcome());
        ActivityId id = cancelled.id();
        Revision from = cancelled.revision();
        assertRefused("cannot be held", () -> activities.hold(HoldActivity.asPlanned(id, from)), id);
        assertRefused("cannot be noted as not held", () -> activities.notHeld(new EndActivity(id, from, null)), id);
        assertRefused("cannot be cancelled", () -> activities.cancel(new EndActivity(id, from, null)), id);
        assertRefused("cannot be rescheduled", () -> activities.reschedule(new RescheduleActivity(id, from, NOON)), id);
        assertRefused(
                "cannot be answered",
                () -> activities.answer(new AnswerActivity(id, from, carla, Acceptance.ACCEPTED)),
                id);
        assertEquals(cancelled, activities.find(id).orElseThrow());
    }

    private static void assertRefused(
            String refused, org.junit.jupiter.api.function.Executable command, ActivityId id) {
        ActivityStateException no = assertThrows(ActivityStateException.class, command);
        assertEquals("activity %s %s: it is CANCELLED and not PLANNED".formatted(id, refused), no.getMessage());
        assertEquals(id, no.activity());
        assertEquals(ActivityState.CANCELLED, no.state());
    }

    @Test
    void countsHowOftenItWasMovedAndAsksAnew() {
        Activity visit = planned(visit());
        Activity accepted =
                activities.answer(new AnswerActivity(visit.id(), visit.revision(), carla, Acceptance.ACCEPTED));
        assertEquals(Acceptance.ACCEPTED, accepted.participants().get(0).acceptance());
        Activity once =
                activities.reschedule(new RescheduleActivity(visit.id(), accepted.revision(), NOON.plusSeconds(60)));
        assertEquals(new Rescheduling(1, NOON), once.plan().rescheduling());
        assertEquals(Acceptance.NEEDS_ACTION, once.participants().get(0).acceptance());
        Activity twice =
                activities.reschedule(new RescheduleActivity(visit.id(), once.revision(), NOON.plusSeconds(120)));
        assertEquals(new Rescheduling(2, NOON), twice.plan().rescheduling());
        assertEquals(twice, activities.reschedule(new RescheduleActivity(visit.id(), twice.revision(), twice.at())));
        assertEquals(
                List.of(
                        NOON.plusSeconds(60) + " -> " + NOON.plusSeconds(120) + " by anna",
                        NOON + " -> " + NOON.plusSeconds(60) + " by anna"),
                moves(visit.id()));
    }

    private List<String> moves(ActivityId id) {
        return session.journal().of(id).stream()
                .flatMap(change -> change.fields().stream()
                        .filter(field -> field.field().equals("at") && field.before() != null)
                        .map(field -> told(change, field)))
                .toList();
    }

    private static String told(Change change, FieldChange field) {
        return field.before() + " -> " + field.after() + " by " + change.actor().user();
    }

    @Test
    void theJournalTellsTheDetailsByTheirKind() {
        Activity visit = planned(visit());
        activities.change(ChangeActivity.of(visit)
                .with(ActivityContent.of(visit).with(new ActivityDetails.Call(ActivityDirection.INBOUND, null))));
        List<Change> changes = session.journal().of(visit.id());
        assertEquals(
                List.of(
                        "details.direction: null -> INBOUND",
                        "details.duration: PT1H -> null",
                        "details.place: Rome -> null",
                        "details: Meeting -> Call"),
                changes.get(0).fields().stream()
                        .map(field -> field.field() + ": " + field.before() + " -> " + field.after())
                        .sorted()
                        .toList());
    }

    @Test
    void aFollowUpKnowsWhatItFollows() {
        Activity visit = planned();
        Activity next = activities.followUp(visit.id(), PlanActivity.of(ActivityType.CALL, ANNA, NOON.plusSeconds(9)));
        assertEquals(visit.id(), next.plan().follows());
        assertEquals(
                List.of(next.id()),
                activities.select(ActivityFields.FOLLOWS.is(visit.id()), PageRequest.first(9)).items().stream()
                        .map(Activity::id)
                        .toList());
        ActivityId nobodys = new ActivityId(new UUID(9, 9));
        NotFoundException missing = assertThrows(
                NotFoundException.class,
                () -> activities.followUp(nobodys, PlanActivity.of(ActivityType.CALL, ANNA, NOON)));
        assertEquals("ActivityId " + nobodys + " does not exist", missing.getMessage());
    }

    @Test
    void findsWhoTakesPart() {
        Activity visit = planned(visit());
        planned();
        assertEquals(List.of(visit.id()), found(ActivityFields.participant(dino).is(true)));
        assertEquals(
                List.of(visit.id()), found(ActivityFields.participant(BRUNO).is(true)));
        assertEquals(1, activities.count(ActivityFields.participant(dino).is(false)));
        Criterion<Activity> read = ActivityFields.ALL.read(
                ActivityFields.participant(dino).is(true).toText());
        assertEquals(ActivityFields.participant(dino).is(true), read);
    }

    private List<ActivityId> found(Criterion<Activity> criterion) {
        return activities.select(criterion, PageRequest.first(9)).items().stream()
                .map(Activity::id)
                .toList();
    }

    @Test
    void standsOnTheTimelineOfEverybodyWhoTakesPart() {
        Person erna = session.people().add(new AddPerson("Erna", null));
        Activity visit = planned(ActivityContent.NONE.with(Participant.of(erna.id())));
        assertEquals(
                List.of(visit),
                session.timelines().of(erna.id(), TimelineRequest.newest(9)).entries().stream()
                        .flatMap(entry ->
                                entry instanceof Entry.OfActivity of ? Stream.of(of.activity()) : Stream.empty())
                        .toList());
    }

    @Test
    void mergingPutsTheSurvivorInTheParticipantsPlaceAndBack() {
        Person erna = session.people().add(new AddPerson("Erna", null));
        Person twin = session.people().add(new AddPerson("Erna B.", null));
        Activity visit = planned(ActivityContent.NONE.with(Participant.of(carla), Participant.of(twin.id())));
        Activity both = planned(ActivityContent.NONE.with(Participant.of(erna.id()), Participant.of(twin.id())));
        var merge = session.merges().merge(MergeRecords.people(erna.id(), twin.id()));
        assertEquals(
                List.of(Participant.of(carla), Participant.of(erna.id())),
                activities.find(visit.id()).orElseThrow().participants());
        assertEquals(
                both.participants(), activities.find(both.id()).orElseThrow().participants());
        session.merges().undo(merge.id());
        assertEquals(
                visit.participants(), activities.find(visit.id()).orElseThrow().participants());
    }

    @Test
    void erasureReachesWhatWasWrittenAndLeavesTheCount() {
        Person erna = session.people().add(new AddPerson("Erna", null));
        Activity visit = planned(visit().with(Participant.of(erna.id())));
        Activity held = activities.hold(
                HoldActivity.asPlanned(visit.id(), visit.revision()).with("Erna was ill."));
        assertEquals(List.of(held), session.privacy().export(erna.id()).activities());
        session.privacy().erase(erna.id());
        Activity erased = activities.find(visit.id()).orElseThrow();
        assertEquals(ActivityText.NONE, erased.text());
        assertEquals(new ActivityDetails.Meeting(null, Duration.ofHours(1)), erased.details());
        assertEquals(held.participants(), erased.participants());
        assertEquals(ActivityState.HELD, erased.state());
        assertTrue(
                session.journal().of(visit.id()).stream()
                        .flatMap(change -> change.fields().stream())
                        .noneMatch(field -> String.valueOf(field.before()).contains("ill")
                                || String.valueOf(field.after()).contains("ill")),
                "the journal tells what was erased");
    }

    @Test
    void changesWhatTheRecordSaysWhateverBecameOfIt() {
        Activity held = activities.record(RecordActivity.held(ActivityType.CALL, ANNA, NOON));
        Activity changed =
                activities.change(ChangeActivity.of(held).assignedTo(BRUNO).with(visit()));
        assertEquals(BRUNO, changed.seller());
        assertEquals("Visit", changed.text().title());
        assertEquals(ActivityState.HELD, changed.state());
        assertEquals(changed, activities.change(ChangeActivity.of(changed)));
    }

    @Test
    void aStaleRevisionChangesNothing() {
        Activity visit = planned();
        Activity moved =
                activities.reschedule(new RescheduleActivity(visit.id(), visit.revision(), NOON.plusSeconds(60)));
        StaleRevisionException stale = assertThrows(
                StaleRevisionException.class,
                () -> activities.hold(HoldActivity.asPlanned(visit.id(), visit.revision())));
        assertEquals(visit.revision(), stale.expected());
        assertEquals(moved, activities.find(visit.id()).orElseThrow());
    }

    @Test
    void whoIsNoParticipantCannotAnswer() {
        Activity visit = planned();
        ActivityStateException no = assertThrows(
                ActivityStateException.class,
                () -> activities.answer(new AnswerActivity(visit.id(), visit.revision(), carla, Acceptance.DECLINED)));
        assertEquals(
                "activity %s cannot be answered: participants must hold %s".formatted(visit.id(), carla),
                no.getMessage());
    }

    @Test
    @SuppressWarnings("NullAway") // what a host's form may leave out
    void tellsAllThatIsWrongAtOnce() {
        ActivityContent content = new ActivityContent(
                null,
                "x".repeat(201),
                "a\u0007b",
                List.of(Participant.of(carla), new Participant(carla, null, Acceptance.DECLINED)));
        PlanActivity command = new PlanActivity(null, ANNA, null, ActivitySubjects.NONE, content);
        assertEquals(
                List.of(
                        "at must be given",
                        "content.note must not be blank nor contain control characters other than line breaks and"
                                + " tabs",
                        "content.participants must not hold anybody twice",
                        "content.title must have 1 to 200 characters",
                        "type must be given"),
                broken(session.activities(), command));
        assertEquals(
                List.of(
                        "at va indicato",
                        "content.note non può essere vuoto né contenere caratteri di controllo diversi da ritorni a"
                                + " capo e tabulazioni",
                        "content.participants non può contenere nessuno due volte",
                        "content.title deve avere da 1 a 200 caratteri",
                        "type va indicato"),
                broken(session.in(Locale.ITALIAN).activities(), command));
        assertEquals(0, activities.count());
    }

    private static List<String> broken(Activities activities, PlanActivity command) {
        return assertThrows(InvalidCommandException.class, () -> activities.plan(command)).violations().stream()
                .map(violation -> violation.field() + " " + violation.rule())
                .toList();
    }

    @Test
    void refusesNotesThatAreBlankOrOverLongAndTakesEveryScript() {
        assertEquals(List.of("content.note"), fields(ActivityContent.NONE.noting(" \n\t ")));
        assertEquals(List.of("content.note"), fields(ActivityContent.NONE.noting("x".repeat(10_001))));
        assertEquals(List.of("content.title"), fields(ActivityContent.NONE.titled("two\nlines")));
        String scripts = "\u202Eright to left \uD83D\uDE80 \u05E9\u05DC\u05D5\u05DD " + "x".repeat(9_900);
        assertEquals(
                scripts, planned(ActivityContent.NONE.noting(scripts)).text().note());
    }

    private List<String> fields(ActivityContent content) {
        return assertThrows(InvalidCommandException.class, () -> planned(content)).violations().stream()
                .map(Violation::field)
                .distinct()
                .toList();
    }

    @Test
    void refusesADurationThatDoesNotFit() {
        Activity note = planned(ActivityContent.NONE.with(new ActivityDetails.Note()));
        InvalidCommandException none = assertThrows(
                InvalidCommandException.class,
                () -> activities.hold(new HoldActivity(note.id(), note.revision(), null, Duration.ofMinutes(1), null)));
        assertEquals(
                "HoldActivity is not valid: duration 'PT1M' must not be given for an e-mail or a note",
                none.getMessage());
        InvalidCommandException negative = assertThrows(
                InvalidCommandException.class,
                () -> activities.hold(
                        new HoldActivity(note.id(), note.revision(), null, Duration.ofMinutes(-1), null)));
        assertEquals("HoldActivity is not valid: duration 'PT-1M' must be from 0 to 366 days", negative.getMessage());
        IllegalArgumentException tooLong = assertThrows(
                IllegalArgumentException.class, () -> new ActivityDetails.Call(null, Duration.ofDays(367)));
        assertEquals("duration must be from 0 to 366 days: PT8808H", tooLong.getMessage());
    }

    @Test
    void whatWasHeldIsAtMostADayAheadOfTheClock() {
        Instant tomorrow = NOON.plusSeconds(86_400);
        Instant ahead = tomorrow.plusNanos(1_000);
        assertEquals(tomorrow, activities.record(held(tomorrow)).at());
        RecordActivity early = held(ahead);
        assertEquals(
                List.of("at must not be more than a day after now, 2026-05-04T12:00:00Z, for what was held"),
                refusal(session, crm -> crm.activities().record(early)));
        assertEquals(
                List.of(
                        "at non può essere più di un giorno dopo adesso, 2026-05-04T12:00:00Z, per ciò che si è svolto"),
                refusal(session.in(Locale.ITALIAN), crm -> crm.activities().record(early)));
        RecordActivity planned =
                new RecordActivity(ActivityType.CALL, ANNA, ahead, ActivityState.PLANNED, ActivitySubjects.NONE);
        assertEquals(
                List.of(
                        "activities[1].at must not be more than a day after now, 2026-05-04T12:00:00Z, for what was held"),
                refusal(
                        session,
                        crm -> crm.activities().record(new RecordActivities(List.of(held(tomorrow), early, planned)))));
        assertEquals(ahead, activities.record(planned).at());
    }

    @Test
    void whatIsPlannedForLaterWasNotHeldYet() {
        Activity visit = activities.plan(PlanActivity.of(ActivityType.MEETING, ANNA, NOON.plusSeconds(86_401)));
        InvalidCommandException asPlanned = assertThrows(
                InvalidCommandException.class,
                () -> activities.hold(HoldActivity.asPlanned(visit.id(), visit.revision())));
        assertEquals(
                "HoldActivity is not valid: at '2026-05-05T12:00:01Z' must not be more than a day after now,"
                        + " 2026-05-04T12:00:00Z, for what was held",
                asPlanned.getMessage());
        Activity held = activities.hold(new HoldActivity(visit.id(), visit.revision(), NOON, null, null));
        assertEquals(NOON, held.at());
        Instant ahead = NOON.plusSeconds(100_000);
        assertEquals(
                "activity %s cannot be held: it is HELD and not PLANNED".formatted(visit.id()),
                assertThrows(
                                ActivityStateException.class,
                                () -> activities.hold(new HoldActivity(visit.id(), held.revision(), ahead, null, null)))
                        .getMessage());
    }

    @Test
    void detailsAreOfTheKindThatTheTypeIsDefinedAs() {
        ActivityContent meeting = ActivityContent.NONE.with(new ActivityDetails.Meeting("Rome", null));
        Activity before = activities.record(held(NOON).with(meeting));
        session.activityTypes().define(DefineActivityType.named(ActivityType.CALL, "Call", ActivityKind.CALL));
        List<String> rule = List.of("content.details must be of the kind CALL, as the type 'call' is defined");
        assertEquals(
                rule, refusal(session, crm -> crm.activities().record(held(NOON).with(meeting))));
        assertEquals(
                List.of("content.details deve essere del genere CALL, come è definito il tipo 'call'"),
                refusal(
                        session.in(Locale.ITALIAN),
                        crm -> crm.activities().record(held(NOON).with(meeting))));
        assertEquals(
                List.of("activities[1].content.details must be of the kind CALL, as the type 'call' is defined"),
                refusal(
                        session,
                        crm -> crm.activities()
                                .record(new RecordActivities(
                                        List.of(held(NOON), held(NOON).with(meeting))))));
        PlanActivity plan = PlanActivity.of(ActivityType.CALL, ANNA, NOON).with(meeting);
        assertEquals(rule, refusal(session, crm -> crm.activities().plan(plan)));
        assertEquals(rule, refusal(session, crm -> crm.activities().followUp(before.id(), plan)));
        ChangeActivity moved = ChangeActivity.of(before)
                .with(ActivityContent.of(before).with(new ActivityDetails.Meeting("Graz", null)));
        assertEquals(rule, refusal(session, crm -> crm.activities().change(moved)));
        Activity titled = activities.change(
                ChangeActivity.of(before).with(ActivityContent.of(before).titled("Pumps")));
        assertEquals(before.details(), titled.details());
        ActivityContent call = ActivityContent.NONE.with(new ActivityDetails.Call(null, null));
        assertEquals(call.details(), activities.record(held(NOON).with(call)).details());
    }

    @Test
    void aSeriesTakesPlaceAtLeastOnce() {
        PlanActivity plan = PlanActivity.of(ActivityType.CALL, ANNA, NOON);
        ZoneId rome = ZoneId.of("Europe/Rome");
        for (String never : List.of(
                "FREQ=DAILY;COUNT=0", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;UNTIL=20200101T000000Z")) {
            assertEquals(
                    List.of("recurrence.rule must come true at least once, from 2026-05-04T12:00:00Z on"),
                    refusal(session, crm -> crm.activities().plan(plan, Recurrence.of(never, rome))),
                    never);
        }
        Recurrence leftOut = Recurrence.of("FREQ=DAILY;COUNT=1", rome).without(NOON);
        assertEquals(
                List.of("recurrence.rule deve verificarsi almeno una volta, da 2026-05-04T12:00:00Z in poi"),
                refusal(session.in(Locale.ITALIAN), crm -> crm.activities().plan(plan, leftOut)));
        Recurrence leapDays = Recurrence.of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", rome);
        assertEquals(leapDays, activities.plan(plan, leapDays).plan().recurrence());
    }

    private static RecordActivity held(Instant at) {
        return RecordActivity.held(ActivityType.CALL, ANNA, at);
    }

    private static List<String> refusal(CrmSession crm, Consumer<CrmSession> call) {
        return assertThrows(InvalidCommandException.class, () -> call.accept(crm)).violations().stream()
                .map(each -> each.field() + " " + each.rule())
                .toList();
    }

    @Test
    void takesDatesAtBothEndsOfTime() {
        for (String end : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z")) {
            Activity visit = activities.plan(PlanActivity.of(ActivityType.MEETING, ANNA, Instant.parse(end)));
            assertEquals(visit, activities.find(visit.id()).orElseThrow());
        }
        for (Instant beyond : List.of(Instant.MIN, Instant.MAX)) {
            InvalidCommandException no = assertThrows(
                    InvalidCommandException.class,
                    () -> activities.record(RecordActivity.held(ActivityType.CALL, ANNA, beyond)));
            assertEquals(
                    "RecordActivity is not valid: at '%s' must lie in the years 1 to 9999".formatted(beyond),
                    no.getMessage());
        }
        Activity visit = planned();
        assertThrows(
                InvalidCommandException.class,
                () -> activities.reschedule(new RescheduleActivity(visit.id(), visit.revision(), Instant.MAX)));
    }

    @Test
    void aParticipantIsEitherAPersonOrASeller() {
        IllegalArgumentException both =
                assertThrows(IllegalArgumentException.class, () -> new Participant(carla, ANNA, Acceptance.ACCEPTED));
        assertEquals(
                "participant must be either a person or a seller: person = %s, seller = %s".formatted(carla, ANNA),
                both.getMessage());
        List<Participant> crowd = Stream.iterate(0, i -> i + 1)
                .limit(101)
                .map(i -> Participant.of(new PersonId(new UUID(5, i))))
                .toList();
        IllegalArgumentException many =
                assertThrows(IllegalArgumentException.class, () -> planned().described(null, ActivityText.NONE, crowd));
        assertEquals("participants must be at most 100, not 101", many.getMessage());
        assertNull(planned().duration());
    }

    @Test
    void anOccurrenceIsTakenOutOfItsSeriesAndHeld() {
        Activity series = activities.plan(
                PlanActivity.of(ActivityType.MEETING, ANNA, NOON).with(visit()),
                Recurrence.of("FREQ=WEEKLY", ZoneId.of("Europe/Rome")));
        Instant second = NOON.plusSeconds(7 * 86_400);
        Instant later = NOON.plusSeconds(15 * 86_400);
        assertEquals(List.of(NOON, second, NOON.plusSeconds(14 * 86_400)), series.occurrences(NOON, later));
        Activity single = activities.takeOut(series.id(), series.revision(), second);
        assertEquals(new Occurrence(series.id(), second), single.plan().occurrence());
        assertEquals(ActivityState.PLANNED, single.state());
        assertEquals(
                List.of(NOON, NOON.plusSeconds(14 * 86_400)),
                activities.find(series.id()).orElseThrow().occurrences(NOON, later));
        assertEquals(List.of(single.id()), found(ActivityFields.SERIES.is(series.id())));
        assertEquals(List.of(series.id()), found(ActivityFields.ZONE.isSet()));
        Activity held = activities.hold(new HoldActivity(single.id(), single.revision(), NOON, null, null));
        assertEquals(ActivityState.HELD, held.state());
        Revision now = activities.find(series.id()).orElseThrow().revision();
        ActivityStateException twice =
                assertThrows(ActivityStateException.class, () -> activities.takeOut(series.id(), now, second));
        assertEquals(
                "activity %s cannot lose an occurrence: it has none at %s".formatted(series.id(), second),
                twice.getMessage());
        ActivityStateException whole = assertThrows(
                ActivityStateException.class, () -> activities.hold(HoldActivity.asPlanned(series.id(), now)));
        assertEquals(
                "activity %s cannot be held: it is a series, of which occurrences are taken out".formatted(series.id()),
                whole.getMessage());
    }
}
