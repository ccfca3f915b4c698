package io.crmkit.core.service;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.calendar.Agenda;
import io.crmkit.core.calendar.BusyTime;
import io.crmkit.core.calendar.CalendarEntry;
import io.crmkit.core.calendar.Due;
import io.crmkit.core.calendar.FreeBusy;
import io.crmkit.core.calendar.TimeRange;
import io.crmkit.core.team.Seller;
import io.crmkit.core.team.SellerId;
import io.crmkit.core.value.Given;
import io.crmkit.core.value.NotFoundException;
import io.crmkit.core.value.Page;
import io.crmkit.core.value.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What sellers have to do and when, each in a zone of their own: the seller's, or the clock's where the seller has none.
 *
 * <p>In a seller's calendar is what is the seller's own, and what others invited the seller to until that is declined; of a
 * series that is planned, each occurrence.
 *
 * <p>Everything is told as far as the caller may see it: where the activities of a colleague may not be seen, the
 * colleague's calendar is empty, and free and busy says so little too. A policy that shows colleagues when they are busy,
 * and not with what, lets them see activities and hides the fields that tell.
 */
public final class Calendars {

    /** The longest range that can be asked for. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** The greatest number of activities that a range may hold. */
    public static final int MOST = 10_000;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Criterion<Activity> IS_SERIES = ActivityFields.ZONE.isSet();

    private static final Criterion<Activity> PLANNED = ActivityFields.STATE.is(ActivityState.PLANNED);

    private static final Criterion<Activity> HAS_NO_DAY =
            ActivityFields.DUE_ON.isSet().not();

    private final Call call;

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public Calendars(Call call) {
        this.call = requireNonNull(call, "call");
    }

    /**
     * Obtains the zone in which a seller's days begin.
     *
     * @param seller the seller
     * @return the seller's own zone, or the clock's
     * @throws NotFoundException if the seller does not exist
     */
    public ZoneId zoneOf(SellerId seller) {
        ZoneId own = required(seller).zone();
        return own == null ? call.clock().getZone() : own;
    }

    /**
     * Lists what is in a seller's calendar between two instants: what begins there, and what began before and has not
     * ended; whatever became of it. A task that has a day to be done by is there at the beginning of that day.
     *
     * @param seller the seller
     * @param range the two instants, at most 366 days apart
     * @return the entries, in the order of time
     * @throws NotFoundException if the seller does not exist
     * @throws IllegalArgumentException if the range is longer or not in the years 1 to 9999, or holds over 10,000
     *     activities
     */
    public List<CalendarEntry> entries(SellerId seller, TimeRange range) {
        requireNonNull(range, "range");
        return found(seller, zoneOf(seller), range, Criterion.everything());
    }

    /**
     * Lists what is in a seller's calendar on a day.
     *
     * @param seller the seller
     * @param day the day in the seller's zone, where it may be shorter or longer than others
     * @return the entries, in the order of time; none on a day that the zone skips
     * @throws NotFoundException if the seller does not exist
     * @throws IllegalArgumentException if the day is not in the years 1 to 9999, or holds over 10,000 activities
     */
    public List<CalendarEntry> day(SellerId seller, LocalDate day) {
        Given.day("day", day);
        ZoneId zone = zoneOf(seller);
        return found(seller, zone, TimeRange.day(day, zone), Criterion.everything());
    }

    /**
     * Tells when a seller is busy between two instants, and when free. What was cancelled, not held or declined leaves the
     * seller free; tasks do, and what takes no time.
     *
     * @param seller the seller
     * @param range the two instants, at most 366 days apart
     * @return the busy times, those of different activities made one where they touch
     * @throws NotFoundException if the seller does not exist
     * @throws IllegalArgumentException if the range is longer or not in the years 1 to 9999, or holds over 10,000
     *     activities
     */
    public FreeBusy freeBusy(SellerId seller, TimeRange range) {
        requireNonNull(range, "range");
        ZoneId zone = zoneOf(seller);
        Criterion<Activity> takesPlace = ActivityFields.STATE.in(ActivityState.PLANNED, ActivityState.HELD);
        List<BusyTime> busy = found(seller, zone, range, takesPlace).stream()
                .filter(CalendarEntry::isBusy)
                .map(entry -> new BusyTime(entry.range(), entry.isTentative()))
                .toList();
        return FreeBusy.of(range, busy);
    }

    /**
     * Obtains a seller's day, as it is now.
     *
     * @param seller the seller
     * @return the agenda
     * @throws NotFoundException if the seller does not exist
     */
    public Agenda agenda(SellerId seller) {
        ZoneId zone = zoneOf(seller);
        LocalDate today = today(zone);
        return new Agenda(
                today,
                zone,
                count(seller, Due.OVERDUE),
                count(seller, Due.TODAY),
                count(seller, Due.PLANNED),
                found(seller, zone, TimeRange.day(today, zone), Criterion.everything()));
    }

    /**
     * Lists a seller's own activities that are overdue, for today or for later.
     *
     * @param seller the seller
     * @param due which of them
     * @param request how many, and after which
     * @return the page, by ascending identity, which is the order they were entered in
     * @throws NotFoundException if the seller does not exist
     */
    public Page<Activity> due(SellerId seller, Due due, PageRequest request) {
        return call.stores()
                .activities()
                .select(call.tenant(), criterion(seller, due), requireNonNull(request, "request"));
    }

