package io.crmkit.examples.exchange;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.CrmSession;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.calendar.BusyTime;
import io.crmkit.core.calendar.CalendarEntry;
import io.crmkit.core.calendar.TimeRange;
import io.crmkit.core.team.SellerId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VFreeBusy;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.FbType;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.FreeBusy;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.threeten.extra.Interval;

/**
 * A seller's calendar as iCalendar (RFC 5545), for the program on which the seller looks at it.
 *
 * <p>An activity is an event, a series one event with its rule, and a task a to-do; e-mails and notes are neither and are left out. The identity of the
 * activity is the UID, and its revision the SEQUENCE, so that a program that reads a later text changes what it has.
 */
public final class SellerCalendar {

    private final CrmSession session;
    private final SellerId seller;
    private final Clock clock;

    /**
     * Serves one seller's calendar.
     *
     * @param session as whom the calendar is read
     * @param seller whose calendar
     * @param clock when it is written, which the text says
     */
    public SellerCalendar(CrmSession session, SellerId seller, Clock clock) {
        this.session = requireNonNull(session, "session");
        this.seller = requireNonNull(seller, "seller");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Writes what is in the calendar between two instants.
     *
     * @param range the two instants, at most 366 days apart
     * @return the text, to be stored in UTF-8; its lines end with carriage return and line feed
     * @throws io.crmkit.core.value.NotFoundException if the seller does not exist
     */
    public String events(TimeRange range) {
        List<CalendarEntry> entries = session.calendar().entries(seller, range);
        EventZone zone = EventZone.of(session.calendar().zoneOf(seller));
        EventWriter writer = new EventWriter(zone, Attendees.of(session, entries), clock.instant());
        Calendar calendar = calendar();
        definitions(zone, entries).forEach(calendar::add);
        once(entries).forEach(entry -> writer.component(entry).ifPresent(calendar::add));
        return text(calendar);
    }

    private static Collection<VTimeZone> definitions(EventZone zone, List<CalendarEntry> entries) {
        Map<ZoneId, EventZone> zones = new LinkedHashMap<>(Map.of(zone.zone(), zone));
        entries.stream()
                .map(entry -> entry.activity().plan().recurrence())
                .filter(Objects::nonNull)
                .forEach(recurrence -> zones.computeIfAbsent(recurrence.zone(), EventZone::of));
        return zones.values().stream()
                .flatMap(each -> each.definition().stream())
                .toList();
    }

    /* a series says itself when it takes place again */
    private static List<CalendarEntry> once(List<CalendarEntry> entries) {
        Set<ActivityId> seen = new HashSet<>();
        return entries.stream().filter(entry -> seen.add(entry.activity().id())).toList();
    }

    /**
     * Writes when the seller is busy between two instants, and not with what.
     *
     * @param range the two instants, at most 366 days apart
     * @return the text, to be stored in UTF-8; its lines end with carriage return and line feed
     * @throws io.crmkit.core.value.NotFoundException if the seller does not exist
     */
    public String freeBusy(TimeRange range) {
        VFreeBusy times = new VFreeBusy(false);
        times.add(new DtStamp(clock.instant()));
        times.add(new Uid("busy-" + seller + "-" + range.from().getEpochSecond()));
        times.add(new DtStart<Instant>(range.from()));
        times.add(new DtEnd<Instant>(range.until()));
        for (BusyTime busy : session.calendar().freeBusy(seller, range).busy()) {
            Interval time = Interval.of(busy.range().from(), busy.range().until());
            FreeBusy property = new FreeBusy(List.of(time));
            property.add(busy.tentative() ? FbType.BUSY_TENTATIVE : FbType.BUSY);
            times.add(property);
        }
        Calendar calendar = calendar();
        calendar.add(times);
        return text(calendar);
    }

    private static Calendar calendar() {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//crmkit//crm-examples//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        return calendar;
    }

    private static String text(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            boolean isValidated =
                    !calendar.getComponents().isEmpty(); // a calendar must have a component, and may be empty
            new CalendarOutputter(isValidated, Integer.MAX_VALUE).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string is never full
        }
        return ContentLines.folded(text.toString());
    }
}
