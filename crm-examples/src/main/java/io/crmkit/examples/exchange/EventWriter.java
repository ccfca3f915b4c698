package io.crmkit.examples.exchange;

import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.activity.Recurrence;
import io.crmkit.core.calendar.CalendarEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.jspecify.annotations.Nullable;

/** Entries of a calendar as components of iCalendar. */
final class EventWriter {

    /** Tells what was not held from what was cancelled, which RFC 5545 does not; of this library. */
    static final String STATE = "X-CRMKIT-STATE";

    private final EventZone zone;
    private final Attendees attendees;
    private final Instant now;

    EventWriter(EventZone zone, Attendees attendees, Instant now) {
        this.zone = zone;
        this.attendees = attendees;
        this.now = now;
    }

    /** The component; empty for an e-mail or a note. */
    Optional<CalendarComponent> component(CalendarEntry entry) {
        ActivityDetails details = entry.activity().details();
        ActivityKind kind = details == null ? null : details.kind();
        if (kind == ActivityKind.EMAIL || kind == ActivityKind.NOTE) {
            return Optional.empty();
        }
        return Optional.of(kind == ActivityKind.TASK ? task(entry) : event(entry));
    }

    private VEvent event(CalendarEntry entry) {
        VEvent event = new VEvent(false);
        describe(event, entry.activity());
        Recurrence recurrence = entry.activity().plan().recurrence();
        EventZone told = recurrence == null ? zone : EventZone.of(recurrence.zone());
        Instant from =
                recurrence == null ? entry.range().from() : entry.activity().at();
        event.add(new DtStart<Temporal>(told.time(from)));
        if (!entry.range().isEmpty()) {
            event.add(new DtEnd<Temporal>(told.time(from.plus(entry.range().duration()))));
        }
        add(event, recurrence, told);
        event.add(eventStatus(entry));
        event.add(entry.isBusy() ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT);
        return event;
    }

    private static void add(CalendarComponent component, @Nullable Recurrence recurrence, EventZone told) {
        if (recurrence != null) {
            component.add(new RRule<Temporal>(recurrence.rule()));
            recurrence.exceptions().forEach(at -> component.add(exception(told, at)));
        }
    }

    /* the library leaves the zone of exceptions out, without which they are at another time wherever they are read */
    private static ExDate<Temporal> exception(EventZone told, Instant at) {
        ExDate<Temporal> left = new ExDate<>(new DateList<>(List.of(told.time(at))));
        told.definition()
                .ifPresent(definition -> left.replace(new TzId(told.zone().getId())));
        return left;
    }

    private static Status eventStatus(CalendarEntry entry) {
        return switch (entry.activity().state()) {
            case CANCELLED, NOT_HELD -> ImmutableStatus.VEVENT_CANCELLED;
            case HELD -> ImmutableStatus.VEVENT_CONFIRMED;
            case PLANNED -> entry.isTentative() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED;
        };
    }

    private VToDo task(CalendarEntry entry) {
        VToDo task = new VToDo(false);
        describe(task, entry.activity());
        ActivityDetails details = entry.activity().details();
        LocalDate day = details == null ? null : details.dueOn();
        Recurrence recurrence = entry.activity().plan().recurrence();
        if (recurrence != null) {
            EventZone told = EventZone.of(recurrence.zone());
            task.add(new DtStart<Temporal>(told.time(entry.activity().at())));
            add(task, recurrence, told);
        } else if (day == null) {
            task.add(new Due<Temporal>(zone.time(entry.range().from())));
        } else {
            Due<LocalDate> due = new Due<>(day);
            due.replace(Value.DATE);
            task.add(due);
        }
        task.add(taskStatus(entry.activity().state()));
        return task;
    }

    private static Status taskStatus(ActivityState state) {
        return switch (state) {
            case CANCELLED, NOT_HELD -> ImmutableStatus.VTODO_CANCELLED;
            case HELD -> ImmutableStatus.VTODO_COMPLETED;
            case PLANNED -> ImmutableStatus.VTODO_NEEDS_ACTION;
        };
    }

    private void describe(CalendarComponent component, Activity activity) {
        String title = activity.text().title();
        component.add(new Uid(activity.id().toString()));
        component.add(new DtStamp(now));
        component.add(new Sequence(Math.toIntExact(activity.revision().number())));
        component.add(new Summary(title == null ? activity.type().code() : title));
        component.add(new Categories(activity.type().code()));
        add(
                component,
                activity.text().note() == null
                        ? null
                        : new Description(activity.text().note()));
        String place = activity.details() == null ? null : activity.details().place();
        add(component, place == null ? null : new Location(place));
        if (activity.state() == ActivityState.NOT_HELD) {
            component.add(new XProperty(STATE, "NOT-HELD"));
        }
        if (!activity.participants().isEmpty()) {
            component.add(organizer(activity));
            activity.participants().forEach(participant -> component.add(attendee(participant)));
        }
    }

    private static void add(CalendarComponent component, @Nullable Property property) {
        if (property != null) {
            component.add(property);
        }
    }

    private Organizer organizer(Activity activity) {
        Organizer organizer = new Organizer(attendees.address(activity.seller()));
        attendees.name(activity.seller()).ifPresent(name -> organizer.add(new Cn(name)));
        return organizer;
    }

    private Attendee attendee(Participant participant) {
        Attendee attendee = new Attendee(attendees.address(participant.party()));
        attendees.name(participant.party()).ifPresent(name -> attendee.add(new Cn(name)));
        attendee.add(answer(participant.acceptance()));
        return attendee;
    }

    private static PartStat answer(Acceptance acceptance) {
        return switch (acceptance) {
            case NEEDS_ACTION -> PartStat.NEEDS_ACTION;
            case ACCEPTED -> PartStat.ACCEPTED;
            case DECLINED -> PartStat.DECLINED;
            case TENTATIVE -> PartStat.TENTATIVE;
        };
    }
}