    /**
     * Counts a seller's own activities that are overdue, for today or for later.
     *
     * @param seller the seller
     * @param due which of them
     * @return how many there are
     * @throws NotFoundException if the seller does not exist
     */
    public long count(SellerId seller, Due due) {
        return call.stores().activities().count(call.tenant(), criterion(seller, due));
    }

    private Seller required(SellerId seller) {
        return call.stores()
                .sellers()
                .find(call.tenant(), requireNonNull(seller, "seller"))
                .orElseThrow(() -> new NotFoundException(seller));
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(call.clock().instant(), zone);
    }

    private Criterion<Activity> criterion(SellerId seller, Due due) {
        requireNonNull(due, "due");
        ZoneId zone = zoneOf(seller);
        LocalDate today = today(zone);
        return ActivityFields.SELLER
                .is(seller)
                .and(PLANNED)
                .and(IS_SERIES.not())
                .and(byDay(due, today).or(byInstant(due, TimeRange.day(today, zone))));
    }

    private static Criterion<Activity> byDay(Due due, LocalDate today) {
        return switch (due) {
            case OVERDUE -> ActivityFields.DUE_ON.less(today);
            case TODAY -> ActivityFields.DUE_ON.is(today);
            case PLANNED -> ActivityFields.DUE_ON.greater(today);
        };
    }

    private static Criterion<Activity> byInstant(Due due, TimeRange today) {
        Criterion<Activity> at = switch (due) {
            case OVERDUE -> ActivityFields.AT.less(today.from());
            case TODAY -> beginningIn(today);
            case PLANNED -> ActivityFields.AT.atLeast(today.until());
        };
        return HAS_NO_DAY.and(at);
    }

    private static Criterion<Activity> beginningIn(TimeRange range) {
        return ActivityFields.AT.atLeast(range.from()).and(ActivityFields.AT.less(range.until()));
    }

    /* tasks are in the calendar when their day begins */
    private static Criterion<Activity> dueIn(TimeRange range, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(range.from(), zone);
        while (TimeRange.day(first, zone).from().isBefore(range.from())) {
            first = first.plusDays(1);
        }
        while (!TimeRange.day(first.minusDays(1), zone).from().isBefore(range.from())) {
            first = first.minusDays(1); // a day that is skipped begins when the next does
        }
        LocalDate last = LocalDate.ofInstant(range.until().minusNanos(1), zone);
        return last.isBefore(first) ? Criterion.nothing() : ActivityFields.DUE_ON.between(first, last);
    }

    /* eight selections, each of which an index answers, and none of which has what another has */
    private List<CalendarEntry> found(SellerId seller, ZoneId zone, TimeRange range, Criterion<Activity> meant) {
        if (range.isEmpty()) {
            return List.of();
        }
        Given.instant("range.from", range.from());
        Given.instant("range.until", range.until().minusNanos(1));
        if (range.duration().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("range must be at most 366 days: " + range);
        }
        Criterion<Activity> own = ActivityFields.SELLER.is(seller);
        Criterion<Activity> invited =
                ActivityFields.participant(seller).is(true).and(own.not());
        List<CalendarEntry> found = new ArrayList<>();
        for (Criterion<Activity> whose : List.of(own, invited)) {
            Criterion<Activity> single = whose.and(IS_SERIES.not()).and(meant);
            for (Criterion<Activity> when : whens(range, zone)) {
                add(
                        found,
                        single.and(when),
                        activity -> CalendarEntry.of(activity, seller, zone).stream()
                                .toList());
            }
            Criterion<Activity> series = whose.and(IS_SERIES)
                    .and(ActivityFields.AT.less(range.until()))
                    .and(PLANNED);
            add(found, series, activity -> CalendarEntry.ofSeries(activity, seller, zone, range));
        }
        found.sort(CalendarEntry.BY_TIME);
        return found;
    }

    private static List<Criterion<Activity>> whens(TimeRange range, ZoneId zone) {
        return List.of(HAS_NO_DAY.and(beginningIn(range)), HAS_NO_DAY.and(reachingInto(range)), dueIn(range, zone));
    }

    private static Criterion<Activity> reachingInto(TimeRange range) {
        Instant earliest = earlier(range.from());
        return beginningIn(new TimeRange(earliest, range.from())).and(ActivityFields.ENDS_AT.greater(range.from()));
    }

    /* by as much as an activity may last, and not before the year 1 */
    private static Instant earlier(Instant from) {
        Instant earliest = from.minus(ActivityDetails.LONGEST);
        return earliest.isBefore(FIRST) ? FIRST : earliest;
    }

    private void add(
            List<CalendarEntry> found, Criterion<Activity> criterion, Function<Activity, List<CalendarEntry>> entries) {
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.LARGEST));
        while (request.isPresent()) {
            Page<Activity> page = call.stores().activities().select(call.tenant(), criterion, request.get());
            page.items().forEach(activity -> found.addAll(entries.apply(activity)));
            if (found.size() > MOST) {
                throw new IllegalArgumentException(
                        "range must hold at most 10,000 activities, and holds more: " + criterion);
            }
            request = page.next(PageRequest.LARGEST);
        }
    }
}
