package io.crmkit.core.timeline;

import io.crmkit.core.timeline.TimelineQuery.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One page of a timeline.
 *
 * @param entries the entries, the newest first whichever way was asked for
 * @param more whether another entry follows in the direction asked for
 */
public record TimelinePage(List<Entry> entries, boolean more) {

    /** Makes a page. */
    public TimelinePage {
        entries = List.copyOf(entries);
    }

    /**
     * Makes a page of what sources have found: each source its nearest entries, one more than the page holds.
     *
     * @param query what was asked for
     * @param found the entries of all sources, in any order; one that was found twice stands once
     * @return the page
     */
    public static TimelinePage of(TimelineQuery query, Collection<? extends Entry> found) {
        Comparator<Position> nearest =
                query.direction() == Direction.OLDER ? Position.NEWEST_FIRST : Position.NEWEST_FIRST.reversed();
        TreeMap<Position, Entry> sorted = new TreeMap<>(nearest);
        found.forEach(entry -> sorted.put(entry.position(), entry));
        List<Entry> entries = new ArrayList<>(sorted.values());
        boolean more = entries.size() > query.limit();
        List<Entry> page = more ? entries.subList(0, query.limit()) : entries;
        return new TimelinePage(query.direction() == Direction.OLDER ? page : reversed(page), more);
    }

    private static List<Entry> reversed(List<Entry> entries) {
        List<Entry> reversed = new ArrayList<>(entries);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    /**
     * Returns the place of the page's newest entry, from which newer ones are asked for.
     *
     * @return the position, or empty where the page is
     */
    public Optional<Position> newest() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(0).position());
    }

    /**
     * Returns the place of the page's oldest entry, from which older ones are asked for.
     *
     * @return the position, or empty where the page is
     */
    public Optional<Position> oldest() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 1).position());
    }
}
