package io.crmkit.core.timeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.audience.Criterion;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One page of a timeline, asked for.
 *
 * @param scopes the records whose activities and changes belong to it; none for an empty timeline
 * @param kinds what entries may tell of; none for an empty timeline
 * @param seen which activities may be seen; changes are not asked
 * @param direction which way the page goes
 * @param position the place it goes from, itself not on the page; null for the newest end when it goes to older entries,
 *     and for the oldest end when it goes to newer ones
 * @param limit how many entries at most, 1 to 1,000
 */
public record TimelineQuery(
        List<Scope> scopes,
        Set<EntryKind> kinds,
        Criterion<Activity> seen,
        Direction direction,
        @Nullable Position position,
        int limit) {

    /** The greatest page size. */
    public static final int LARGEST = 1_000;

    static final Set<EntryKind> ALL = Set.of(EntryKind.values());

    /** Which way a page goes. */
    public enum Direction {
        /** To older entries. */
        OLDER,
        /** To newer entries. */
        NEWER
    }

    /**
     * Makes a query.
     *
     * @throws IllegalArgumentException if the limit is not 1 to 1,000
     */
    public TimelineQuery {
        scopes = List.copyOf(scopes);
        kinds = Set.copyOf(kinds);
        requireNonNull(seen, "seen");
        requireNonNull(direction, "direction");
        requireLimit(limit);
    }

    static void requireLimit(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("limit must be 1 to " + LARGEST + ": limit = " + limit);
        }
    }

    /**
     * Asks for the newest entries.
     *
     * @param limit how many at most
     * @param scopes the records whose activities and changes belong to the timeline
     * @return the query: every kind, every activity
     */
    public static TimelineQuery newest(int limit, List<Scope> scopes) {
        return new TimelineQuery(scopes, ALL, Criterion.everything(), Direction.OLDER, null, limit);
    }

    /**
     * Asks for the oldest entries.
     *
     * @param limit how many at most
     * @param scopes the records whose activities and changes belong to the timeline
     * @return the query: every kind, every activity
     */
    public static TimelineQuery oldest(int limit, List<Scope> scopes) {
        return new TimelineQuery(scopes, ALL, Criterion.everything(), Direction.NEWER, null, limit);
    }

    /**
     * Asks for the entries before a place.
     *
     * @param place the place
     * @return the query for the nearest that are older
     */
    public TimelineQuery olderThan(Position place) {
        return new TimelineQuery(scopes, kinds, seen, Direction.OLDER, requireNonNull(place, "place"), limit);
    }

    /**
     * Asks for the entries after a place.
     *
     * @param place the place
     * @return the query for the nearest that are newer
     */
    public TimelineQuery newerThan(Position place) {
        return new TimelineQuery(scopes, kinds, seen, Direction.NEWER, requireNonNull(place, "place"), limit);
    }

    /**
     * Asks for entries of some kinds only.
     *
     * @param some the kinds
     * @return the query
     */
    public TimelineQuery only(EntryKind... some) {
        EnumSet<EntryKind> wanted = EnumSet.noneOf(EntryKind.class);
        wanted.addAll(Arrays.asList(some));
        return new TimelineQuery(scopes, wanted, seen, direction, position, limit);
    }

    /**
     * Asks for some activities only.
     *
     * @param visible which activities may be seen
     * @return the query
     */
    public TimelineQuery seeing(Criterion<Activity> visible) {
        return new TimelineQuery(scopes, kinds, visible, direction, position, limit);
    }

    /**
     * Asks for another number of entries.
     *
     * @param most how many at most, 1 to 1,000
     * @return the query
     */
    public TimelineQuery limitedTo(int most) {
        return new TimelineQuery(scopes, kinds, seen, direction, position, most);
    }

    /**
     * Tells whether entries of a source can be on the page.
     *
     * @param source the source
     * @return true where at least one kind comes from it
     */
    public boolean asks(Source source) {
        for (EntryKind kind : kinds) {
            if (kind.source() == source) {
                return true;
            }
        }
        return false;
    }
}
