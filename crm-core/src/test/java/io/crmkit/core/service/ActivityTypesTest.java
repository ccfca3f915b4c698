package io.crmkit.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.activity.CountingRule;
import io.crmkit.core.activity.Credit;
import io.crmkit.core.activity.FollowUpSuggestion;
import io.crmkit.core.activity.IndicatorRole;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.PersonId;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.InvalidCommandException;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.TenantId;
import io.crmkit.core.view.TeamFunnel;
import io.crmkit.metrics.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a type means decides what is counted, for whom and for which step. */
class ActivityTypesTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Period MAY =
            new Period(Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z"));
    private static final ActivityType COLD_CALL = new ActivityType("cold-call");

    private final CrmSession session = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC))
            .build()
            .as(new Actor(new TenantId("acme"), "anna"));
    private final ActivityTypes types = session.activityTypes();
    private final SellerId anna =
            session.sellers().add(new AddSeller("Anna", null)).id();
    private final SellerId bruno =
            session.sellers().add(new AddSeller("Bruno", null)).id();
    private final SellerId carla =
            session.sellers().add(new AddSeller("Carla", null)).id();

    private void met(ActivityState state, SellerId owner, Participant... others) {
        session.activities()
                .record(new RecordActivity(ActivityType.MEETING, owner, NOON, state, ActivitySubjects.NONE)
                        .with(ActivityContent.NONE.with(others)));
    }

    private static Participant accepted(SellerId seller) {
        return new Participant(null, seller, Acceptance.ACCEPTED);
    }

    private TeamFunnel funnel() {
        return session.insights().activityFunnel(List.of(ActivityType.CALL, ActivityType.MEETING), MAY);
    }

    /* the meetings of the team, and of each seller that has any step */
    private Map<String, Long> meetings() {
        TeamFunnel funnel = funnel();
        Map<String, Long> counts = new TreeMap<>();
        counts.put("(team)", funnel.all().steps().get(1).count());
        funnel.sellers()
                .forEach(seller ->
                        counts.put(seller.name(), seller.report().steps().get(1).count()));
        return counts;
    }

    private void define(CountingRule rule) {
        DefineActivityType meeting = DefineActivityType.named(ActivityType.MEETING, "Meeting", ActivityKind.MEETING)
                .counting(rule);
        types.of(ActivityType.MEETING)
                .ifPresentOrElse(stored -> types.redefine(meeting, stored.revision()), () -> types.define(meeting));
    }

    @Test
    void aTypeThatWasNeverDefinedCountsWhatIsHeldForItsOwner() {
        met(ActivityState.HELD, anna, accepted(bruno));
        met(ActivityState.NOT_HELD, anna);
        assertEquals(Optional.empty(), types.of(ActivityType.MEETING));
        assertEquals(Map.of("(team)", 1L, "Anna", 1L), meetings());
    }

    @Test
    void countsTheStatesThatTheTypeSays() {
        met(ActivityState.HELD, anna);
        met(ActivityState.NOT_HELD, anna);
        met(ActivityState.PLANNED, anna);
        define(new CountingRule(EnumSet.of(ActivityState.HELD, ActivityState.NOT_HELD), Credit.OWNER));
        assertEquals(Map.of("(team)", 2L, "Anna", 2L), meetings());
        define(new CountingRule(EnumSet.noneOf(ActivityState.class), Credit.OWNER));
        assertEquals(Map.of("(team)", 0L), meetings());
    }

    @Test
    void creditsEverySellerWhoTakesPartAndTheTeamOnce() {
        met(ActivityState.HELD, anna, accepted(bruno), new Participant(null, carla, Acceptance.DECLINED));
        met(ActivityState.HELD, bruno, accepted(bruno));
        define(CountingRule.HELD.crediting(Credit.EVERY_SELLER));
        assertEquals(Map.of("(team)", 2L, "Anna", 1L, "Bruno", 2L), meetings());
    }

    @Test
    void addsUpTheSharesOfASellerBeforeRounding() {
        for (int i = 0; i < 4; i++) {
            met(ActivityState.HELD, anna, accepted(bruno), accepted(carla));
        }
        met(ActivityState.HELD, anna, accepted(bruno));
        define(CountingRule.HELD.crediting(Credit.SPLIT));
        // 4/3 + 1/2 = 11/6 each for Anna and Bruno, 4/3 for Carla; by hand
        assertEquals(Map.of("(team)", 5L, "Anna", 2L, "Bruno", 2L, "Carla", 1L), meetings());
    }

    @Test
    void countsSeveralTypesForOneStep() {
        types.define(DefineActivityType.named(COLD_CALL, "Cold call", ActivityKind.CALL)
                .forStep(ActivityType.CALL)
                .telling(IndicatorRole.LEADING));
        session.activities().record(RecordActivity.held(COLD_CALL, anna, NOON));
        session.activities().record(RecordActivity.held(ActivityType.CALL, anna, NOON));
        assertEquals(2, funnel().all().steps().get(0).count());
    }

    @Test
    void definesOnceAndRedefinesFromWhatWasSeen() {
        DefineActivityType command = DefineActivityType.named(COLD_CALL, "Cold call", ActivityKind.CALL)
                .followedBy(new FollowUpSuggestion(ActivityType.MEETING, 3));
        ActivityTypeDefinition stored = types.define(command);
        assertEquals(Optional.of(stored), types.of(COLD_CALL));
        assertEquals(COLD_CALL, stored.step());
        assertThrows(StaleRevisionException.class, () -> types.define(command));
        ActivityTypeDefinition anew = types.redefine(command.telling(IndicatorRole.LAGGING), stored.revision());
        assertEquals(IndicatorRole.LAGGING, anew.role());
        assertThrows(StaleRevisionException.class, () -> types.redefine(command, stored.revision()));
        assertEquals(1, types.count());
    }

    @Test
    @SuppressWarnings("NullAway") // what a host's form may leave out
    void tellsAllThatIsWrongAtOnce() {
        InvalidCommandException no = assertThrows(
                InvalidCommandException.class,
                () -> types.define(new DefineActivityType(null, " ", null, null, null, null, null)));
        assertEquals(
                List.of("counting must be given", "name must not be blank", "type must be given"),
                no.violations().stream()
                        .map(violation -> violation.field() + " " + violation.rule())
                        .toList());
        IllegalArgumentException days =
                assertThrows(IllegalArgumentException.class, () -> new FollowUpSuggestion(ActivityType.CALL, 367));
        assertEquals("afterDays must be from 0 to 366: 367", days.getMessage());
        assertEquals(0, types.count(), () -> Arrays.toString(ActivityState.values()));
    }

    private Activity heldMeeting(SellerId seller, String at) {
        PersonId dino = session.people().add(new AddPerson("Dino", null)).id();
        return session.activities()
                .record(RecordActivity.held(ActivityType.MEETING, seller, Instant.parse(at))
                        .about(new ActivitySubjects(null, dino, null)));
    }

    private void suggest(ActivityType next, ActivityKind kind) {
        types.define(DefineActivityType.named(next, "Next", kind));
        types.define(DefineActivityType.named(ActivityType.MEETING, "Meeting", ActivityKind.MEETING)
                .followedBy(new FollowUpSuggestion(next, 3)));
    }

    @Test
    void suggestsWhatFollowsAtTheSameTimeOfTheSellersDay() {
        ActivityType task = new ActivityType("send-minutes");
        suggest(task, ActivityKind.TASK);
        SellerId dora = session.sellers()
                .add(new AddSeller("Dora", null, ZoneId.of("Europe/Rome")))
                .id();
        // clocks go forward on 29 March 2026: three days are 71 hours
        Activity done = heldMeeting(dora, "2026-03-27T09:00:00Z");
        PlanActivity wish = session.activities().suggestedFollowUp(done.id()).orElseThrow();
        assertEquals(
                PlanActivity.of(task, dora, Instant.parse("2026-03-30T08:00:00Z"))
                        .about(done.subjects())
                        .with(ActivityContent.NONE.with(new ActivityDetails.Task(LocalDate.of(2026, 3, 30), null))),
                wish);
        Activity planned = session.activities().followUp(done.id(), wish);
        assertEquals(done.id(), planned.plan().follows());
        assertEquals(ActivityState.PLANNED, planned.state());
    }

    @Test
    void suggestsNothingOnceItIsPlannedAndAgainOnceThatIsCancelled() {
        suggest(ActivityType.CALL, ActivityKind.CALL);
        Activity done = heldMeeting(anna, "2026-05-04T09:00:00Z");
        PlanActivity wish = session.activities().suggestedFollowUp(done.id()).orElseThrow();
        Activity planned = session.activities().followUp(done.id(), wish);
        assertEquals(Optional.empty(), session.activities().suggestedFollowUp(done.id()));
        session.activities().cancel(new EndActivity(planned.id(), planned.revision(), null));
        assertEquals(Optional.of(wish), session.activities().suggestedFollowUp(done.id()));
    }

    @Test
    void suggestsNothingForWhatWasNotHeldOrHasNoSuggestion() {
        Activity undefined = heldMeeting(anna, "2026-05-04T09:00:00Z");
        assertEquals(Optional.empty(), session.activities().suggestedFollowUp(undefined.id()));
        suggest(ActivityType.CALL, ActivityKind.CALL);
        Activity planned = session.activities().plan(PlanActivity.of(ActivityType.MEETING, anna, NOON));
        assertEquals(Optional.empty(), session.activities().suggestedFollowUp(planned.id()));
        assertEquals(
                "ActivityId 00000000-0000-0001-0000-000000000001 does not exist",
                assertThrows(
                                NotFoundException.class,
                                () -> session.activities().suggestedFollowUp(new ActivityId(new UUID(1, 1))))
                        .getMessage());
    }
}
