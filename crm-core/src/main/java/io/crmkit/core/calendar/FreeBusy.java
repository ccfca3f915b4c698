package io.crmkit.core.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * When somebody is busy and when free, between two instants.
 *
 * <ul>
 *   <li>Shape: busy times in ascending order, none of which shares an instant with another; neighbours of one sort are one.
 *   <li>Range: within what was asked for. Where somebody is busy for sure and perhaps at once, it is for sure.
 *   <li>Nothing to tell: no busy time, which says no more than that none is known.
 * </ul>
 *
 * <p>Source: RFC 5545, sections 3.6.4 and 3.2.9.
 *
 * @param asked the range that was asked for
 * @param busy the busy times
 */
public record FreeBusy(TimeRange asked, List<BusyTime> busy) {

    /**
     * Makes the answer.
     *
     * @throws IllegalArgumentException if busy times are empty, out of order or out of the range asked for
     */
    public FreeBusy {
        requireNonNull(asked, "asked");
        busy = List.copyOf(busy);
        TimeRange last = new TimeRange(asked.from(), asked.from());
        for (BusyTime time : busy) {
            TimeRange range = time.range();
            if (range.isEmpty()
                    || range.from().isBefore(last.until())
                    || range.until().isAfter(asked.until())) {
                throw new IllegalArgumentException(
                        "busy times must be in ascending order within %s, none empty: %s".formatted(asked, range));
            }
            last = range;
        }
    }

    /**
     * Makes the answer from busy times of any order that may share instants.
     *
     * @param asked the range asked for
     * @param all busy times, within it or not
     * @return the answer
     */
    public static FreeBusy of(TimeRange asked, Collection<BusyTime> all) {
        List<TimeRange> sure = TimeRanges.within(union(all, false), asked);
        List<TimeRange> perhaps = TimeRanges.without(TimeRanges.within(union(all, true), asked), sure);
        List<BusyTime> busy = new ArrayList<>();
        sure.forEach(range -> busy.add(new BusyTime(range, false)));
        perhaps.forEach(range -> busy.add(new BusyTime(range, true)));
        busy.sort(Comparator.comparing(time -> time.range().from()));
        return new FreeBusy(asked, busy);
    }

    private static List<TimeRange> union(Collection<BusyTime> all, boolean tentative) {
        return TimeRanges.union(all.stream()
                .filter(time -> time.tentative() == tentative)
                .map(BusyTime::range)
                .toList());
    }

    /**
     * Returns when nothing is known of.
     *
     * @return the ranges between the busy times, tentative ones included, in ascending order
     */
    public List<TimeRange> free() {
        List<TimeRange> taken =
                TimeRanges.union(busy.stream().map(BusyTime::range).toList());
        return TimeRanges.without(TimeRanges.union(List.of(asked)), taken);
    }

    /**
     * Returns when there is room for something that takes a while.
     *
     * @param atLeast how long it takes
     * @return the free ranges that are as long, in ascending order
     */
    public List<TimeRange> free(Duration atLeast) {
        return free().stream()
                .filter(range -> range.duration().compareTo(atLeast) >= 0)
                .toList();
    }
}
