package io.crmkit.jpa;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.port.Timeline;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.value.TenantId;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** Timelines merged from the nearest entries of each source. */
final class JpaTimeline implements Timeline {

    private static final List<Feed> FEEDS = List.of(
            new ActivityFeed(), new ChangeFeed(), DocumentFeed.QUOTES, DocumentFeed.ORDERS, DocumentFeed.REFERENCES);

    private final Joined joined;

    /** A source of entries. */
    interface Feed {

        /** The nearest entries of a query, one more than its page holds; in any order, and some of them twice. */
        List<Entry> nearest(Asking asking);
    }

    /** A query, and where it is asked. */
    record Asking(EntityManager manager, TextOrder textOrder, TenantId tenant, TimelineQuery query) {}

    JpaTimeline(Joined joined) {
        this.joined = joined;
    }

    @Override
    public TimelinePage page(TenantId tenant, TimelineQuery query) {
        requireNonNull(tenant, "tenant");
        requireNonNull(query, "query");
        return joined.read("reading a timeline", manager -> {
            Asking asking = new Asking(manager, joined.textOrder(manager), tenant, query);
            List<Entry> found = new ArrayList<>();
            FEEDS.forEach(feed -> found.addAll(feed.nearest(asking)));
            return TimelinePage.of(query, found);
        });
    }
}
