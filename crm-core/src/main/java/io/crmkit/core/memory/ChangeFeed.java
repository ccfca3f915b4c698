package io.crmkit.core.memory;

import io.crmkit.core.activity.Activity;
import io.crmkit.core.journal.Change;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import io.crmkit.core.timeline.TimelineQuery;
import io.crmkit.core.value.TenantId;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The journal's changes on timelines. */
final class ChangeFeed implements MemoryTimeline.Feed {

    private final MemoryJournal journal;

    ChangeFeed(MemoryJournal journal) {
        this.journal = journal;
    }

    @Override
    public Stream<Run> runs(TenantId tenant, Scope scope, TimelineQuery query, Predicate<Activity> seen) {
        if (!query.asks(Source.CHANGES)) {
            return Stream.empty();
        }
        Run.Lookup lookup = (micros, key) -> {
            Change change = journal.find(tenant, key.getLeastSignificantBits());
            Entry entry = change == null ? null : new Entry.OfChange(change);
            return entry == null || !query.kinds().contains(entry.kind()) ? null : entry;
        };
        return journal.byInstant(tenant, scope.subject().value())
                .filter(keys -> !keys.isEmpty())
                .map(keys -> new Run(Source.CHANGES, scope, query, keys, lookup));
    }
}
