package io.crmkit.core.memory;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.port.Timeline;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.timeline.TimelineQuery.Direction;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Timelines merged from what each source has in order. */
final class MemoryTimeline implements Timeline {

    private final MemoryTransactions transactions;
    private final List<Feed> feeds;

    /** A source of entries. */
    interface Feed {

        /** What a scope contributes, as runs in order; between them, an entry may stand in several. */
        List<Run> runs(Asking asking, Scope scope);
    }

    /** A query, who asks it, and which activities he sees. */
    record Asking(TenantId tenant, TimelineQuery query, Predicate<Activity> seen) {

        boolean asks(Source source) {
            return query.asks(source);
        }

        /** Runs along some keys; of most subjects there are none. */
        List<Run> along(List<SortedKeys> all, Source source, Scope scope, Run.Lookup lookup) {
            if (all.isEmpty()) {
                return List.of();
            }
            List<Run> runs = new ArrayList<>(all.size());
            for (SortedKeys keys : all) {
                runs.add(new Run(source, scope, query, keys, lookup));
            }
            return runs;
        }
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
        Asking asking = new Asking(tenant, query, query.seen().compile());
        for (Feed feed : feeds) {
            for (Scope scope : query.scopes()) {
                for (Run run : feed.runs(asking, scope)) {
                    if (run.stands()) {
                        runs.add(run);
                    }
                }
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
