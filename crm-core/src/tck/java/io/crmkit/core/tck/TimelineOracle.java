package io.crmkit.core.tck;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.Participant;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentSubjects;
import io.crmkit.core.journal.Change;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.Position;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.timeline.TimelineQuery.Direction;
import io.crmkit.core.value.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Timelines made anew from all records for each page, by what the rules of {@link io.crmkit.core.port.Timeline} say and
 * nothing else: no index, no merging, no keys.
 *
 * @param activities all activities of a tenant, as stored
 * @param changes all changes of the tenant, as appended
 * @param references all references to the host's documents of the tenant, as stored; it has no quotes and orders
 */
public record TimelineOracle(
        Collection<Activity> activities, Collection<Change> changes, Collection<DocumentReference> references) {

    /**
     * Makes the oracle of a tenant without documents.
     *
     * @param activities all activities of a tenant, as stored
     * @param changes all changes of the tenant, as appended
     */
    public TimelineOracle(Collection<Activity> activities, Collection<Change> changes) {
        this(activities, changes, List.of());
    }

    private static final Comparator<Entry> NEWEST_FIRST = Comparator.comparing(Entry::at)
            .thenComparing(TimelineOracle::source)
            .thenComparing(TimelineOracle::key)
            .reversed();

    private static int source(Entry entry) {
        return entry instanceof Entry.OfActivity ? 0 : entry instanceof Entry.OfChange ? 1 : 2;
    }

    /* as many digits for each key, so that their order as texts is that of the numbers */
    private static String key(Entry entry) {
        if (entry instanceof Entry.OfDocument document) {
            return document.key().toString();
        }
        return entry instanceof Entry.OfActivity one
                ? one.activity().id().toString()
                : String.format("%020d", ((Entry.OfChange) entry).change().sequence());
    }

    /**
     * Makes the page.
     *
     * @param query what is asked for
     * @return the page a store must answer with
     */
    public TimelinePage page(TimelineQuery query) {
        List<Entry> all = all(query);
        List<Entry> side = all.stream().filter(onTheSide(query)).toList();
        int from = query.direction() == Direction.OLDER ? 0 : Math.max(0, side.size() - query.limit());
        int until = Math.min(side.size(), from + query.limit());
        return new TimelinePage(side.subList(from, until), side.size() > query.limit());
    }

    /**
     * Makes the whole timeline.
     *
     * @param query what is asked for; position, direction and limit are not read
     * @return the entries, the newest first
     */
    public List<Entry> all(TimelineQuery query) {
        List<Entry> all = new ArrayList<>();
        Predicate<Activity> seen = query.seen().compile();
        activities.stream()
                .filter(activity ->
                        seen.test(activity) && query.scopes().stream().anyMatch(scope -> has(scope, activity)))
                .forEach(activity -> all.add(new Entry.OfActivity(activity)));
        changes.stream()
                .filter(change -> query.scopes().stream().anyMatch(scope -> has(scope, change)))
                .forEach(change -> all.add(new Entry.OfChange(change)));
        references.stream()
                .filter(reference -> query.scopes().stream().anyMatch(scope -> has(scope, reference)))
                .forEach(reference -> all.add(new Entry.OfDocument(
                        reference.id().value(), reference.document().summary())));
        all.removeIf(entry -> !query.kinds().contains(entry.kind()));
        all.sort(NEWEST_FIRST);
        return all;
    }

    private static boolean has(Scope scope, Activity activity) {
        Stream<Identifier> people =
                activity.participants().stream().map(Participant::person).map(Identifier.class::cast);
        Stream<Identifier> subjects = Stream.of(
                activity.subjects().company(),
                activity.subjects().person(),
                activity.subjects().opportunity());
        Stream<Identifier> about = Stream.concat(subjects, people).filter(Objects::nonNull);
        return about.anyMatch(id -> id.value().equals(scope.subject().value())) && belongs(scope, activity.at());
    }

    private static boolean has(Scope scope, DocumentReference reference) {
        DocumentSubjects subjects = reference.document().subjects();
        return Stream.of(subjects.company(), subjects.contact(), subjects.opportunity())
                        .filter(Objects::nonNull)
                        .map(Identifier.class::cast)
                        .anyMatch(id -> id.value().equals(scope.subject().value()))
                && belongs(scope, reference.document().issuedAt());
    }

    private static boolean has(Scope scope, Change change) {
        return change.subject().equals(scope.subject()) && belongs(scope, change.occurredAt());
    }

    private static boolean belongs(Scope scope, java.time.Instant at) {
        boolean begun = scope.from() == null || at.compareTo(scope.from()) >= 0;
        return begun && (scope.until() == null || at.compareTo(scope.until()) < 0);
    }

    private static Predicate<Entry> onTheSide(TimelineQuery query) {
        Position position = query.position();
        if (position == null) {
            return entry -> true;
        }
        return entry -> {
            int order = Position.NEWEST_FIRST.compare(entry.position(), position);
            return query.direction() == Direction.OLDER ? order > 0 : order < 0;
        };
    }
}
