package io.crmkit.core.calendar;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Acceptance;
import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityDetails;
import io.crmkit.core.activity.ActivityKind;
import io.crmkit.core.activity.ActivityState;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.team.SellerId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An activity in a seller's calendar: the seller's own, or another's in which the seller takes part. A series is there once
 * for each occurrence.
 *
 * @param activity the activity
 * @param range when it takes place; empty where it is not known how long it takes, and at the beginning of the day where
 *     it is a task that has a day to be done by
 * @param acceptance what the seller said to being invited; null where the activity is the seller's own
 */
public record CalendarEntry(
        Activity activity, TimeRange range, @Nullable Acceptance acceptance) {

    /** By beginning, then by end, then by the identity of the activity. */
    public static final Comparator<CalendarEntry> BY_TIME = Comparator.<CalendarEntry, Instant>comparing(
                    entry -> entry.range().from())
            .thenComparing(entry -> entry.range().until())
            .thenComparing(entry -> entry.activity().id().toString());

    /** Makes an entry. */
    public CalendarEntry {
        requireNonNull(activity, "activity");
        requireNonNull(range, "range");
    }

    /**
     * Obtains the entry that an activity is in a seller's calendar.
     *
     * @param activity the activity
     * @param seller the seller
     * @param zone where the seller's days begin
     * @return the entry; empty where the activity is another's and the seller was not invited, or declined
     */
    public static Optional<CalendarEntry> of(Activity activity, SellerId seller, ZoneId zone) {
        TimeRange range = range(activity, zone);
        if (activity.seller().equals(seller)) {
            return Optional.of(new CalendarEntry(activity, range, null));
        }
        return activity.participants().stream()
                .filter(Participant::isSellerTakingPart)
                .filter(participant -> participant.party().equals(seller))
                .map(participant -> new CalendarEntry(activity, range, participant.acceptance()))
                .findFirst();
    }

    /**
     * Obtains the entries that a series has in a seller's calendar within a range: one for each occurrence that begins
     * there, or has begun before and not ended.
     *
     * @param series an activity that recurs
     * @param seller the seller
     * @param zone where the seller's days begin
     * @param range the range
     * @return the entries, in the order of time; none where {@link #of} is empty, or the series is no longer planned
     */
    public static List<CalendarEntry> ofSeries(Activity series, SellerId seller, ZoneId zone, TimeRange range) {
        Optional<CalendarEntry> first = of(series, seller, zone);
        List<CalendarEntry> entries = new ArrayList<>();
        if (first.isPresent()) {
            Duration length = first.get().range().duration();
            Instant from = range.from().minus(length);
            List<Instant> some = series.occurrences(from, range.until());
            while (!some.isEmpty()) {
                // two hours are one where one of them is lost to summer time
                for (Instant at : new LinkedHashSet<>(some)) {
                    TimeRange taken = new TimeRange(at, at.plus(length));
                    if (range.contains(at) || range.overlaps(taken)) {
                        entries.add(new CalendarEntry(series, taken, first.get().acceptance()));
                    }
                }
                // an answer holds only so many
                some = series.occurrences(some.get(some.size() - 1).plusNanos(1_000), range.until());
            }
        }
        return entries;
    }

    private static TimeRange range(Activity activity, ZoneId zone) {
        ActivityDetails details = activity.details();
        LocalDate day = details == null || activity.plan().recurrence() != null ? null : details.dueOn();
        if (day != null) {
            return TimeRange.days(day, day, zone);
        }
        Duration duration = activity.duration();
        Instant from = activity.at();
        return new TimeRange(from, duration == null ? from : from.plus(duration));
    }

    /**
     * Says whether the seller is busy with it: while it is planned or was held, and takes time. What is due is no
     * appointment: tasks leave their seller free, and so does what takes no time.
     *
     * @return whether it is a busy time
     */
    public boolean isBusy() {
        ActivityState state = activity.state();
        boolean isTask = activity.details() != null && activity.details().kind() == ActivityKind.TASK;
        return !range.isEmpty() && !isTask && (state == ActivityState.PLANNED || state == ActivityState.HELD);
    }

    /**
     * Says whether the seller may stay away: it is planned, and the invitation was not answered, or with perhaps.
     *
     * @return whether a busy time is tentative
     */
    public boolean isTentative() {
        boolean undecided = acceptance == Acceptance.TENTATIVE || acceptance == Acceptance.NEEDS_ACTION;
        return undecided && activity.state() == ActivityState.PLANNED;
    }
}
