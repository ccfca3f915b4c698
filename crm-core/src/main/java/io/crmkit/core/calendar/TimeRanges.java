package io.crmkit.core.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The algebra of ranges: sets of instants, each as the fewest ranges, in ascending order, none empty, none touching. */
final class TimeRanges {

    private static final Comparator<TimeRange> BY_BEGINNING = Comparator.comparing(TimeRange::from);

    private TimeRanges() {}

    /** The instants that lie in any of the ranges, which may be in any order, overlap, or be empty. */
    static List<TimeRange> union(Collection<TimeRange> ranges) {
        List<TimeRange> sorted = new ArrayList<>(ranges);
        sorted.removeIf(TimeRange::isEmpty);
        sorted.sort(BY_BEGINNING);
        List<TimeRange> union = new ArrayList<>();
        for (TimeRange next : sorted) {
            TimeRange last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last == null || last.until().isBefore(next.from())) {
                union.add(next);
            } else if (last.until().isBefore(next.until())) {
                union.set(union.size() - 1, new TimeRange(last.from(), next.until()));
            }
        }
        return union;
    }

    /** The instants that lie in the one set and not in the other. */
    static List<TimeRange> without(List<TimeRange> union, List<TimeRange> other) {
        List<TimeRange> left = new ArrayList<>();
        int next = 0;
        for (TimeRange range : union) {
            Instant from = range.from();
            while (next < other.size() && other.get(next).from().isBefore(range.until())) {
                TimeRange taken = other.get(next);
                add(left, from, taken.from());
                from = later(from, taken.until());
                if (taken.until().isAfter(range.until())) {
                    break; // it reaches into what follows
                }
                next++;
            }
            add(left, from, range.until());
        }
        return left;
    }

    /** The instants of a set that lie in a range. */
    static List<TimeRange> within(List<TimeRange> union, TimeRange range) {
        List<TimeRange> within = new ArrayList<>();
        for (TimeRange one : union) {
            add(within, later(one.from(), range.from()), earlier(one.until(), range.until()));
        }
        return within;
    }

    private static void add(List<TimeRange> ranges, Instant from, Instant until) {
        if (from.isBefore(until)) {
            ranges.add(new TimeRange(from, until));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
