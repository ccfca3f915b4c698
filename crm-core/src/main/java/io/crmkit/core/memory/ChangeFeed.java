package io.crmkit.core.memory;

import io.crmkit.core.journal.Change;
import io.crmkit.core.memory.MemoryTimeline.Asking;
import io.crmkit.core.timeline.Entry;
import io.crmkit.core.timeline.Scope;
import io.crmkit.core.timeline.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal's changes on timelines. */
final class ChangeFeed implements MemoryTimeline.Feed {

    private final MemoryJournal journal;

    ChangeFeed(MemoryJournal journal) {
        this.journal = journal;
    }

    @Override
    public List<Run> runs(Asking asking, Scope scope) {
        if (!asking.asks(Source.CHANGES)) {
            return List.of();
        }
        return asking.along(
                journal.byInstant(asking.tenant(), scope.subject().value()),
                Source.CHANGES,
                scope,
                (micros, key) -> find(asking, key.getLeastSignificantBits()));
    }

    private @Nullable Entry find(Asking asking, long sequence) {
        Change change = journal.find(asking.tenant(), sequence);
        Entry entry = change == null ? null : new Entry.OfChange(change);
        return entry == null || !asking.query().kinds().contains(entry.kind()) ? null : entry;
    }
}
