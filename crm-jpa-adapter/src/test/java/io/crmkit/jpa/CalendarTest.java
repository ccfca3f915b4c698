package io.crmkit.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.calendar.Agenda;
import io.crmkit.core.calendar.BusyTime;
import io.crmkit.core.calendar.CalendarEntry;
import io.crmkit.core.calendar.TimeRange;
import io.crmkit.core.service.ActivityContent;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.PlanActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A calendar is read in as many statements however much is in it, and says on a database what it says in memory. */
class CalendarTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalDate SPRING_FORWARD = LocalDate.of(2026, 3, 29);
    private static final Instant MORNING = Instant.parse("2026-03-29T07:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Actor actor = new Actor(new TenantId("tenant " + UUID.randomUUID()), "anna");

    private CrmSession crm(JpaSession session) {
        return Crm.builder()
                .stores(session.stores())
                .clock(Clock.fixed(MORNING, ZoneOffset.UTC))
                .build()
                .as(actor);
    }

    private SellerId seller(JpaSession session, String name) {
        return session.write(() ->
                crm(session).sellers().add(new AddSeller(name, null, ROME)).id());
    }

    private Activity planned(
            JpaSession session, SellerId seller, Instant at, @Nullable ActivityDetails details, Participant... with) {
        ActivityContent content = ActivityContent.NONE.with(details).with(with);
        return session.write(() -> crm(session)
                .activities()
                .plan(PlanActivity.of(ActivityType.MEETING, seller, at).with(content)));
    }

    private static ActivityDetails meeting(Duration length) {
        return new ActivityDetails.Meeting("Room 1", length);
    }

    private static long statements(Database database, Runnable call) {
        long before = database.statistics().getPrepareStatementCount();
        call.run();
        return database.statistics().getPrepareStatementCount() - before;
    }

    @ParameterizedTest
    @EnumSource
    void aDayOf23HoursHoldsWhatTouchesIt(Database database) {
        JpaSession session = JpaSession.on(database);
        try {
            SellerId anna = seller(session, "Anna");
            SellerId ben = seller(session, "Ben");
            Instant begins = Instant.parse("2026-03-28T23:00:00Z");
            Instant ends = Instant.parse("2026-03-29T22:00:00Z");
            Activity fair = planned(session, anna, begins.minus(Duration.ofDays(2)), meeting(Duration.ofDays(3)));
            Activity task = planned(
                    session, anna, begins.minus(Duration.ofDays(9)), new ActivityDetails.Task(SPRING_FORWARD, null));
            Activity last = planned(session, anna, ends.minusSeconds(1), meeting(HOUR));
            planned(session, anna, ends, meeting(HOUR));
            planned(session, anna, begins.minus(HOUR), meeting(HOUR));
            Activity theirs = planned(
                    session, ben, MORNING, meeting(HOUR), Participant.of(anna).answering(Acceptance.TENTATIVE));
            planned(session, ben, MORNING, meeting(HOUR), Participant.of(anna).answering(Acceptance.DECLINED));
            Agenda agenda = crm(session).calendar().agenda(anna);
            assertEquals(
                    List.of(fair, task, theirs, last),
                    agenda.entries().stream().map(CalendarEntry::activity).toList());
            assertEquals(List.of(2L, 2L, 1L), List.of(agenda.overdue(), agenda.dueToday(), agenda.planned()));
            TimeRange asked = new TimeRange(begins.plus(Duration.ofHours(20)), ends);
            assertEquals(
                    List.of(new BusyTime(asked, false)),
                    crm(session).calendar().freeBusy(anna, asked).busy());
        } finally {
            session.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCalendarIsReadInTheSameStatementsHoweverMuchIsInIt(Database database) {
        JpaSession session = JpaSession.on(database);
        try {
            SellerId anna = seller(session, "Anna");
            SellerId ben = seller(session, "Ben");
            TimeRange day = TimeRange.day(SPRING_FORWARD, ROME);
            crm(session).calendar().entries(anna, day); // which database it is, is asked once
            // the seller, and eight selections
            assertEquals(9, statements(database, () -> crm(session).calendar().entries(anna, day)));
            for (int i = 0; i < 40; i++) {
                planned(session, anna, MORNING.plusSeconds(i), meeting(HOUR), Participant.of(ben));
                planned(session, ben, MORNING.plusSeconds(i), meeting(HOUR), Participant.of(anna));
            }
            // and who takes part, for two of them
            assertEquals(11, statements(database, () -> crm(session).calendar().entries(anna, day)));
            assertEquals(80, crm(session).calendar().entries(anna, day).size());
        } finally {
            session.close();
        }
    }
}
