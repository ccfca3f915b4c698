package io.crmkit.core.feed;

import io.crmkit.core.port.DocumentFeed;
import io.crmkit.core.port.FedDocument;
import io.crmkit.core.port.FeedQuery;
import io.crmkit.core.port.StoreException;
import io.crmkit.core.port.Timeline;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.TimelinePage;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.value.TenantId;
import java.util.ArrayList;
import java.util.List;

/** A timeline and the host's documents, each asked for one page and merged. */
record FedTimeline(Timeline timeline, DocumentFeed feed) implements Timeline {

    @Override
    public TimelinePage page(TenantId tenant, TimelineQuery query) {
        TimelinePage stored = timeline.page(tenant, query);
        FeedQuery asked = FeedQuery.of(query);
        if (asked.kinds().isEmpty() || asked.scopes().isEmpty()) {
            return stored;
        }
        List<Entry> entries = new ArrayList<>(stored.entries());
        for (FedDocument fed : required(asked, feed.nearest(tenant, asked))) {
            entries.add(new Entry.OfDocument(fed.key(), fed.document().summary()));
        }
        // of what a store has beyond its page, nothing can stand nearer than the page's end
        TimelinePage merged = TimelinePage.of(query, entries);
        return new TimelinePage(merged.entries(), merged.more() || stored.more());
    }

    private static List<FedDocument> required(FeedQuery asked, List<FedDocument> told) {
        if (told.size() > asked.limit()) {
            throw new StoreException(
                    "the document feed must answer with at most " + asked.limit() + ": " + told.size(), null);
        }
        for (FedDocument fed : told) {
            if (!asked.asksFor(fed)) {
                throw new StoreException(
                        "the document feed answered with what was not asked for: "
                                + fed.document().link(),
                        null);
            }
        }
        return told;
    }
}
