package io.crmkit.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.activity.ActivityId;
import io.crmkit.core.document.DocumentReference;
import io.crmkit.core.document.DocumentReferenceId;
import io.crmkit.core.journal.Change;
import io.crmkit.core.journal.Seal;
import io.crmkit.core.port.Timeline;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.timeline.TimelineQuery.Direction;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What holds for every timeline, for records and questions at random: stores answer as {@link TimelineOracle} does. */
public final class TimelineLaws {

    private static final int ACTIVITIES = 40;
    private static final int CHANGES = 25;
    private static final int DOCUMENTS = 45;

    private final TenantId tenant = new TenantId("tenant " + UUID.randomUUID());
    private final RandomTimelines random;
    private final List<Session> sessions;
    private final TimelineOracle oracle;

    /**
     * Stores the same records everywhere.
     *
     * @param seed where chance begins
     * @param sessions the stores compared
     */
    public TimelineLaws(long seed, List<? extends Session> sessions) {
        this.random = new RandomTimelines(seed, tenant);
        this.sessions = List.copyOf(sessions);
        this.oracle = store();
    }

    private TimelineOracle store() {
        Map<ActivityId, Activity> activities = new LinkedHashMap<>();
        List<Change> changes = new ArrayList<>();
        Map<DocumentReferenceId, DocumentReference> references = new LinkedHashMap<>();
        for (int round = 0; round < 3; round++) {
            List<Activity> fresh = new ArrayList<>(random.activities(ACTIVITIES / 3));
            activities.values().stream().limit(6).map(random::changed).forEach(fresh::add);
            List<Change> more = random.changes(CHANGES / 3);
            List<DocumentReference> papers = new ArrayList<>(random.references(DOCUMENTS / 3));
            references.values().stream().limit(4).map(random::changed).forEach(papers::add);
            List<Activity> saved = List.of();
            List<DocumentReference> kept = List.of();
            List<Change> appended = List.of();
            for (Session session : sessions) {
                saved = session.write(() -> session.stores().activities().saveAll(tenant, fresh));
                kept = session.write(() -> session.stores().documentReferences().saveAll(tenant, papers));
                appended = session.write(() -> session.stores().journal().append(tenant, more));
            }
            saved.forEach(each -> activities.put(each.id(), each));
            kept.forEach(each -> references.put(each.id(), each));
            changes.addAll(appended);
        }
        return new TimelineOracle(activities.values(), changes, references.values());
    }

    /**
     * Asks for pages anywhere.
     *
     * @param questions how many
     */
    public void everyPageIsTheOracles(int questions) {
        for (int i = 0; i < questions; i++) {
            TimelineQuery query = random.query();
            TimelinePage expected = told(oracle.page(query));
            for (Session session : sessions) {
                TimelinePage page = told(session.stores().timeline().page(tenant, query));
                assertEquals(expected, page, query::toString);
            }
        }
    }

    /**
     * Pages from one end to the other, both ways.
     *
     * @param questions how many
     */
    public void pagesToTheEndAreTheWhole(int questions) {
        for (int i = 0; i < questions; i++) {
            TimelineQuery query = random.wide();
            List<Object> whole = told(oracle.all(query));
            for (Session session : sessions) {
                Timeline timeline = session.stores().timeline();
                assertEquals(
                        whole,
                        told(timeline.page(tenant, query.limitedTo(1_000)).entries()),
                        query::toString);
                assertEquals(whole, older(timeline, query), query::toString);
                assertEquals(whole, newer(timeline, query), query::toString);
            }
        }
    }

    private List<Object> older(Timeline timeline, TimelineQuery query) {
        List<Object> read = new ArrayList<>();
        Optional<TimelineQuery> next = Optional.of(query);
        while (next.isPresent()) {
            TimelinePage page = timeline.page(tenant, next.get());
            read.addAll(told(page.entries()));
            next = page.more() ? page.oldest().map(query::olderThan) : Optional.empty();
        }
        return read;
    }

    private List<Object> newer(Timeline timeline, TimelineQuery query) {
        List<Object> read = new ArrayList<>();
        Optional<TimelineQuery> next = Optional.of(
                new TimelineQuery(query.scopes(), query.kinds(), query.seen(), Direction.NEWER, null, query.limit()));
        while (next.isPresent()) {
            TimelinePage page = timeline.page(tenant, next.get());
            read.addAll(0, told(page.entries()));
            next = page.more() ? page.newest().map(query::newerThan) : Optional.empty();
        }
        return read;
    }

    /* each store seals its changes with a salt of its own */

    private static TimelinePage told(TimelinePage page) {
        return new TimelinePage(
                page.entries().stream().map(TimelineLaws::unsealed).toList(), page.more());
    }

    private static List<Object> told(List<Entry> entries) {
        return new ArrayList<>(entries.stream().map(TimelineLaws::unsealed).toList());
    }

    private static Entry unsealed(Entry entry) {
        if (entry instanceof Entry.OfChange of) {
            Change c = of.change();
            return new Entry.OfChange(new Change(
                    c.sequence(),
                    c.actor(),
                    c.subject(),
                    c.revision(),
                    c.kind(),
                    c.occurredAt(),
                    c.recordedAt(),
                    c.fields(),
                    new Seal("0".repeat(32), "", "0".repeat(64))));
        }
        return entry;
    }
}
