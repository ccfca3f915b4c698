package io.crmkit.core.access;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Subject;
import io.crmkit.core.port.Timeline;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.timeline.TimelineQuery.Direction;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Timelines of records that may be seen, with the activities that may be seen, and of changes what may be seen. */
record GuardedTimeline(Timeline timeline, Guards guards, GuardedJournal journal) implements Timeline {

    @Override
    public TimelinePage page(TenantId tenant, TimelineQuery query) {
        TimelineQuery narrowed = narrowed(tenant, query);
        List<Entry> found = new ArrayList<>();
        Position position = query.position();
        boolean more = true;
        while (more && found.size() <= query.limit()) {
            TimelinePage page = timeline.page(tenant, at(narrowed, position));
            page.entries().stream().flatMap(entry -> seen(entry).stream()).forEach(found::add);
            position = furthest(page, query.direction()).orElse(position);
            more = page.more();
        }
        return TimelinePage.of(query, found);
    }

    private TimelineQuery narrowed(TenantId tenant, TimelineQuery query) {
        Set<Subject> visible = journal.visible(
                tenant, query.scopes().stream().map(Scope::subject).collect(Collectors.toSet()));
        return new TimelineQuery(
                query.scopes().stream()
                        .filter(scope -> visible.contains(scope.subject()))
                        .toList(),
                query.kinds(),
                guards.of(Activity.class).visible(query.seen()),
                query.direction(),
                query.position(),
                query.limit());
    }

    private static TimelineQuery at(TimelineQuery query, @Nullable Position position) {
        return new TimelineQuery(
                query.scopes(), query.kinds(), query.seen(), query.direction(), position, query.limit());
    }

    private static Optional<Position> furthest(TimelinePage page, Direction direction) {
        return direction == Direction.OLDER ? page.oldest() : page.newest();
    }

    /* what is left of a change may tell of another kind of entry, so that the kind asked for is asked again */
    private Optional<Entry> seen(Entry entry) {
        if (entry instanceof Entry.OfActivity of) {
            return Optional.of(new Entry.OfActivity(guards.of(Activity.class).masked(of.activity())));
        }
        Change change = ((Entry.OfChange) entry).change();
        return journal.seen(change).<Entry>map(Entry.OfChange::new).filter(left -> left.kind() == entry.kind());
    }
}
