package io.crmkit.core.access;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivitySubjects;
import io.crmkit.core.audience.ActivityFields;
import io.crmkit.core.audience.Criterion;
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
import java.util.UUID;
import java.util.stream.Stream;

/** What happened around the records that may be seen. */
record GuardedTimeline(Timeline timeline, Guards guards, Subjects subjects, GuardedStores stores) implements Timeline {

    @Override
    public TimelinePage page(TenantId tenant, TimelineQuery query) {
        if (subjects.showAll()) {
            return timeline.page(tenant, query);
        }
        TimelineQuery asked = within(tenant, query);
        List<Entry> shown = new ArrayList<>();
        Optional<TimelineQuery> next = Optional.of(asked);
        while (next.isPresent() && shown.size() <= query.limit()) {
            TimelinePage page = timeline.page(tenant, next.get());
            GuardedDocuments documents = GuardedDocuments.among(stores, guards, tenant, page.entries());
            page.entries().stream()
                    .flatMap(entry -> seen(entry, documents).stream())
                    .filter(entry -> isAbout(entry, asked.scopes()))
                    .filter(entry -> query.kinds().contains(entry.kind()))
                    .forEach(shown::add);
            next = following(next.get(), page);
        }
        return TimelinePage.of(query, shown);
    }

    /* one entry that is seen beyond the limit says that more follow */
    private static Optional<TimelineQuery> following(TimelineQuery query, TimelinePage page) {
        Optional<Position> end = query.direction() == Direction.OLDER ? page.oldest() : page.newest();
        return page.more()
                ? end.map(
                        place -> query.direction() == Direction.OLDER ? query.olderThan(place) : query.newerThan(place))
                : Optional.empty();
    }

    private TimelineQuery within(TenantId tenant, TimelineQuery query) {
        Set<UUID> visible = subjects.visible(
                tenant, query.scopes().stream().map(Scope::subject).toList());
        List<Scope> scopes = query.scopes().stream()
                .filter(scope -> visible.contains(scope.subject().value()))
                .toList();
        return new TimelineQuery(
                scopes, query.kinds(), activities(query.seen()), query.direction(), query.position(), query.limit());
    }

    /* an activity whose subjects are hidden is on nobody's timeline: being there would tell what it is about */
    private Criterion<Activity> activities(Criterion<Activity> meant) {
        Guard<Activity> guard = guards.of(Activity.class);
        boolean tells = Stream.of(ActivityFields.COMPANY, ActivityFields.PERSON, ActivityFields.OPPORTUNITY)
                .anyMatch(guard::hides);
        return tells ? Criterion.nothing() : guard.visible(meant);
    }

    /* where it is hidden who takes part, an activity is on the timelines of what it is about alone */
    private boolean isAbout(Entry entry, List<Scope> scopes) {
        if (!(entry instanceof Entry.OfActivity of)
                || !guards.of(Activity.class).hides(ActivityFields.PARTICIPANTS)) {
            return true;
        }
        ActivitySubjects about = of.activity().subjects();
        return Stream.of(about.company(), about.person(), about.opportunity())
                .anyMatch(id -> id != null
                        && scopes.stream()
                                .anyMatch(scope -> scope.subject().value().equals(id.value())
                                        && scope.includes(of.activity().at())));
    }

    private Optional<Entry> seen(Entry entry, GuardedDocuments documents) {
        if (entry instanceof Entry.OfDocument of) {
            return documents.seen(of);
        }
        if (entry instanceof Entry.OfChange of) {
            return subjects.seen(of.change()).map(Entry.OfChange::new);
        }
        Activity activity = ((Entry.OfActivity) entry).activity();
        return Optional.of(new Entry.OfActivity(guards.of(Activity.class).masked(activity)));
    }
}
