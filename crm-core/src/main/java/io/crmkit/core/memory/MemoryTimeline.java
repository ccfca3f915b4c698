package io.crmkit.core.memory;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.port.Timeline;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.timeline.TimelineQuery.Direction;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Timelines merged from what each source has in order. */
final class MemoryTimeline implements Timeline {

    private final MemoryTransactions transactions;
    private final List<Feed> feeds;

    /** A source of entries. */
    interface Feed {

        /** What a scope contributes, as runs in order; between them, an entry may stand in several. */
        Stream<Run> runs(TenantId tenant, Scope scope, TimelineQuery query, Predicate<Activity> seen);
    }

    MemoryTimeline(MemoryTransactions transactions, Feed... feeds) {
        this.transactions = transactions;
        this.feeds = List.of(feeds);
    }

    @Override
    public TimelinePage page(TenantId tenant, TimelineQuery query) {
        requireNonNull(tenant, "tenant");
        requireNonNull(query, "query");
        return transactions.read(() -> {
            List<Entry> found = new ArrayList<>();
            PriorityQueue<Run> runs = runs(tenant, query);
            for (Run nearest = runs.poll(); nearest != null; nearest = runs.poll()) {
                skipWhereElse(runs, nearest);
                Entry entry = nearest.entry();
                if (entry != null && found.size() == query.limit()) {
                    return page(query, found, true);
                }
                if (entry != null) {
                    found.add(entry);
                }
                advance(runs, nearest);
            }
            return page(query, found, false);
        });
    }

    private PriorityQueue<Run> runs(TenantId tenant, TimelineQuery query) {
        PriorityQueue<Run> runs = new PriorityQueue<>(Run.nearestFirst(query.direction()));
        Predicate<Activity> seen = query.seen().compile();
        for (Feed feed : feeds) {
            for (Scope scope : query.scopes()) {
                feed.runs(tenant, scope, query, seen).filter(Run::stands).forEach(runs::add);
            }
        }
        return runs;
    }

    /* what stands in several runs comes out of the queue one after the other */
    private static void skipWhereElse(PriorityQueue<Run> runs, Run nearest) {
        for (Run other = runs.peek(); other != null && other.isWhere(nearest); other = runs.peek()) {
            advance(runs, runs.remove());
        }
    }

    private static void advance(PriorityQueue<Run> runs, Run run) {
        run.advance();
        if (run.stands()) {
            runs.add(run);
        }
    }

    private static TimelinePage page(TimelineQuery query, List<Entry> nearestFirst, boolean more) {
        if (query.direction() == Direction.NEWER) {
            Collections.reverse(nearestFirst);
        }
        return new TimelinePage(nearestFirst, more);
    }
}
