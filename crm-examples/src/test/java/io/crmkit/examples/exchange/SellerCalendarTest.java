package io.crmkit.examples.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crmkit.core.Crm;
import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.activity.Recurrence;
import io.crmkit.core.calendar.TimeRange;
import io.crmkit.core.memory.InMemoryStores;
import io.crmkit.core.party.ContactStatus;
import io.crmkit.core.party.EmailPoint;
import io.crmkit.core.party.Person;
import io.crmkit.core.service.ActivityContent;
import io.crmkit.core.service.AddPerson;
import io.crmkit.core.service.AddSeller;
import io.crmkit.core.service.EndActivity;
import io.crmkit.core.service.HoldActivity;
import io.crmkit.core.service.PlanActivity;
import io.crmkit.core.service.RescheduleActivity;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Actor;
import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.TenantId;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VFreeBusy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SellerCalendarTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-27T08:00:00Z"), ZoneOffset.UTC);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final TimeRange SPRING = TimeRange.days(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 4, 6), ROME);

    private final CrmSession session = Crm.builder()
            .stores(InMemoryStores.empty())
            .clock(CLOCK)
            .build()
            .as(new Actor(new TenantId("acme"), "root"));
    private final SellerId anna = seller("Anna Rossi", ROME);
    private final SellerId ben = seller("Ben \"B\"; Meier", null);

    private SellerId seller(String name, @Nullable ZoneId zone) {
        return session.sellers().add(new AddSeller(name, null, zone)).id();
    }

    private Activity planned(SellerId seller, String at, ActivityContent content) {
        return session.activities()
                .plan(PlanActivity.of(ActivityType.MEETING, seller, Instant.parse(at))
                        .with(content));
    }

    private static ActivityContent meeting(String title) {
        return ActivityContent.NONE
                .with(new ActivityDetails.Meeting("Via Roma 1, Milano", HOUR))
                .titled(title);
    }

    private static ActivityContent task(String title, @Nullable LocalDate dueOn) {
        return ActivityContent.NONE.with(new ActivityDetails.Task(dueOn, null)).titled(title);
    }

    private String text() {
        return new SellerCalendar(session, anna, CLOCK).events(SPRING);
    }

    /** Read and checked by the library's validator. */
    static Calendar read(String text) {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(text));
            assertFalse(
                    calendar.validate().hasErrors(), () -> calendar.validate().toString());
            return calendar;
        } catch (IOException | ParserException e) {
            throw new AssertionError(text, e);
        }
    }

    private static CalendarComponent only(Calendar calendar, String kind) {
        List<CalendarComponent> all = calendar.getComponentList().get(kind);
        assertEquals(1, all.size());
        return all.get(0);
    }

    private static String value(Component component, String property) {
        return component.getProperty(property).map(Property::getValue).orElse("none");
    }

    @Test
    void anEventSaysWhatAndWhenInTheSellersZone() {
        Activity visit = planned(
                anna, "2026-03-27T13:00:00Z", meeting("Visit; Graz, \\ 2").noting("Line 1\nLine 2"));
        Calendar calendar = read(text());
        CalendarComponent event = only(calendar, "VEVENT");
        assertEquals(visit.id().toString(), value(event, "UID"));
        assertEquals("1", value(event, "SEQUENCE"));
        assertEquals("Visit; Graz, \\ 2", value(event, "SUMMARY"));
        assertEquals("Line 1\nLine 2", value(event, "DESCRIPTION"));
        assertEquals("Via Roma 1, Milano", value(event, "LOCATION"));
        assertEquals("CONFIRMED", value(event, "STATUS"));
        assertEquals("OPAQUE", value(event, "TRANSP"));
        assertEquals("20260327T140000", value(event, "DTSTART"));
        assertEquals("20260327T150000", value(event, "DTEND"));
        assertTrue(text().contains("DTSTART;TZID=Europe/Rome:20260327T140000\r\n"));
        assertEquals("Europe/Rome", value(only(calendar, "VTIMEZONE"), "TZID"));
    }

    @Test
    void theSequenceGoesUpWithEveryChange() {
        Activity visit = planned(anna, "2026-03-27T13:00:00Z", meeting("Visit"));
        session.activities()
                .reschedule(
                        new RescheduleActivity(visit.id(), visit.revision(), Instant.parse("2026-03-30T13:00:00Z")));
        CalendarComponent event = only(read(text()), "VEVENT");
        assertEquals("2", value(event, "SEQUENCE"));
        assertEquals("20260330T150000", value(event, "DTSTART")); // summer has begun
    }

    @Test
    void whatBecameOfItIsTheStatus() {
        Activity held = planned(anna, "2026-03-24T08:00:00Z", meeting("held"));
        session.activities().hold(HoldActivity.asPlanned(held.id(), held.revision()));
        Activity missed = planned(anna, "2026-03-24T10:00:00Z", meeting("missed"));
        session.activities().notHeld(new EndActivity(missed.id(), missed.revision(), "nobody there"));
        Activity off = planned(anna, "2026-03-24T12:00:00Z", meeting("off"));
        session.activities().cancel(new EndActivity(off.id(), off.revision(), null));
        planned(anna, "2026-03-28T12:00:00Z", meeting("planned"));
        planned(ben, "2026-03-28T14:00:00Z", meeting("invited").with(Participant.of(anna)));
        Activity done = planned(anna, "2026-03-24T14:00:00Z", task("done", null));
        session.activities().hold(HoldActivity.asPlanned(done.id(), done.revision()));
        planned(anna, "2026-01-01T14:00:00Z", task("to do", LocalDate.of(2026, 3, 31)));
        planned(
                anna,
                "2026-03-28T15:00:00Z",
                ActivityContent.NONE.with(new ActivityDetails.Note()).titled("a note"));
        Map<String, String> states = new TreeMap<>();
        for (CalendarComponent component : read(text()).getComponentList().getAll()) {
            if (!component.getName().equals("VTIMEZONE")) {
                String state = value(component, "STATUS") + " " + value(component, EventWriter.STATE);
                states.put(component.getName() + " " + value(component, "SUMMARY"), state);
            }
        }
        assertEquals(
                Map.of(
                        "VEVENT held", "CONFIRMED none",
                        "VEVENT missed", "CANCELLED NOT-HELD",
                        "VEVENT off", "CANCELLED none",
                        "VEVENT planned", "CONFIRMED none",
                        "VEVENT invited", "TENTATIVE none",
                        "VTODO done", "COMPLETED none",
                        "VTODO to do", "NEEDS-ACTION none"),
                states);
    }

    @Test
    void aTaskIsDueOnADayOrAtATime() {
        planned(anna, "2026-01-01T14:00:00Z", task("by day", LocalDate.of(2026, 3, 31)));
        assertTrue(text().contains("DUE;VALUE=DATE:20260331\r\n"), this::text);
        planned(anna, "2026-03-30T14:00:00Z", task("by time", null));
        assertTrue(text().contains("DUE;TZID=Europe/Rome:20260330T160000\r\n"), this::text);
    }

    @Test
    void whoTakesPartIsNamedWithTheAnswer() {
        Person zoe = session.people().add(new AddPerson("Zoë Bianchi", new EmailAddress("zoë+x@acme.example")));
        Person max = session.people().add(new AddPerson("Max", new EmailAddress("max@acme.example")));
        session.people()
                .setStatus(
                        max.id(),
                        EmailPoint.of(new EmailAddress("max@acme.example")),
                        ContactStatus.OPTED_OUT,
                        max.revision());
        planned(
                anna,
                "2026-03-27T13:00:00Z",
                meeting("Visit")
                        .with(
                                Participant.of(zoe.id()).answering(Acceptance.ACCEPTED),
                                Participant.of(max.id()).answering(Acceptance.DECLINED),
                                Participant.of(ben)));
        CalendarComponent event = only(read(text()), "VEVENT");
        List<String> attendees = event.getPropertyList().get("ATTENDEE").stream()
                .map(one -> parameter(one, "CN") + " " + parameter(one, "PARTSTAT") + " " + one.getValue())
                .toList();
        assertEquals(
                List.of(
                        "Zoë Bianchi ACCEPTED mailto:zoë+x@acme.example",
                        "Max DECLINED urn:uuid:" + max.id(),
                        "Ben \"B\"; Meier NEEDS-ACTION urn:uuid:" + ben),
                attendees);
        assertEquals("urn:uuid:" + anna, value(event, "ORGANIZER"));
    }

    private static String parameter(Property property, String name) {
        return property.getParameter(name).map(Parameter::getValue).orElse("none");
    }

    @Test
    void aSeriesIsOneEventWithItsRuleAndItsExceptions() {
        PlanActivity first = PlanActivity.of(ActivityType.MEETING, anna, Instant.parse("2026-03-16T09:00:00Z"))
                .with(meeting("Every Monday"));
        Activity series = session.activities().plan(first, Recurrence.of("FREQ=WEEKLY;BYDAY=MO", ROME));
        Activity single =
                session.activities().takeOut(series.id(), series.revision(), Instant.parse("2026-03-30T08:00:00Z"));
        List<CalendarComponent> events = read(text()).getComponentList().get("VEVENT");
        assertEquals(
                List.of(series.id().toString(), single.id().toString()),
                events.stream().map(event -> value(event, "UID")).toList());
        assertEquals("20260316T100000", value(events.get(0), "DTSTART"));
        assertEquals("FREQ=WEEKLY;BYDAY=MO", value(events.get(0), "RRULE"));
        assertEquals("20260330T100000", value(events.get(0), "EXDATE"));
        assertTrue(text().contains("EXDATE;TZID=Europe/Rome:20260330T100000\r\n"), this::text);
        assertEquals("20260330T100000", value(events.get(1), "DTSTART"));
        assertEquals("none", value(events.get(1), "RRULE"));
    }

    @Test
    void freeAndBusySaysWhenAndNotWhat() {
        planned(anna, "2026-03-27T13:00:00Z", meeting("Secret visit"));
        planned(anna, "2026-03-27T13:30:00Z", meeting("Secret call"));
        planned(ben, "2026-03-28T13:00:00Z", meeting("Secret lunch").with(Participant.of(anna)));
        String text = new SellerCalendar(session, anna, CLOCK).freeBusy(SPRING);
        VFreeBusy times = (VFreeBusy) only(read(text), "VFREEBUSY");
        assertEquals(
                List.of("BUSY 20260327T130000Z/20260327T143000Z", "BUSY-TENTATIVE 20260328T130000Z/20260328T140000Z"),
                times.getPropertyList().get("FREEBUSY").stream()
                        .map(time -> parameter(time, "FBTYPE") + " " + time.getValue())
                        .toList());
        assertFalse(text.contains("Secret"));
    }

    @Test
    void aZoneWithoutANameIsToldInUniversalTime() {
        SellerId cleo = seller("Cleo", ZoneOffset.ofHours(5));
        planned(cleo, "2026-03-27T13:00:00Z", meeting("Visit"));
        String text = new SellerCalendar(session, cleo, CLOCK).events(SPRING);
        assertTrue(text.contains("DTSTART:20260327T130000Z\r\n"), text);
        assertEquals(List.of(), read(text).getComponentList().get("VTIMEZONE"));
    }

    @Test
    void longLinesAreFoldedByOctetsAndNothingWrittenAddsALine() {
        String title = "END:VEVENT 😀;:,\\n\"^n".repeat(9);
        String note = "END:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:other";
        planned(anna, "2026-03-27T13:00:00Z", meeting(title).noting(note));
        for (String line : text().split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
        CalendarComponent event = only(read(text()), "VEVENT");
        assertEquals(title, value(event, "SUMMARY"));
        assertEquals(note, value(event, "DESCRIPTION"));
    }

    @Test
    void anEmptyCalendarIsOne() {
        SellerId cleo = seller("Cleo", ZoneOffset.UTC);
        String text = new SellerCalendar(session, cleo, CLOCK).events(SPRING);
        assertEquals("BEGIN:VCALENDAR\r\nPRODID:-//crmkit//crm-examples//EN\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", text);
    }
}
