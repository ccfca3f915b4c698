package io.crmkit.core.timeline;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.audience.Criterion;
import io.crmkit.core.timeline.TimelineQuery.Direction;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a timeline is wanted, whosever timeline it is.
 *
 * @param kinds what entries may tell of; none for an empty page
 * @param direction which way the page goes
 * @param position the place it goes from, itself not on the page; null for the end it goes away from
 * @param limit how many entries at most, 1 to 1,000
 */
public record TimelineRequest(
        Set<EntryKind> kinds, Direction direction, @Nullable Position position, int limit) {

    /**
     * Makes a request.
     *
     * @throws IllegalArgumentException if the limit is not 1 to 1,000
     */
    public TimelineRequest {
        kinds = Set.copyOf(kinds);
        requireNonNull(direction, "direction");
        TimelineQuery.requireLimit(limit);
    }

    /**
     * Asks for the newest entries, of all kinds.
     *
     * @param limit how many at most
     * @return the request
     */
    public static TimelineRequest newest(int limit) {
        return new TimelineRequest(TimelineQuery.ALL, Direction.OLDER, null, limit);
    }

    /**
     * Asks for the oldest entries, of all kinds.
     *
     * @param limit how many at most
     * @return the request
     */
    public static TimelineRequest oldest(int limit) {
        return new TimelineRequest(TimelineQuery.ALL, Direction.NEWER, null, limit);
    }

    /**
     * Asks for the entries before a place.
     *
     * @param place the place, such as {@link TimelinePage#oldest} of the page before
     * @return the request for the nearest that are older
     */
    public TimelineRequest olderThan(Position place) {
        return new TimelineRequest(kinds, Direction.OLDER, requireNonNull(place, "place"), limit);
    }

    /**
     * Asks for the entries after a place.
     *
     * @param place the place, such as {@link TimelinePage#newest} of the page before
     * @return the request for the nearest that are newer
     */
    public TimelineRequest newerThan(Position place) {
        return new TimelineRequest(kinds, Direction.NEWER, requireNonNull(place, "place"), limit);
    }

    /**
     * Asks for entries of some kinds only.
     *
     * @param first a kind
     * @param others further kinds
     * @return the request
     */
    public TimelineRequest only(EntryKind first, EntryKind... others) {
        return new TimelineRequest(EnumSet.of(first, others), direction, position, limit);
    }

    /**
     * Asks for this page of one timeline.
     *
     * @param scopes the records whose activities and changes belong to the timeline
     * @param seen which activities may be seen
     * @return the query
     */
    public TimelineQuery of(List<Scope> scopes, Criterion<Activity> seen) {
        return new TimelineQuery(scopes, kinds, seen, direction, position, limit);
    }
}
