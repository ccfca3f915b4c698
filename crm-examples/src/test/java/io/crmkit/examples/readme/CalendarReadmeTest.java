package io.crmkit.examples.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.calendar.Agenda;
import io.crmkit.core.calendar.TimeRange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.service.ActivityContent;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.PlanActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.TenantId;
import io.crmkit.examples.exchange.SellerCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What crm-examples' README shows of calendars. */
class CalendarReadmeTest {

    @Test
    void showsAWeekToAnotherProgram(@TempDir Path folder) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-03-27T07:00:00Z"), ZoneOffset.UTC);
        Crm crm = Crm.builder().stores(InMemoryStores.empty()).clock(clock).build();
        CrmSession session = crm.as(new Actor(new TenantId("acme"), "anna"));
        Path file = folder.resolve("week.ics");
        // readme: calendar
        ZoneId rome = ZoneId.of("Europe/Rome");
        SellerId anna =
                session.sellers().add(new AddSeller("Anna Rossi", null, rome)).id();
        ActivityContent visit = ActivityContent.NONE
                .titled("Pumps for Graz")
                .with(new ActivityDetails.Meeting("Via Roma 1, Milano", Duration.ofHours(1)));
        Instant tenToday = LocalDate.of(2026, 3, 27).atTime(10, 0).atZone(rome).toInstant();
        session.activities()
                .plan(PlanActivity.of(ActivityType.MEETING, anna, tenToday).with(visit));

        Agenda today = session.calendar().agenda(anna);
        System.out.println(today.overdue() + " late, " + today.dueToday() + " today"); // 0 late, 1 today

        TimeRange week = TimeRange.days(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 3, 30), rome);
        System.out.println(session.calendar().freeBusy(anna, week).busy().size()); // 1
        Files.writeString(file, new SellerCalendar(session, anna, clock).events(week));
        // end
        assertEquals("0 late, 1 today", today.overdue() + " late, " + today.dueToday() + " today");
        assertEquals(1, session.calendar().freeBusy(anna, week).busy().size());
        assertTrue(Files.readString(file).contains("SUMMARY:Pumps for Graz"));
    }
}
